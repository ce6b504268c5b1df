import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { encodeReference } from '@/lib/form/reference'
import type { Typed } from '@/lib/form/typed'
import { SHEET_COLUMNS, type SheetKind, sheetInput } from '@/lib/import/sheet'
import { engines, type TestDatabase } from '@/testing/database'
import { anEditor, EVIDENCE, openLoadedRecord, SER_OD } from '@/testing/record'
import type { Editor } from '../accounts/editor'
import { findAthleteRecord } from '../athletes/athletes'
import { lookUpPeople } from './look-up-people'
import { countRows, findPreviewRows } from './preview'
import { finishImports } from './runner'
import { acceptSheet, beginSheet, checkSheet, findSheet } from './sheet'
import { undoImport } from './undo'

type Row = Record<string, string>

const FUKUOKA = '2014-fukuoka-marathon'
const RACE = { kind: 'race', competition: 'Fukuoka Marathon 2014', discipline: 'marathon', sex: 'M', round: 'FINAL' }
const HIM = { name: 'Ser-Od BAT-OCHIR', country: 'MGL', birthDate: '1981-10-07' }

/** The form of a sheet as it was typed. */
function typedSheet(head: Row, rows: Row[]): Typed {
  const columns = [...SHEET_COLUMNS[head.kind as SheetKind], 'athleteAddress' as const]
  const cells = columns.map((column) => [sheetInput(column), rows.map((row) => row[column] ?? '')])
  return {
    ...Object.fromEntries(Object.entries(head).map(([name, text]) => [name, [text]])),
    ...Object.fromEntries(cells),
  }
}

