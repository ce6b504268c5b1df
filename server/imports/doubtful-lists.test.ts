import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { RowContext } from '@/lib/import/listing'
import { readStoredSetup } from '@/lib/import/stored'
import type { Evidence } from '@/lib/record/evidence'
import { engines, type TestDatabase } from '@/testing/database'
import { anEditor, openLoadedRecord, SER_OD } from '@/testing/record'
import type { Editor } from '../accounts/editor'
import { findAthleteRecord } from '../athletes/athletes'
import { acceptImport } from './accept'
import { answerClash, correctRows } from './answers'
import { decidePeople, pointRows, takeBackPeople } from './decide'
import { findClashes, findDoubts } from './doubts'
import { findVanished } from './former-editions'
import { beginImport } from './inspect'
import { countRows, findOpenPeople, findPreviewRows } from './preview'
import { startReading } from './read'
import { finishImports } from './runner'

const HEADER = 'Rank,Mark,Competitor,DOB,Nat,Pos,Venue,Date'
const LIST: Evidence['source'] = { publication: 'A federation', title: 'A list', url: null, date: '2023', author: null }
const MEN: Partial<RowContext> = { discipline: 'marathon', sex: 'M' }
const WOMEN: Partial<RowContext> = { discipline: 'marathon', sex: 'F' }

/** Eight men of one race. */
const EIGHT = Array.from(
  { length: 8 },
  (_, n) => `${n + 1},2:1${n}:11,Runner ${'ABCDEFGH'[n]}OLD,1${n} MAR 198${n},KEN,${n + 1},Wien (AUT),1 MAY 2010`,
)

