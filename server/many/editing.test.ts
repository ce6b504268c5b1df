import { describe, expect, test } from 'vitest'
import type { ManyEdit } from '@/lib/record/many/edit'
import type { ManyKind } from '@/lib/record/many/fields'
import { readFilter } from '@/lib/record/many/filter'
import { engines } from '@/testing/database'
import { EVIDENCE, openRecord, SER_OD } from '@/testing/record'
import { saved, undo } from '@/testing/undoing'
import { findAthleteRecord } from '../athletes/athletes'
import { change } from '../history/change'
import { findThing } from '../things/things'
import { previewMany, saveMany } from './editing'
import { findMatching, findSelection } from './selection'

describe.each(engines())('many things at once, in the %s database', (engine) => {
  const opened = openRecord(engine)

  const find = (kind: ManyKind, query: Record<string, string>) => findMatching(opened.db, kind, readFilter(kind, query))
  const set = (value: string): ManyEdit => ({ mode: 'set', value })
  const save = async (kind: ManyKind, field: string, edit: ManyEdit, ids: readonly string[], seen?: string) => {
    const asked = { kind, field, edit, ids }
    const token = seen ?? (await previewMany(opened.db, asked)).token
    return saveMany(opened.db, opened.oyuna, { ...asked, seen: token }, EVIDENCE)
  }
  const venues = async (ids: readonly string[]) =>
    (await opened.db.competition.findMany({ where: { id: { in: [...ids] } }, orderBy: { id: 'asc' } })).map(
      ({ venue }) => venue,
    )
  const results = async () => {
    const record = await findAthleteRecord(opened.db, SER_OD)
    return (record?.results ?? []).map(({ version, ...result }) => result)
  }

  test('competitions are found by words of the name, the city, the country and the year', async () => {
    const fukuoka = await find('competition', { name: 'fukuoka marathon' })
    expect(fukuoka.length).toBeGreaterThan(1)
    const inYear = await find('competition', { name: 'Fukuoka', country: 'japan', year: '2014' })
    expect(fukuoka).toEqual(expect.arrayContaining(inYear))
    expect(inYear.length).toBeGreaterThan(0)
    expect(await find('competition', { name: 'Fukuoka', country: 'Utopia' })).toEqual([])
    expect(await find('competition', {})).toEqual([])
    const { listed, total } = await findSelection(opened.db, 'competition', {
      field: 'city',
      filter: readFilter('competition', { name: 'fukuoka marathon' }),
    })
    expect(total).toBe(fukuoka.length)
    expect(listed[0]).toMatchObject({ title: expect.stringMatching(/Fukuoka/), value: expect.any(String) })
  })

  test('results and athletes are found, too', async () => {
    const own = await find('result', { name: 'Ser-Od Bat-Ochir', discipline: 'marathon' })
    const all = await results()
    expect(own.toSorted()).toEqual(
      all
        .filter(({ discipline, athleteId }) => discipline === 'marathon' && athleteId)
        .map(({ id }) => id)
        .toSorted(),
    )
    expect(await find('result', { name: 'Ser-Od Bat-Ochir', competition: 'fukuoka', year: '2014' })).toHaveLength(1)
    expect(await find('athlete', { name: 'bat-ochir', country: 'MGL' })).toHaveLength(1)
  })

  test('a venue is set at all of them in one change, cited for each, and undone with it', async () => {
    const ids = (await find('competition', { name: 'fukuoka marathon' })).toSorted()
    const before = await venues(ids)
    const preview = await previewMany(opened.db, { kind: 'competition', field: 'venue', edit: set('Heiwadai'), ids })
    expect(preview).toMatchObject({ changed: ids.length, refused: 0, same: 0, more: 0 })
    expect(preview.rows[0]).toMatchObject({ after: 'Heiwadai', refusal: null })
    expect(await venues(ids)).toEqual(before)

    const id = saved(await save('competition', 'venue', set('Heiwadai'), ids))
    expect(await venues(ids)).toEqual(ids.map(() => 'Heiwadai'))
    const cited = await opened.db.citation.findMany({
      where: { competitionId: { in: ids }, field: 'venue', asserts: 'Heiwadai', withdrawn: false },
    })
    expect(cited).toHaveLength(ids.length)
    expect(await save('competition', 'venue', set('Heiwadai'), ids)).toMatchObject({
      saved: false,
      errors: { form: 'Nothing would be changed.' },
    })

    const part: ManyEdit = { mode: 'replace', find: 'Heiwa', replacement: 'Heiwa-' }
    const second = saved(await save('competition', 'venue', part, ids))
    expect(await venues(ids)).toEqual(ids.map(() => 'Heiwa-dai'))
    expect(await undo(opened.db, opened.oyuna, second)).toMatchObject({ saved: true })
    expect(await undo(opened.db, opened.oyuna, id)).toMatchObject({ saved: true })
    expect(await venues(ids)).toEqual(before)
  })

  test('values are written as the record writes them, and series are looked up', async () => {
    const ids = await find('competition', { name: 'fukuoka marathon', year: '2014' })
    const row = async () => (await findThing(opened.db, 'competition', ids[0] ?? ''))?.draft
    const was = await row()
    const country = saved(await save('competition', 'countryCode', set('mongolia'), ids))
    expect((await row())?.countryCode).toBe('MGL')
    expect(await undo(opened.db, opened.oyuna, country)).toMatchObject({ saved: true })
    const unknown = { kind: 'competition', field: 'seriesId', edit: set('No such series'), ids } as const
    expect((await previewMany(opened.db, unknown)).rows[0]?.refusal).toMatch(/no series/)
    const series = await previewMany(opened.db, { ...unknown, edit: set(was?.seriesId?.toUpperCase() ?? '') })
    expect(series).toMatchObject({ changed: 0, same: ids.length })
  })

  test('the rules of the form refuse, and then nothing is saved at all', async () => {
    const ids = (await find('competition', { name: 'fukuoka marathon' })).toSorted()
    const [first = ''] = ids
    const { startDate } = await opened.db.competition.findUniqueOrThrow({ where: { id: first } })
    const begin = (startDate: string | null) =>
      change(opened.db, opened.oyuna, { kind: 'EDIT', ...EVIDENCE }, ({ tx }) =>
        tx.competition.update({ where: { id: first }, data: { startDate } }),
      )
    await begin('1901-01-01')
    const before = await venues(ids)
    const asked = { kind: 'competition', field: 'venue', edit: set('Ohori Park'), ids } as const
    const preview = await previewMany(opened.db, asked)
    expect(preview).toMatchObject({ changed: ids.length, refused: 1 })
    expect(preview.rows[0]).toMatchObject({ id: first, refusal: expect.stringMatching(/^First day: /) })
    const sets = await opened.db.changeSet.count()
    expect(await save('competition', 'venue', set('Ohori Park'), ids)).toMatchObject({
      saved: false,
      errors: { form: expect.stringMatching(/^1 of \d+ are refused/) },
      preview: { refused: 1 },
    })
    expect(await venues(ids)).toEqual(before)
    expect(await opened.db.changeSet.count()).toBe(sets)
    await begin(startDate)
  })

  test('what somebody changed since the preview is looked at again first', async () => {
    const ids = await find('competition', { name: 'fukuoka marathon' })
    const asked = { kind: 'competition', field: 'venue', edit: set('Ohori Park'), ids } as const
    const { token } = await previewMany(opened.db, asked)
    const id = saved(await save('competition', 'venue', set('Another'), ids.slice(0, 1)))
    expect(await save('competition', 'venue', set('Ohori Park'), ids, token)).toMatchObject({
      saved: false,
      errors: { form: expect.stringMatching(/since you looked/) },
    })
    expect(await undo(opened.db, opened.oyuna, id)).toMatchObject({ saved: true })
  })

  test('a club is set for results, and cited as the form of one would', async () => {
    const ids = await find('result', { name: 'Ser-Od Bat-Ochir', competition: 'fukuoka' })
    const before = await results()
    const id = saved(await save('result', 'club', set('NTN'), ids))
    const after = (await results()).filter((result) => ids.includes(result.id))
    expect(after.map(({ club }) => club)).toEqual(ids.map(() => 'NTN'))
    for (const { citations } of after) {
      expect(citations).toContainEqual(
        expect.objectContaining({ field: 'club', asserts: 'NTN', locator: EVIDENCE.locator, accepted: true }),
      )
    }
    expect(await undo(opened.db, opened.oyuna, id)).toMatchObject({ saved: true })
    expect(await results()).toEqual(before)
  })
})