describe.each(engines())('A sheet, on the %s database', (engine) => {
  let database: TestDatabase
  let editor: Editor
  let folder: string

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'palmares-sheet-'))
    process.env.PALMARES_DATA = folder
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  beforeEach(async () => {
    database = await openLoadedRecord(engine)
    editor = await anEditor(database.db, 'Ada')
    return () => database.close()
  })

  const preview = async (typed: Typed) => {
    const checked = await checkSheet(database.db, typed)
    expect(checked.errors).toEqual({})
    const id = await beginSheet(database.db, editor, { ...checked, typed }, EVIDENCE)
    await finishImports(database.db)
    return id
  }
  const rowsOf = async (id: string) => (await findPreviewRows(database.db, id, {})).rows
  const publish = async (id: string) => {
    expect(await acceptSheet(database.db, editor, id)).toMatchObject({ accepted: true })
    await finishImports(database.db)
    expect((await database.db.import.findUniqueOrThrow({ where: { id } })).state).toBe('DONE')
  }
  const present = () =>
    database.db.$queryRaw<unknown[]>`
      SELECT 'result' AS what, to_jsonb(r) - 'version' AS row FROM results r WHERE NOT withdrawn
      UNION ALL SELECT 'place', to_jsonb(p) - 'version' FROM places p WHERE NOT withdrawn
      UNION ALL SELECT 'athlete', to_jsonb(a) - 'version' FROM athletes a WHERE NOT withdrawn
      UNION ALL SELECT 'competition', to_jsonb(c) - 'version' FROM competitions c WHERE NOT withdrawn
      UNION ALL SELECT 'citation', to_jsonb(c) - 'version' FROM citations c WHERE NOT withdrawn
      ORDER BY 1, 2`

  test('of a race is looked at, published as one change, and taken back to the letter', async () => {
    const before = await present()
    const changes = await database.db.changeSet.count()
    const id = await preview(
      typedSheet(RACE, [
        { place: '3', ...HIM, mark: '2:08:50' },
        {},
        { place: '40', name: 'Hakim EL MANSOURI', country: 'MAR', mark: '2:29:59', remark: '-1 s behind the clock' },
        { name: 'Aoife O’SULLIVAN', country: 'IRL', status: 'DNF' },
      ]),
    )
    expect((await rowsOf(id)).map(({ line, kind }) => [line, kind])).toEqual([
      [1, expect.stringMatching(/SAME|CHANGES/)],
      [3, 'NEW'],
      [4, 'NEW'],
    ])
    expect((await rowsOf(id)).map(({ competition }) => competition?.slug)).toEqual([FUKUOKA, FUKUOKA, FUKUOKA])
    expect(await present()).toEqual(before)

    await publish(id)
    expect(await database.db.changeSet.count()).toBe(changes + 1)
    const newcomer = await findAthleteRecord(database.db, 'hakim-el-mansouri')
    expect(newcomer?.results).toMatchObject([
      {
        mark: '2:29:59',
        note: '-1 s behind the clock',
        competition: { slug: FUKUOKA },
        places: [{ classification: 'overall', place: 40 }],
      },
    ])
    const locators = newcomer?.results.flatMap(({ citations }) => citations.map(({ locator }) => locator))
    expect(new Set(locators)).toEqual(new Set([EVIDENCE.locator]))

    await undoImport(database.db, editor, id, 'It was another race')
    await finishImports(database.db)
    expect(await present()).toEqual(before)
  })

  test('asks about a namesake, unless it says itself who is meant', async () => {
    const doubtful = { name: HIM.name, country: 'KAZ', place: '50', mark: '2:39:00' }
    const race = { ...RACE, competition: 'Otsu Test Race', date: '1999-05-01', city: 'Otsu', hostCountry: 'JPN' }
    const rows = async (athleteAddress: string) =>
      rowsOf(await preview(typedSheet(race, [{ ...doubtful, athleteAddress }])))
    expect(await rows('')).toMatchObject([{ kind: 'UNDECIDED', question: 'ATHLETE' }])
    expect(await rows(SER_OD)).toMatchObject([{ kind: 'NEW', athlete: { slug: SER_OD } }])
    expect(await rows('new')).toMatchObject([{ kind: 'NEW', athlete: null, personState: 'NEW' }])
  })

  test('sets a contradiction beside the record, and a repetition aside', async () => {
    const id = await preview(
      typedSheet(RACE, [
        { place: '4', ...HIM, mark: '2:08:51' },
        { name: 'Aoife O’SULLIVAN', country: 'IRL', mark: '2:40:00' },
        { name: 'Aoife O’SULLIVAN', country: 'IRL', mark: '2:40:00' },
        { name: 'Aoife O’SULLIVAN', country: 'IRL', mark: '2:40:01' },
      ]),
    )
    expect(await rowsOf(id)).toMatchObject([
      { kind: 'CONTRADICTS' },
      { kind: 'NEW' },
      { kind: 'SAME', leftOut: true },
      { kind: 'UNDECIDED', question: 'MARK' },
    ])
  })

  test('of a season has one athlete, and makes the competitions that are new', async () => {
    const season = { kind: 'season', athlete: SER_OD, date: '1999', countryCode: 'MGL' }
    const id = await preview(
      typedSheet(season, [
        {
          date: '3 Jun',
          competition: 'Darkhan Spring Race',
          city: 'Darkhan (MGL)',
          discipline: '10,000 m',
          mark: '31:20.5',
        },
        { date: '12.9.', city: 'Erdenet (MGL)', discipline: 'Half marathon', mark: '1:10:03', place: '2' },
      ]),
    )
    await publish(id)
    expect(await countRows(database.db, id)).toMatchObject({ NEW: 2, WRITTEN: 2 })
    const { results = [] } = (await findAthleteRecord(database.db, SER_OD)) ?? {}
    const added = results.filter(({ date }) => date.startsWith('1999'))
    expect(
      added.map(({ date, mark, countryCode, competition: { name, city } }) => [date, mark, countryCode, name, city]),
    ).toEqual(
      expect.arrayContaining([
        ['1999-06-03', expect.stringContaining('31:20.5'), 'MGL', 'Darkhan Spring Race', 'Darkhan'],
        ['1999-09-12', '1:10:03', 'MGL', 'Erdenet', 'Erdenet'],
      ]),
    )
  })

  test('is given back as it was typed until it is published', async () => {
    const typed = typedSheet(RACE, [{ name: 'Aoife O’SULLIVAN', mark: '2:40:00', place: '60' }])
    const id = await preview(typed)
    expect(await findSheet(database.db, id)).toEqual(typed)
    await publish(id)
    expect(await findSheet(database.db, id)).toBeNull()
    expect(await acceptSheet(database.db, editor, id)).toMatchObject({ accepted: false })
  })

  test('names everything that is wrong with it, cell by cell', async () => {
    const { errors } = await checkSheet(
      database.db,
      typedSheet({ kind: 'race', competition: '', discipline: 'marathon', sex: '' }, [
        { name: 'Nobody', mark: '0:22:08' },
        {},
        { mark: '2:40:00', country: 'Narnia' },
      ]),
    )
    expect(Object.keys(errors).sort()).toEqual(['competition', 'row:country.2', 'row:mark.0', 'row:name.2', 'sex'])
    expect((await checkSheet(database.db, typedSheet(RACE, [{}]))).errors).toHaveProperty('form')
  })

  test('asks which competition is meant, and when a new one was held', async () => {
    const rows = [{ name: 'Aoife O’SULLIVAN', mark: '2:40:00' }]
    const several = await checkSheet(database.db, typedSheet({ ...RACE, competition: 'Fukuoka' }, rows))
    expect(several.errors).toHaveProperty('competition')
    expect(several.candidates.map(({ slug }) => slug)).toContain(FUKUOKA)
    const competitionReference = encodeReference({ slug: FUKUOKA, text: 'Fukuoka', isChosen: true })
    const chosen = await checkSheet(
      database.db,
      typedSheet({ ...RACE, competition: 'Fukuoka', competitionReference }, rows),
    )
    expect(chosen).toMatchObject({ errors: {}, typed: { competition: ['Fukuoka Marathon 2014'] } })
    const other = { ...RACE, competition: 'A race that nobody knows' }
    expect((await checkSheet(database.db, typedSheet(other, rows))).errors).toHaveProperty('date')
    expect((await checkSheet(database.db, typedSheet({ ...other, date: '2001' }, rows))).errors).toEqual({})
    expect((await checkSheet(database.db, typedSheet({ ...RACE, date: '2009' }, rows))).errors).toHaveProperty('date')
  })

  test('knows while it is typed who is meant', async () => {
    const typed = [
      HIM,
      { name: HIM.name, country: 'KAZ', birthDate: '' },
      { name: 'Aoife O’Sullivan', country: 'IRL', birthDate: '1990' },
      { name: '…', country: '', birthDate: '' },
    ]
    const him = { slug: SER_OD, birthDate: '1981-10-07', countryCode: 'MGL' }
    expect(await lookUpPeople(database.db, typed, { sex: 'M', date: '2014' })).toMatchObject([
      { state: 'KNOWN', athletes: [him] },
      { state: 'ASK', athletes: [him] },
      { state: 'NEW', athletes: [] },
      null,
    ])
  })
})