describe.each(engines())('A doubtful list, on the %s database', (engine) => {
  let database: TestDatabase
  let editor: Editor
  let folder: string

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'palmares-import-'))
    process.env.PALMARES_DATA = folder
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  beforeEach(async () => {
    database = await openLoadedRecord(engine)
    editor = await anEditor(database.db, 'Ada')
    return () => database.close()
  })

  const read = async (lines: readonly string[], context = MEN, name = 'list.csv') => {
    const { db } = database
    const id = await beginImport(db, editor, name, once(Buffer.from(lines.join('\n'))))
    const { setup } = await db.import.findUniqueOrThrow({ where: { id } })
    const guessed = readStoredSetup(setup)
    await startReading(db, id, { ...guessed, context: { ...guessed.context, ...context } })
    await finishImports(db)
    expect(await db.import.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'READY', problem: null })
    return id
  }
  const evidence = (title: string): Evidence => ({
    reason: 'A list',
    locator: 'the list',
    source: { ...LIST, title } as Evidence['source'],
  })
  const accept = async (id: string, title = 'A list', confirmed: string[] = []) => {
    const outcome = await acceptImport(database.db, editor, id, evidence(title), confirmed)
    await finishImports(database.db)
    return outcome
  }
  const rowsOf = async (id: string) => (await findPreviewRows(database.db, id, {})).rows
  const kinds = async (id: string) => (await rowsOf(id)).map(({ kind, leftOut }) => (leftOut ? `${kind}, out` : kind))
  const stateOf = async (id: string) =>
    database.db.import.findUniqueOrThrow({ where: { id }, select: { state: true, problem: true, changeSetId: true } })

  test('is not taken for women because its folder is called w', async () => {
    const id = await read([HEADER, ...EIGHT], { discipline: 'marathon' }, 'w/list.csv')
    expect(await countRows(database.db, id)).toMatchObject({ REFUSED: 8, NEW: 0 })
  })

  test('of men who are known, taken for women, needs its words: nothing is written without', async () => {
    await accept(await read([HEADER, ...EIGHT]))
    const athletes = await database.db.athlete.count()
    const id = await read([HEADER, ...EIGHT], WOMEN)
    expect((await findDoubts(database.db, id)).map(({ code }) => code)).toEqual(['new people', 'other sex'])
    const refused = await accept(id, 'Another list', ['new people'])
    expect(refused).toMatchObject({ accepted: false, doubts: [{ code: 'other sex' }] })
    expect(await database.db.athlete.count()).toBe(athletes)
    expect(await stateOf(id)).toMatchObject({ state: 'READY', changeSetId: null })
    expect(await accept(id, 'Another list', ['New people', 'other sex'])).toMatchObject({ accepted: true })
    const { changeSetId } = await stateOf(id)
    const { reason } = await database.db.changeSet.findUniqueOrThrow({ where: { id: changeSetId ?? 0 } })
    expect(reason).toBe('A list (Confirmed: new people, other sex.)')
  })

  test('whose best is better than the world’s needs its words', async () => {
    const id = await read([HEADER, '1,2:01:09,Anna FAST,05 NOV 1990,KEN,1,Berlin (GER),25 SEP 2005'], WOMEN)
    expect(await accept(id)).toMatchObject({ accepted: false, doubts: [{ code: 'world best' }] })
    expect(await accept(id, 'A list', ['world best'])).toMatchObject({ accepted: true })
  })

  test('in which a row and the form disagree stops and asks, once for all rows', async () => {
    const jumps = [
      'Name,Nat,Event,Mark,Date,Venue',
      ...['Eva', 'Ida'].map((name, n) => `${name} WEIT,GER,Weitsprung Frauen,6.5${n},3 MAY 2014,Ulm (GER)`),
    ]
    const id = await read(jumps, { sex: 'M' })
    expect(await kinds(id)).toEqual(['UNDECIDED', 'UNDECIDED'])
    expect(await findClashes(database.db, id)).toEqual([
      { field: 'sex', near: 'F', nearFrom: 'row', far: 'M', farFrom: 'typed', rows: 2 },
    ])
    expect(await accept(id)).toMatchObject({ accepted: false, reason: expect.stringContaining('says women') })
    await answerClash(database.db, id, 'sex', 'near')
    await finishImports(database.db)
    expect((await rowsOf(id)).map(({ listing }) => listing?.sex)).toEqual(['F', 'F'])
    expect(await kinds(id)).toEqual(['NEW', 'NEW'])
  })

  test.each([
    [
      'a birth date and a name',
      '1,2:11:01,Lemi BERHANU,13 SEP 1994,ETH,1,Linz (AUT),1 MAY 2011',
      /birth date, and a name/,
    ],
    ['initials', '1,2:11:01,H. LEMI,,ETH,1,Linz (AUT),1 MAY 2011', /initials/],
    ['a race and a mark', '1,2:04:33,Haile LEMMI,,ETH,1,Dubai (UAE),22 JAN 2016', /same mark in the same race/],
  ])('that shares %s with somebody of the record asks, with counts', async (_what, line, why) => {
    const known = [
      '1,2:04:33,Hayle LEMI,13 SEP 1994,ETH,1,Dubai (UAE),22 JAN 2016',
      '2,2:05:28,Hayle LEMI,13 SEP 1994,ETH,2,Dubai (UAE),23 JAN 2015',
    ]
    await accept(await read([HEADER, ...known]))
    const id = await read([HEADER, line])
    const { people } = await findOpenPeople(database.db, id)
    expect(people).toMatchObject([
      { candidates: [{ slug: 'hayle-lemi', results: 2, why: expect.stringMatching(why) }] },
    ])
    expect(people[0]?.candidates[0]?.matching).toBe(line.includes('2:04:33') ? 1 : 0)
    await decidePeople(
      database.db,
      id,
      people.map(({ id }) => id),
      'proposed',
    )
    expect((await rowsOf(id))[0]?.athlete?.slug).toBe('hayle-lemi')
  })

  test('has people decided in groups, and any decision taken back', async () => {
    await accept(await read([HEADER, ...EIGHT]))
    const other = EIGHT.map((line) =>
      line
        .replace('Runner', 'Walter')
        .replace(/2:1(\d):11/, '2:1$1:44')
        .replace('2010', '2011'),
    )
    const id = await read([HEADER, ...other])
    const { people } = await findOpenPeople(database.db, id)
    expect(people).toHaveLength(8)
    const ids = people.map(({ id }) => id)
    await decidePeople(database.db, id, ids, 'proposed')
    expect(await countRows(database.db, id)).toMatchObject({ NEW: 8, UNDECIDED: 0 })
    await takeBackPeople(database.db, id, ids.slice(0, 3))
    expect(await countRows(database.db, id)).toMatchObject({ NEW: 5, UNDECIDED: 3 })
    await decidePeople(database.db, id, ids.slice(0, 3), 'new')
    expect((await findOpenPeople(database.db, id)).total).toBe(0)
  })

  test('with two namesakes in one race keeps them apart, once somebody says so', async () => {
    const rows = ['1,2:11:01,Bold BAT,,MGL,4,Linz (AUT),1 MAY 2011', '2,2:11:01,Bold BAT,,MGL,5,Linz (AUT),1 MAY 2011']
    const id = await read([HEADER, ...rows])
    expect(await kinds(id)).toEqual(['NEW', 'UNDECIDED'])
    expect((await rowsOf(id))[1]?.reason).toMatch(/two people/)
    await pointRows(database.db, id, [3], 'new')
    expect(await kinds(id)).toEqual(['NEW', 'NEW'])
    await accept(id)
    expect(await database.db.athlete.count({ where: { displayName: 'Bold Bat', withdrawn: false } })).toBe(2)
  })

  test('has any row pointed at somebody, also after the record has changed, and taken back', async () => {
    const id = await read([HEADER, EIGHT[0] ?? '', EIGHT[1] ?? ''])
    const { athlete } = (await findAthleteRecord(database.db, SER_OD)) ?? {}
    await pointRows(database.db, id, [2], { id: athlete?.id ?? '' })
    expect((await rowsOf(id))[0]?.athlete?.slug).toBe(SER_OD)
    const [pointed] = await database.db.importPerson.findMany({ where: { importId: id, line: 2 } })
    await takeBackPeople(database.db, id, [pointed?.id ?? ''])
    expect((await rowsOf(id))[0]?.athlete).toBeNull()
    await pointRows(database.db, id, [2], { id: athlete?.id ?? '' })
    await accept(await read([HEADER, EIGHT[5] ?? '']), 'Another list')
    await accept(id)
    const { results } = (await findAthleteRecord(database.db, SER_OD)) ?? { results: [] }
    expect(results.map(({ mark }) => mark)).toContain('2:10:11')
  })

  test('has a refused row put right where it stands', async () => {
    const id = await read([HEADER, EIGHT[0] ?? '', '2,22:08,Odd ROW,1 MAY 1980,KEN,2,Wien (AUT),1 MAY 2010'])
    expect(await kinds(id)).toEqual(['NEW', 'REFUSED'])
    const [, refused] = await rowsOf(id)
    expect(refused?.cells).toMatchObject({ mark: '22:08', name: 'Odd ROW' })
    await correctRows(database.db, id, [{ line: 3, cells: { mark: '2:22:08' } }])
    await finishImports(database.db)
    expect(await kinds(id)).toEqual(['NEW', 'NEW'])
    expect((await rowsOf(id))[1]?.listing).toMatchObject({ name: 'Odd ROW', mark: { value: 8_528_000 } })
  })

  test('under a heading whose date can be read in two ways is asked about, with both', async () => {
    const printed = `                    Darkhan Invitational - 3/4/2026
Event 3  Men 100 Meter Dash
==========================================================================
    Name                    Year School               Seed     Finals  Wind H# Points
==========================================================================
  1 Bold, Ganbat              SR Darkhan             10.55      10.48   0.7  2   10
  2 Tuya, Bat                 JR Erdenet             10.66      10.58   0.7  1    8
`
    const id = await read(printed.split('\n'), {}, 'results.txt')
    expect(await kinds(id)).toEqual(['UNDECIDED', 'UNDECIDED'])
    expect(await findClashes(database.db, id)).toEqual([
      expect.objectContaining({ field: 'dayOrder', near: '2026-04-03', far: '2026-03-04', rows: 2 }),
    ])
    expect(await accept(id)).toMatchObject({ accepted: false })
    await answerClash(database.db, id, 'dayOrder', 'far')
    await finishImports(database.db)
    expect(await kinds(id)).toEqual(['NEW', 'NEW'])
    expect((await rowsOf(id)).map(({ listing }) => listing?.date)).toEqual(['2026-03-04', '2026-03-04'])
  })

  test('has the age group of one row corrected, and taken away', async () => {
    const id = await read([HEADER, EIGHT[0] ?? '', EIGHT[1] ?? ''], { ...MEN, ageGroup: 'U20' })
    await correctRows(database.db, id, [
      { line: 2, cells: { ageGroup: '' } },
      { line: 3, cells: { ageGroup: 'U18', paraClass: 'T46' } },
    ])
    await finishImports(database.db)
    expect((await rowsOf(id)).map(({ listing }) => [listing?.ageGroup, listing?.paraClass])).toEqual([
      [null, null],
      ['U18', 'T46'],
    ])
  })

  test('with its dates and times in several columns is written as they say together', async () => {
    const id = await read(['Name,Nat,Hrs,Min,Sec,Day,Month,Year,City', 'Bold BAT,MGL,2,9,5,3,4,2014,Darkhan'])
    expect(await accept(id)).toMatchObject({ accepted: true })
    const [row] = await rowsOf(id)
    expect(row?.listing).toMatchObject({ date: '2014-04-03', mark: { text: '2:09:05', value: 7_745_000 } })
    expect(await database.db.result.count({ where: { mark: '2:09:05', date: '2014-04-03' } })).toBe(1)
  })

  test('says which row the database does not take, and writes all others whole', async () => {
    const { db } = database
    const id = await read([HEADER, ...EIGHT])
    await db.$executeRaw`UPDATE import_rows SET listing = jsonb_set(listing, '{countryCode}', '"Mongolia"') WHERE "importId" = ${id} AND line = 4`
    expect(await accept(id)).toMatchObject({ accepted: true })
    expect(await stateOf(id)).toMatchObject({
      state: 'DONE',
      problem: expect.stringContaining('line 4 (it breaks the rule'),
    })
    expect(await countRows(db, id)).toMatchObject({ WRITTEN: 7, REFUSED: 1 })
    expect(await db.athlete.count({ where: { displayName: { startsWith: 'Runner' }, withdrawn: false } })).toBe(7)
  })

  test('of which no row can be written stays a preview, with its setup', async () => {
    const { db } = database
    const id = await read([HEADER, EIGHT[0] ?? ''])
    await db.$executeRaw`UPDATE import_people SET "countryCode" = 'Mongolia' WHERE "importId" = ${id}`
    await accept(id)
    expect(await stateOf(id)).toMatchObject({
      state: 'READY',
      changeSetId: null,
      problem: expect.stringContaining('line 2'),
    })
    expect(await db.athlete.count({ where: { displayName: { startsWith: 'Runner' } } })).toBe(0)
  })

  test('with a country by its name is written by its code', async () => {
    const id = await read(
      ['Name,Nat,Mark,Date,City,Host country', 'Bold BAT,Mongolia,2:20:20,3 MAY 2014,Darkhan,Mongolia'],
      {
        ...MEN,
        countryCode: 'Mongolia',
      },
    )
    expect(await accept(id)).toMatchObject({ accepted: true })
    expect(await stateOf(id)).toMatchObject({ state: 'DONE', problem: null })
    expect(await database.db.competition.count({ where: { city: 'Darkhan', countryCode: 'MGL' } })).toBe(1)
  })

  test('that is a later edition has lost only what nothing in it can be', async () => {
    await accept(await read([HEADER, ...EIGHT]))
    const later = [
      ...EIGHT.slice(0, 4),
      // Another spelling, which is asked about; a refused line; a list that ends earlier; and one that is gone.
      EIGHT[4]?.replace('Runner EOLD', 'Ronner EOLD').replace('14 MAR 1984', '') ?? '',
      EIGHT[5]?.replace('Wien (AUT),1 MAY 2010', ',no day') ?? '',
    ]
    const id = await read([HEADER, ...later])
    expect((await findVanished(database.db, id)).results).toEqual([])
    const gone = await read([HEADER, ...EIGHT.slice(0, 3), ...EIGHT.slice(4, 6)])
    expect((await findVanished(database.db, gone)).results.map(({ mark }) => mark)).toEqual(['2:13:11'])
  })

  test('that names a race by its town alone finds the series by town and season', async () => {
    const known = await database.db.competition.findFirstOrThrow({ where: { slug: { contains: 'beppu-oita' } } })
    const id = await read([HEADER, '1,2:11:01,Taro ASO,1 MAY 1988,JPN,1,Oita (JPN),4 FEB 2018'])
    const [meeting] = await database.db.importMeeting.findMany({ where: { importId: id } })
    expect(meeting).toMatchObject({ state: 'NEW', seriesId: known.seriesId, reason: expect.stringMatching(/season/) })
    await accept(id)
    const made = await database.db.competition.findUnique({ where: { id: meeting?.competitionId ?? '' } })
    expect(made).toMatchObject({ seriesId: known.seriesId, startDate: '2018-02-04' })
  })

  test('fills in a start that was only announced', async () => {
    const { db } = database
    await accept(await read([HEADER, EIGHT[0] ?? '']))
    const result = await db.result.findFirstOrThrow({
      where: { mark: '2:10:11', athlete: { displayName: 'Runner Aold' } },
    })
    await db.$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`
      await tx.$executeRaw`UPDATE results SET mark = NULL, value = NULL, precision = NULL, status = 'ENTERED' WHERE id = ${result.id}`
      await tx.$executeRaw`UPDATE import_rows SET digest = 'another'`
    })
    const id = await read([HEADER, EIGHT[0] ?? ''])
    expect(await rowsOf(id)).toMatchObject([
      { kind: 'CHANGES', changes: [{ field: 'mark', before: 'ENTERED', after: '2:10:11', fills: true }] },
    ])
    await accept(id, 'Another list')
    expect(await db.result.findUniqueOrThrow({ where: { id: result.id } })).toMatchObject({
      mark: '2:10:11',
      status: null,
    })
    expect(
      await db.citation.count({ where: { resultId: result.id, field: 'mark', withdrawn: false } }),
    ).toBeGreaterThan(0)
  })
})

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
