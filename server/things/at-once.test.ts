import { describe, expect, test } from 'vitest'
import type { Draft } from '@/lib/record/merge'
import { draftOf } from '@/lib/record/result-draft'
import type { ThingKind } from '@/lib/record/things/things'
import { engines } from '@/testing/database'
import { EVIDENCE, openRecord, SER_OD } from '@/testing/record'
import type { Editor } from '../accounts/editor'
import { findAthleteRecord } from '../athletes/athletes'
import { findResult, saveResult } from '../results/results'
import { addThing, findThing, type SaveOutcome, saveThing } from './things'

/** Of two saves that no rule allows beside each other, the second is answered by its form, not by the database. */
describe.each(engines())('two editors who save at once, on the %s database', (engine) => {
  const opened = openRecord(engine)

  const both = (save: (editor: Editor) => Promise<SaveOutcome>) => Promise.all([opened.oyuna, opened.brett].map(save))
  const refusalOf = (outcomes: readonly { saved: boolean }[]) => {
    expect(outcomes.map(({ saved }) => saved).sort()).toEqual([false, true])
    return outcomes.find(({ saved }) => !saved)
  }
  const serOd = async () => {
    const found = await findAthleteRecord(opened.db, SER_OD)
    if (!found) throw new Error('The record is empty.')
    return found
  }
  const add = (kind: ThingKind, partOf: string | null, draft: (editor: Editor) => Draft) =>
    both((editor) => addThing(opened.db, editor, { kind, partOf, draft: draft(editor), isSure: true }, EVIDENCE))
  const raceOf = async (slug: string) =>
    opened.db.race.findFirstOrThrow({ where: { withdrawn: false, event: { competition: { slug } } } })

  test('add an identifier of one authority: the second is asked to change the first', async () => {
    const { athlete } = await serOd()
    const outcomes = await add('external-id', athlete.id, ({ name }) => ({
      authority: 'ARRS',
      value: name === 'Oyuna' ? '1001' : '1002',
    }))
    expect(refusalOf(outcomes)).toMatchObject({ errors: { authority: expect.stringMatching(/change or withdraw/) } })
  })

  test('change two identifiers to one authority: the second is refused by the field', async () => {
    const { athlete } = await serOd()
    const forms: Draft[] = [
      { authority: 'WIKIDATA', value: 'Q11' },
      { authority: 'OLYMPEDIA', value: '11' },
    ]
    const ids: string[] = []
    for (const draft of forms) {
      const added = { kind: 'external-id', partOf: athlete.id, draft, isSure: true } as const
      const made = await addThing(opened.db, opened.oyuna, added, EVIDENCE)
      ids.push(made.saved ? made.id : '')
    }
    const outcomes = await Promise.all(
      ids.map(async (id) => {
        const found = await findThing(opened.db, 'external-id', id)
        const base = { draft: found?.draft ?? {}, version: found?.version ?? 0 }
        const draft = { authority: 'TILASTOPAJA', value: '11' }
        return saveThing(opened.db, opened.brett, { kind: 'external-id', id, base, draft, isSure: true }, EVIDENCE)
      }),
    )
    expect(refusalOf(outcomes)).toMatchObject({ errors: { authority: expect.any(String) } })
  })

  test('make athletes, or competitions, of one name: each has an address of its own', async () => {
    const athlete = { displayName: 'Bold Bat', sortName: 'Bold', nameOrder: 'GIVEN_FAMILY', sex: 'M' }
    const competition = { name: 'Town Race', year: '1998', category: 'ROAD_RACE' }
    for (const [kind, draft] of [
      ['athlete', athlete],
      ['competition', competition],
    ] as const) {
      const outcomes = await add(kind, null, () => draft)
      const ids = outcomes.map((outcome) => (outcome.saved ? outcome.id : ''))
      const slugs = await Promise.all(ids.map(async (id) => (await findThing(opened.db, kind, id))?.row.slug))
      expect(new Set(slugs).size, kind).toBe(2)
    }
  })

  test('make a series of one name: the second is refused by the name', async () => {
    const outcomes = await add('series', null, () => ({ name: 'Race of the Towns', category: 'ROAD_RACE' }))
    expect(refusalOf(outcomes)).toMatchObject({ errors: { name: expect.stringMatching(/already/) } })
  })

  test('make a race of an event: the second is refused by the round', async () => {
    const { eventId } = await raceOf('2010-berlin-marathon')
    const outcomes = await add('race', eventId, () => ({ round: 'HEAT', number: '7' }))
    expect(refusalOf(outcomes)).toMatchObject({ errors: { round: expect.stringMatching(/already/) } })
  })

  test('give a result a place in one classification: the second is shown the first', async () => {
    const { results } = await serOd()
    const [result] = results
    if (!result) throw new Error('No result.')
    const base = { draft: draftOf(result), version: result.version }
    const outcomes = await Promise.all(
      [opened.oyuna, opened.brett].map((editor, index) =>
        saveResult(
          opened.db,
          editor,
          { id: result.id, base, draft: { ...base.draft, 'place:military': String(index + 2) } },
          EVIDENCE,
        ),
      ),
    )
    expect(refusalOf(outcomes)).toMatchObject({ clash: { merge: { clashes: [{ field: 'place:military' }] } } })
    const found = await findResult(opened.db, result.id)
    expect(found?.result.places.filter(({ classification }) => classification === 'military')).toHaveLength(1)
  })
})
