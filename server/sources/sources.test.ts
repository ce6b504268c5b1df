import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { draftOf } from '@/lib/record/result-draft'
import { agreement } from '@/lib/record/source-statements'
import { engines, type TestDatabase } from '@/testing/database'
import { anEditor, EVIDENCE, openLoadedRecord, SER_OD } from '@/testing/record'
import { findFirstDay } from '../athletes/as-of'
import { findAthleteRecord } from '../athletes/athletes'
import { findCitationDates, findResultHistory } from '../history/history'
import { saveResult, withdrawResult } from '../results/results'
import { findListedSources, findSourceContents } from './sources'

describe.each(engines())('sources and what they say, on the %s database', (engine) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openLoadedRecord(engine)
  })
  afterAll(() => database.close())

  const statements = async (slug: string) => {
    const found = await findSourceContents(database.db, slug)
    if (!found) throw new Error(`There is no source ${slug}.`)
    const subjects = [...found.athletes.flatMap((athlete) => athlete.subjects), ...found.competitions]
    return subjects.flatMap((subject) => subject.statements)
  }

  test('a source’s page has every citation of it, once', async () => {
    for (const { source, cited } of await findListedSources(database.db)) {
      const ids = (await statements(source.slug)).map(({ citation }) => citation.id)
      expect(new Set(ids).size, source.slug).toBe(ids.length)
      expect(ids.length, source.slug).toBe(cited)
    }
    expect(await findSourceContents(database.db, 'never-heard-of')).toBeNull()
  })

  test('a correction lowers the agreement of the source that it contradicts, and is in the result’s history', async () => {
    const record = await findAthleteRecord(database.db, SER_OD)
    const result = record?.results.find(({ mark }) => mark === '2:08:50')
    const cited = result?.citations.find(({ field, asserts }) => field === 'mark' && asserts === '2:08:50')
    if (!result || !cited) throw new Error('The best is not in the record, or has no source.')
    const before = agreement(await statements(cited.source.slug))
    const [touched] = (await findCitationDates(database.db, [cited.id])).values()

    const editor = await anEditor(database.db, 'Oyuna')
    const base = { draft: draftOf(result), version: result.version }
    await saveResult(database.db, editor, { id: result.id, base, draft: { ...base.draft, mark: '2:08:51' } }, EVIDENCE)

    const after = agreement(await statements(cited.source.slug))
    expect(after.asserted).toBe(before.asserted)
    expect(after.agreeing).toBeLessThan(before.agreeing)

    const history = await findResultHistory(database.db, result.id)
    expect(history.map(({ kind }) => kind)).toEqual(['EDIT', 'SEED'])
    expect(history[0]?.changes.every(({ resultId }) => resultId === result.id)).toBe(true)
    const [edit, seed] = history.map(({ id }) => id)
    expect((await findResultHistory(database.db, result.id, seed)).map(({ id }) => id)).toEqual([seed])

    const dates = await findCitationDates(database.db, [cited.id])
    expect(dates.get(cited.id)).toBe(history[0]?.at)
    expect((await findCitationDates(database.db, [cited.id], (edit ?? 0) - 1)).get(cited.id)).toBe(touched)
  })

  test('citations of a withdrawn result are no longer counted', async () => {
    const record = await findAthleteRecord(database.db, SER_OD)
    const result = record?.results.find(({ citations }) => citations.length > 0)
    const source = result?.citations[0]?.source
    if (!result || !source) throw new Error('No result has a source.')
    const before = (await statements(source.slug)).length
    await withdrawResult(database.db, await anEditor(database.db, 'Brett'), result.id, EVIDENCE)
    expect((await statements(source.slug)).length).toBeLessThan(before)
  })

  test('the first day of an athlete is the day on which he was first recorded', async () => {
    const first = await findFirstDay(database.db, SER_OD)
    expect(first).toEqual({ name: 'Ser-Od Bat-Ochir', firstDay: new Date().toISOString().slice(0, 10) })
    expect(await findFirstDay(database.db, 'nobody-at-all')).toBeNull()
  })
})
