import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { RowContext } from '@/lib/import/listing'
import type { ImportSetup } from '@/lib/import/setup'
import { resultsTable } from '@/lib/pages/open-data'
import type { Evidence } from '@/lib/record/evidence'
import { draftOf } from '@/lib/record/result-draft'
import { engines, type TestDatabase } from '@/testing/database'
import { anEditor, EVIDENCE, openLoadedRecord, SER_OD } from '@/testing/record'
import { saved, undo } from '@/testing/undoing'
import type { Editor } from '../accounts/editor'
import { findAthleteRecord } from '../athletes/athletes'
import { findFindings } from '../findings/findings'
import { findResult, saveResult } from '../results/results'
import { acceptImport, acceptRest, countToWrite } from './accept'
import { decideMeetings, decidePeople, decideRows, teachName } from './decide'
import { findVanished } from './former-editions'
import { cancelImport } from './imports'
import { beginImport } from './inspect'
import { countRows, findOpenMeetings, findOpenPeople, findPreviewRows, findSuggestions } from './preview'
import { Stopped } from './progress'
import { startReading } from './read'
import { matchAgain } from './rematch'
import { finishImports } from './runner'
import { undoImport, undoRows } from './undo'
import { Unreadable } from './unreadable'

const HEADER = 'Rank,Mark,Competitor,DOB,Nat,Pos,Venue,Date,Results Score'
const LIST: Evidence['source'] = {
  publication: 'A federation',
  title: 'All-time list',
  url: null,
  date: '2023',
  author: null,
}
/** Who did not finish, somewhere in 2014. */
const NOWHERE = [
  { mark: 'DNF', name: 'Li WANG', born: '5 MAR 1994', nation: 'CHN', place: '', venue: '', date: '2014' },
]
const MEN: Partial<RowContext> = { discipline: 'marathon', sex: 'M' }

describe.each(engines())('An import, on the %s database', (engine) => {
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

  const read = async (text: string | Uint8Array, context: Partial<RowContext> = MEN, name = 'list.csv') => {
    const { db } = database
    const id = await beginImport(db, editor, name, once(typeof text === 'string' ? Buffer.from(text) : text))
    const { setup } = await db.import.findUniqueOrThrow({ where: { id } })
    const told = setup as unknown as ImportSetup
    await startReading(db, id, { ...told, context: { ...told.context, ...context } })
    await finishImports(db)
    expect((await db.import.findUniqueOrThrow({ where: { id } })).state).toBe('READY')
    return id
  }
  const accept = async (id: string, source: Evidence['source'] = LIST) => {
    expect(
      await acceptImport(database.db, editor, id, { reason: 'A list', locator: 'the list', source }),
    ).toMatchObject({ accepted: true })
    await finishImports(database.db)
    expect((await database.db.import.findUniqueOrThrow({ where: { id } })).state).toBe('DONE')
  }
  const kinds = async (id: string) => {
    const { rows } = await findPreviewRows(database.db, id, {})
    return rows.map(({ kind, leftOut }) => (leftOut ? `${kind}, left out` : kind))
  }
  const serOd = async () => {
    const found = await findAthleteRecord(database.db, SER_OD)
    if (!found) throw new Error('He is not there.')
    return found
  }
  /** His whole record, in lines that are compared one by one. */
  const state = async () => {
    const { athlete, results, claims, sources, editions } = await serOd()
    return [athlete, ...results, ...claims, ...sources, editions].map((thing) =>
      JSON.stringify({ ...thing, version: null }),
    )
  }

  /** Everything that the record holds of athletes, competitions, results and places, in no particular order. */
  const present = async () =>
    database.db.$queryRaw<unknown[]>`
      SELECT 'result' AS what, to_jsonb(r) - 'version' AS row FROM results r WHERE NOT withdrawn
      UNION ALL SELECT 'place', to_jsonb(p) - 'version' FROM places p WHERE NOT withdrawn
      UNION ALL SELECT 'athlete', to_jsonb(a) - 'version' FROM athletes a WHERE NOT withdrawn
      UNION ALL SELECT 'competition', to_jsonb(c) - 'version' FROM competitions c WHERE NOT withdrawn
      UNION ALL SELECT 'citation', to_jsonb(c) - 'version' FROM citations c WHERE NOT withdrawn
      ORDER BY 1, 2`

  const KNOWN = '1,2:16:22,Ser-Od BAT-OCHIR,07 OCT 1981,MGL,3,Beijing (CHN),21 OCT 2007,1180'
  const NEW = '2,2:09:59,Hakim EL MANSOURI,1 JAN 1990,MAR,1,Hamburg (GER),26 APR 2015,1150'
  const CONTRADICTING = '3,2:11:35,BAT-OCHIR Ser-Od,1981,MGL,8,London (GBR),17 APR 2011,1134'

  test('writes nothing before it is accepted', async () => {
    const before = await state()
    const revisions = await database.db.revision.count()
    const id = await read(
      [HEADER, KNOWN, NEW, CONTRADICTING, '4,22:08,X Y,,MGL,1,Ulan-Ude (RUS),1 MAY 2010,'].join('\n'),
    )
    expect(await kinds(id)).toEqual(['CHANGES', 'NEW', 'CONTRADICTS', 'REFUSED'])
    expect(changed(before, await state())).toEqual([])
    expect(await database.db.revision.count()).toBe(revisions)
  })

  test('fills in what is not known, adds what is new, and sets what contradicts beside what is held', async () => {
    const id = await read([HEADER, KNOWN, NEW, CONTRADICTING].join('\n'))
    await accept(id)
    const { results } = await serOd()
    const beijing = results.find(({ mark }) => mark === '2:16:22')
    expect(beijing).toMatchObject({ date: '2007-10-21', places: [{ classification: 'overall', place: 3 }] })
    const london = results.find(
      ({ competition, date }) => competition.name === 'London Marathon' && date.startsWith('2011'),
    )
    expect(london?.places).toMatchObject([{ place: 9 }])
    expect(london?.places[0]?.citations.map(({ asserts }) => asserts)).toContain('8')
    const newcomer = await findAthleteRecord(database.db, 'hakim-el-mansouri')
    expect(newcomer).toMatchObject({
      athlete: {
        displayName: 'Hakim El Mansouri',
        sortName: 'El Mansouri, Hakim',
        birthDate: '1990-01-01',
        countryCode: 'MAR',
      },
      results: [
        { mark: '2:09:59', value: 7_799_000, date: '2015-04-26', competition: { city: 'Hamburg', countryCode: 'GER' } },
      ],
    })
    expect(newcomer?.results[0]?.citations.map(({ field, asserts }) => [field, asserts])).toEqual([
      ['date', '2015-04-26'],
      ['mark', '2:09:59'],
    ])
  })

  test('of the same file once more changes nothing', async () => {
    const file = [HEADER, KNOWN, NEW, CONTRADICTING].join('\n')
    await accept(await read(file))
    const counts = async () => [
      await database.db.result.count(),
      await database.db.citation.count(),
      await database.db.athlete.count(),
    ]
    const before = [await state(), await counts()]
    const again = await read(file)
    expect(await countRows(database.db, again)).toMatchObject({ NEW: 0, UNDECIDED: 0 })
    const { slug } = await database.db.source.findFirstOrThrow({ where: { publication: 'A federation' } })
    await accept(again, { slug })
    expect(changed(before[0] as string[], await state())).toEqual([])
    expect(await counts()).toEqual(before[1])
  })

  test('of which two previews were accepted is in the record once', async () => {
    const file = [HEADER, KNOWN, NEW, CONTRADICTING].join('\n')
    const [one, other] = [await read(file), await read(file)]
    await accept(one)
    const { slug } = await database.db.source.findFirstOrThrow({ where: { publication: 'A federation' } })
    await accept(other, { slug })
    expect(await countRows(database.db, other)).toMatchObject({ NEW: 0, WRITTEN: 3 })
    expect(await database.db.athlete.count({ where: { displayName: 'Hakim El Mansouri' } })).toBe(1)
    expect((await findAthleteRecord(database.db, 'hakim-el-mansouri'))?.results).toHaveLength(1)
  })

  test('previewed before another was taken back is written as the record is now', async () => {
    const file = [HEADER, NEW].join('\n')
    const one = await read(file)
    await accept(one)
    const stale = await read(file)
    expect(await kinds(stale)).toEqual(['SAME'])
    await undoImport(database.db, editor, one, 'A mistake')
    await finishImports(database.db)
    await accept(stale, { ...LIST, title: 'Another list' } as Evidence['source'])
    const his = await database.db.result.findMany({
      where: { withdrawn: false, athlete: { displayName: 'Hakim El Mansouri', withdrawn: false } },
    })
    expect(his.map(({ mark }) => mark)).toEqual(['2:09:59'])
  })

  test('keeps what was decided when it is matched again', async () => {
    const doubtful = '1,2:10:01,Ser-Od BAT-OCHIR,10 JUL 1981,MGL,1,Wien (AUT),1 MAY 2010,'
    const id = await read([HEADER, doubtful, doubtful.replace('2:10:01', '2:12:12'), CONTRADICTING].join('\n'))
    expect(await kinds(id)).toEqual(['UNDECIDED', 'UNDECIDED', 'CONTRADICTS'])
    await decideRows(database.db, id, [3], true)
    await decideRows(database.db, id, [4], false)
    const { people } = await findOpenPeople(database.db, id)
    await decidePeople(database.db, id, [people[0]?.id ?? ''], { id: people[0]?.candidates[0]?.id ?? '' })
    await accept(await read([HEADER, NEW].join('\n')))
    await accept(id, { ...LIST, title: 'Another list' } as Evidence['source'])
    const marks = (await serOd()).results.filter(({ date }) => date === '2010-05-01').map(({ mark }) => mark)
    expect(marks.sort()).toEqual(['2:10:01', '2:12:12'])
    expect(await kinds(id)).toEqual(['NEW', 'NEW', 'CONTRADICTS, left out'])
  })

  test('is not undone row by row as a change: its own page takes it back', async () => {
    const id = await read([HEADER, NEW].join('\n'))
    await accept(id)
    const { changeSetId } = await database.db.import.findUniqueOrThrow({ where: { id } })
    expect(await undo(database.db, editor, changeSetId ?? 0)).toEqual({
      saved: false,
      refusal: { kind: 'import', importId: id },
    })
  })

  test('taken back restores the record to the letter', async () => {
    const before = await state()
    const id = await read([HEADER, KNOWN, NEW, CONTRADICTING].join('\n'))
    await accept(id)
    expect(await state()).not.toEqual(before)
    expect(await undoImport(database.db, editor, id, 'A mistake')).toBe(true)
    await finishImports(database.db)
    expect(changed(before, await state())).toEqual([])
    expect(await findAthleteRecord(database.db, 'hakim-el-mansouri')).toBeNull()
    expect(await database.db.competition.count({ where: { city: 'Hamburg', withdrawn: false } })).toBe(0)
  })

  test('taken back leaves a result that somebody has edited since, and says so', async () => {
    const id = await read([HEADER, KNOWN, NEW].join('\n'))
    await accept(id)
    const row = await database.db.importRow.findFirstOrThrow({ where: { importId: id, line: 3 } })
    const found = await findResult(database.db, row.resultId ?? '')
    if (!found) throw new Error('It is not there.')
    const base = { draft: draftOf(found.result), version: found.result.version }
    expect(
      await saveResult(
        database.db,
        editor,
        { id: found.result.id, base, draft: { ...base.draft, mark: '2:09:58' } },
        EVIDENCE,
      ),
    ).toMatchObject({ saved: true })
    expect(await undoRows(database.db, editor, id, { lines: [3], reason: 'A mistake' })).toEqual({ left: [3] })
    await undoImport(database.db, editor, id, 'A mistake')
    await finishImports(database.db)
    expect((await findAthleteRecord(database.db, 'hakim-el-mansouri'))?.results).toMatchObject([{ mark: '2:09:58' }])
    expect((await serOd()).results.find(({ mark }) => mark === '2:16:22')?.places).toEqual([])
  })

  test('taken back in part, because somebody had edited a result, is taken back whole once that edit is undone', async () => {
    const { db } = database
    const before = await present()
    const id = await read([HEADER, KNOWN, NEW].join('\n'))
    await accept(id)
    const { resultId } = await db.importRow.findFirstOrThrow({ where: { importId: id, line: 3 } })
    const found = await findResult(db, resultId ?? '')
    if (!found) throw new Error('It is not there.')
    const base = { draft: draftOf(found.result), version: found.result.version }
    const edit = { id: found.result.id, base, draft: { ...base.draft, mark: '2:09:58' } }
    const changed = saved(await saveResult(db, editor, edit, EVIDENCE))
    const takeBack = async () => {
      expect(await undoImport(db, editor, id, 'A mistake')).toBe(true)
      await finishImports(db)
      return countRows(db, id)
    }
    expect(await takeBack()).toMatchObject({ WRITTEN: 1 })
    expect(await undo(db, editor, changed)).toMatchObject({ saved: true })
    expect(await takeBack()).toMatchObject({ WRITTEN: 0 })
    expect(await present()).toEqual(before)
  })

  test('accepted further by another editor is in that editor’s name, and is undone whole', async () => {
    const { db } = database
    const before = await present()
    const id = await read([HEADER, KNOWN, NEW].join('\n'))
    await decideRows(db, id, [3], false)
    await accept(id)
    const { changeSetId: first } = await db.import.findUniqueOrThrow({ where: { id } })

    const other = await anEditor(db, 'Berta')
    await decideRows(db, id, [3], true)
    expect(await acceptRest(db, other, id)).toBe(true)
    await finishImports(db)
    const row = await db.importRow.findFirstOrThrow({ where: { importId: id, line: 3 } })
    const revision = await db.revision.findFirstOrThrow({
      where: { entity: 'results', entityId: row.resultId ?? '' },
      include: { changeSet: true },
    })
    expect(revision.changeSet).toMatchObject({ authorName: 'Berta', kind: 'IMPORT', reason: 'A list' })
    expect(revision.changeSetId).not.toBe(first)
    expect(await undo(db, editor, first ?? 0)).toEqual({
      saved: false,
      refusal: { kind: 'import', importId: id },
    })

    expect(await undoImport(db, editor, id, 'A mistake')).toBe(true)
    await finishImports(db)
    expect(await present()).toEqual(before)
  })

  test('is taken back row by row', async () => {
    const id = await read([HEADER, KNOWN, NEW].join('\n'))
    await accept(id)
    expect(await undoRows(database.db, editor, id, { lines: [3], reason: 'Not him' })).toEqual({ left: [] })
    expect((await findAthleteRecord(database.db, 'hakim-el-mansouri'))?.results ?? []).toEqual([])
    const beijing = (await serOd()).results.find(({ mark }) => mark === '2:16:22')
    expect(beijing?.places).toMatchObject([{ place: 3 }])
  })

  test('asks about a doubtful athlete, and goes by the answer for all his rows', async () => {
    const rows = [
      '1,2:10:01,Ser-Od BAT-OCHIR,10 JUL 1981,MGL,1,Wien (AUT),1 MAY 2010,',
      '2,2:10:02,Ser-Od BAT-OCHIR,10 JUL 1981,MGL,1,Wien (AUT),1 MAY 2011,',
    ]
    const id = await read([HEADER, ...rows].join('\n'))
    expect(await kinds(id)).toEqual(['UNDECIDED', 'UNDECIDED'])
    const { people } = await findOpenPeople(database.db, id)
    expect(people).toMatchObject([{ rows: 2, candidates: [{ slug: SER_OD }] }])
    await decidePeople(database.db, id, [people[0]?.id ?? ''], { id: people[0]?.candidates[0]?.id ?? '' })
    expect(await kinds(id)).toEqual(['NEW', 'NEW'])
    await decidePeople(database.db, id, [people[0]?.id ?? ''], 'leave out')
    expect(await kinds(id)).toEqual(['NEW, left out', 'NEW, left out'])
  })

  test('asks which of two competitions of one town and year is meant', async () => {
    const { db } = database
    await accept(
      await read(
        [
          HEADER,
          '1,2:12:00,A ONE,1 JAN 1980,KEN,1,Graz (AUT),3 MAY 2009,',
          '2,2:12:01,B TWO,2 JAN 1980,KEN,1,Graz (AUT),4 OCT 2009,',
        ].join('\n'),
      ),
    )
    const id = await read([HEADER, '1,2:13:00,C THREE,3 JAN 1980,KEN,2,Graz (AUT),2009,'].join('\n'))
    const { meetings } = await findOpenMeetings(db, id)
    expect(meetings).toMatchObject([{ city: 'Graz', rows: 1, candidates: [{}, {}] }])
    await decideMeetings(db, editor, id, {
      ids: meetings[0]?.ids ?? [],
      choice: { id: meetings[0]?.candidates[0]?.id ?? '' },
    })
    expect(await kinds(id)).toEqual(['NEW'])
  })

  test('recognises a competition of another name by a result that is in both, and remembers it for every year', async () => {
    const known = '1,2:11:05,Ser-Od BAT-OCHIR,07 OCT 1981,MGL,2,Oita (JPN),05 FEB 2012,1142'
    const later = '2,2:10:59,Ser-Od BAT-OCHIR,07 OCT 1981,MGL,4,Oita (JPN),01 FEB 2015,1144'
    const id = await read([HEADER, known, later].join('\n'))
    expect(await kinds(id)).toEqual(['SAME', 'NEW'])
    const [suggestion] = await findSuggestions(database.db, id)
    expect(suggestion).toMatchObject({ listed: 'Oita', countryCode: 'JPN' })
    await teachName(database.db, editor, id, suggestion?.meetingId ?? '')
    await accept(id)
    const oita = (await serOd()).results.find(({ mark }) => mark === '2:10:59')
    expect(oita?.competition.series?.name).toBe(suggestion?.series)
    expect(await findSuggestions(database.db, await read([HEADER, known].join('\n')))).toEqual([])
  })

  test('tells namesakes apart by their birth dates, and puts one man’s spellings together', async () => {
    const rows = [
      '1,2:10:01,Li WANG,1 JAN 1990,CHN,1,Wien (AUT),1 MAY 2015,',
      '2,2:10:02,WANG Li,01 JAN 1990,CHN,2,Linz (AUT),1 JUN 2015,',
      '3,2:10:03,Li WANG,5 MAR 1994,CHN,2,Wien (AUT),1 MAY 2015,',
      '4,2:10:04,Li WÁNG,1994,CHN,2,Graz (AUT),1 JUL 2015,',
    ]
    await accept(await read([HEADER, ...rows].join('\n')))
    const athletes = await database.db.athlete.findMany({
      where: { slug: { startsWith: 'li-wang' } },
      include: { results: true },
      orderBy: { birthDate: 'asc' },
    })
    expect(athletes.map(({ slug, birthDate, results }) => [slug, birthDate, results.length])).toEqual([
      ['li-wang', '1990-01-01', 2],
      ['li-wang-1994', '1994-03-05', 2],
    ])
  })

  test('a line that repeats another is written once, and a second mark in one race is asked about', async () => {
    const row = '1,2:10:01,Li WANG,1 JAN 1990,CHN,1,Wien (AUT),1 MAY 2015,'
    const id = await read([HEADER, row, row, row.replace('2:10:01', '2:10:05')].join('\n'))
    expect(await kinds(id)).toEqual(['NEW', 'SAME, left out', 'UNDECIDED'])
    await decideRows(database.db, id, [4], false)
    await accept(id)
    expect((await findAthleteRecord(database.db, 'li-wang'))?.results).toHaveLength(1)
  })

  test('lines of two names that are decided to be one man are one start, and two again when that is taken back', async () => {
    const rows = [
      '1,2:10:01,Li WANG,1 JAN 1990,CHN,1,Wien (AUT),1 MAY 2015,',
      '2,2:10:01,Lee WONG,2 JAN 1991,CHN,1,Wien (AUT),1 MAY 2015,',
      '3,2:10:07,Lee WONG,2 JAN 1991,CHN,1,Wien (AUT),2 MAY 2015,',
      '4,2:10:08,Li WANG,1 JAN 1990,CHN,1,Wien (AUT),2 MAY 2015,',
    ]
    const id = await read([HEADER, ...rows].join('\n'))
    expect(await kinds(id)).toEqual(['NEW', 'NEW', 'NEW', 'NEW'])
    const [wang, wong] = await database.db.importPerson.findMany({
      where: { importId: id },
      orderBy: { birthDate: 'asc' },
    })
    await decidePeople(database.db, id, [wong?.id ?? ''], { id: wang?.athleteId ?? '' })
    expect(await kinds(id)).toEqual(['NEW', 'SAME, left out', 'NEW', 'UNDECIDED'])
    await decidePeople(database.db, id, [wong?.id ?? ''], 'new')
    expect(await kinds(id)).toEqual(['NEW', 'NEW', 'NEW', 'NEW'])
  })

  test('what was left open is asked about again; who decides it then need not take each row', async () => {
    const doubtful = '1,2:10:01,Ser-Od BAT-OCHIR,10 JUL 1981,MGL,1,Wien (AUT),1 MAY 2010,'
    await accept(await read([HEADER, doubtful, NEW, CONTRADICTING].join('\n')))
    const again = await read([HEADER, doubtful, NEW, CONTRADICTING].join('\n'))
    expect(await kinds(again)).toEqual(['UNDECIDED', 'SAME', 'CONTRADICTS'])
    const { people } = await findOpenPeople(database.db, again)
    await decidePeople(database.db, again, [people[0]?.id ?? ''], { id: people[0]?.candidates[0]?.id ?? '' })
    expect(await kinds(again)).toEqual(['NEW', 'SAME', 'CONTRADICTS'])
  })

  test('a line that repeats another stays known when its man is decided, and nothing waits after the writing', async () => {
    const doubtful = '1,2:30:01,Ser-Od BAT-OCHIR,10 JUL 1981,MGL,1,Erdenet (MGL),1 MAY 1998,'
    const id = await read([HEADER, doubtful, doubtful, NEW, NEW].join('\n'))
    const { people } = await findOpenPeople(database.db, id)
    await decidePeople(database.db, id, [people[0]?.id ?? ''], 'new')
    expect(await kinds(id)).toEqual(['NEW', 'SAME, left out', 'NEW', 'SAME, left out'])
    expect(await countToWrite(database.db, id)).toBe(2)
    await accept(id)
    expect(await countToWrite(database.db, id)).toBe(0)
    expect(await database.db.result.count({ where: { mark: '2:30:01', withdrawn: false } })).toBe(1)
  })

  test('what was left out stays out, whatever is decided afterwards, until it is taken in', async () => {
    const rows = [
      '1,2:30:01,Ser-Od BAT-OCHIR,10 JUL 1981,MGL,61,Beijing (CHN),2008,',
      '2,2:30:02,Ser-Od BAT-OCHIR,10 JUL 1981,MGL,1,Erdenet (MGL),1 MAY 1999,',
      '3,2:33:02,Bold DORJ,10 JUL 1971,MGL,62,Beijing (CHN),2008,',
    ]
    const id = await read([HEADER, ...rows].join('\n'))
    const [{ people }, { meetings }] = [await findOpenPeople(database.db, id), await findOpenMeetings(database.db, id)]
    const [who, where] = [[people[0]?.id ?? ''], meetings.flatMap(({ ids }) => ids)]
    await decidePeople(database.db, id, who, 'leave out')
    await decideMeetings(database.db, editor, id, { ids: where, choice: 'new' })
    expect(await kinds(id)).toEqual(['NEW, left out', 'NEW, left out', 'NEW'])
    expect([await countToWrite(database.db, id), (await countRows(database.db, id)).LEFT_OUT]).toEqual([1, 2])
    await decideRows(database.db, id, [3], false)
    await decidePeople(database.db, id, who, 'new')
    expect(await kinds(id)).toEqual(['NEW', 'NEW, left out', 'NEW'])
    await decideMeetings(database.db, editor, id, { ids: where, choice: 'leave out' })
    expect(await countToWrite(database.db, id)).toBe(0)
  })

  test('who is stopped while it is matched again loses neither rows nor decisions', async () => {
    const id = await read([HEADER, KNOWN, NEW, CONTRADICTING].join('\n'))
    await decideRows(database.db, id, [4], false)
    await accept(
      await read(
        [HEADER, NEW.replace('Hakim', 'Karim').replace('1 JAN 1990', '2 FEB 1991').replace('2:09:59', '2:09:57')].join(
          '\n',
        ),
      ),
    )
    const source = { ...LIST, title: 'Another list' } as Evidence['source']
    await acceptImport(database.db, editor, id, { reason: 'A list', locator: 'the list', source })
    const { setup } = await database.db.import.findUniqueOrThrow({ where: { id } })
    const stop = async () => {
      throw new Stopped('Stopped.')
    }
    await expect(matchAgain(database.db, id, setup as unknown as ImportSetup, stop)).rejects.toThrow(Stopped)
    await cancelImport(database.db, id)
    expect(await acceptRest(database.db, editor, id)).toBe(true)
    await finishImports(database.db)
    expect(await kinds(id)).toEqual(['CHANGES', 'NEW', 'CONTRADICTS, left out'])
    expect((await countRows(database.db, id)).WRITTEN).toBe(2)
  })

  test('a later edition of a list reports what has vanished, and takes nothing away', async () => {
    await accept(await read([HEADER, KNOWN, NEW].join('\n')))
    const later = await read([HEADER, KNOWN].join('\n'))
    expect((await findVanished(database.db, later)).results).toMatchObject([
      { athlete: 'Hakim El Mansouri', mark: '2:09:59' },
    ])
    await accept(later)
    expect((await findAthleteRecord(database.db, 'hakim-el-mansouri'))?.results).toHaveLength(1)
    const findings = await findFindings(database.db, { athleteSlug: 'hakim-el-mansouri' })
    expect(findings.map(({ rule }) => rule)).toContain('vanished-from-list')
    const his = await findFindings(database.db, { athleteSlug: SER_OD })
    expect(his.map(({ rule }) => rule)).not.toContain('vanished-from-list')

    // Another list is no later edition, whatever its file is called; and what the next one has again has not vanished.
    const other = await read([HEADER, NEW.replace('MANSOURI', 'MANSUR').replace('2:09:59', '2:09:58')].join('\n'))
    expect((await findVanished(database.db, other)).from).toBeNull()
    await accept(await read([HEADER, KNOWN, NEW].join('\n'), MEN, 'list of 2025.csv'))
    const after = await findFindings(database.db, { athleteSlug: 'hakim-el-mansouri' })
    expect(after.map(({ rule }) => rule)).not.toContain('vanished-from-list')
  })

  test('of our own download says nothing new', async () => {
    const record = await serOd()
    const before = await state()
    const { header, rows: table } = resultsTable(record)
    const id = await read(
      stringify([header, ...table]),
      { sex: 'M', athlete: record.athlete.displayName },
      'results.csv',
    )
    // A name alone is asked about, once for the whole file.
    const { people } = await findOpenPeople(database.db, id)
    expect(people).toHaveLength(1)
    await decidePeople(database.db, id, [people[0]?.id ?? ''], { id: record.athlete.id })
    const counts = await countRows(database.db, id)
    const { rows } = await findPreviewRows(database.db, id, {})
    // Refused are teams' results, and those of which nothing is known but that he was there.
    const odd = rows
      .filter(({ kind, reason }) => kind !== 'SAME' && !/team|neither/.test(reason ?? ''))
      .map(({ raw, kind, reason, changes }) => ({ raw, kind, reason, changes }))
    expect(odd).toEqual([])
    expect(counts.SAME).toBeGreaterThan(60)
    expect(changed(before, await state())).toEqual([])
  })

  test.each([
    ['a spreadsheet', Buffer.concat([Buffer.from('PK\x03\x04'), randomBytes(2000)]), /\.xlsx|zip|spreadsheet/i],
    ['a picture', Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), randomBytes(2000)]), /picture|image/i],
    ['an empty file', Buffer.from('  \n'), /nothing/i],
  ])('refuses %s in words, and keeps nothing of it', async (_what, bytes, words) => {
    await expect(beginImport(database.db, editor, 'file', once(bytes))).rejects.toThrow(Unreadable)
    await expect(beginImport(database.db, editor, 'file', once(bytes))).rejects.toThrow(words)
    expect(await database.db.import.count()).toBe(0)
  })

  test('refuses a formula and a row of ten megabytes by their lines, and takes the rest', async () => {
    const formula = '1,2:10:01,"=HYPERLINK(""http://x.example"",""A B"")",1 JAN 1990,CHN,1,Wien (AUT),1 MAY 2015,'
    const id = await read(
      [HEADER, formula, `2,${'9'.repeat(10_000_000)},A B,,CHN,1,Wien (AUT),1 MAY 2015,`, NEW].join('\n'),
    )
    const { rows } = await findPreviewRows(database.db, id, {})
    expect(rows.map(({ line, kind }) => [line, kind])).toEqual([
      [2, 'REFUSED'],
      [3, 'REFUSED'],
      [4, 'NEW'],
    ])
    expect(rows.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/formula/i),
      expect.stringMatching(/long/i),
      null,
    ])
  })

  test('whatever a list holds: read twice it is in the record once, and taken back it leaves nothing', async () => {
    const pick = <T>(...values: T[]) => fc.constantFrom(...values)
    const row = fc.record({
      mark: pick('2:10:01', '2:10:02', '2:11:35', '2:13:00', 'DNF', '2:08.50', '22:08'),
      name: pick('Li WANG', 'WANG Li', 'Lí Wáng', 'Ser-Od BAT-OCHIR', 'Bat-Ochir Ser-Od', 'Anna KOWALSKA-LIS'),
      born: pick('', '1990', '01 JAN 1990', '10 JAN 1990', '07 OCT 1981', '5 MAR 1994'),
      nation: pick('CHN', 'MGL', 'POL', ''),
      place: pick('', '1', '4.0', '2h3'),
      venue: pick('Wien (AUT)', 'London (GBR)', 'Fukuoka (JPN)', 'Stadion, Graz (AUT)', ''),
      date: pick('01 MAY 2015', '02 MAY 2015', '17 APR 2011', '2014', '07 DEC 2014'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
        const lines = rows.map(({ mark, name, born, nation, place, venue, date }, index) =>
          [index + 1, mark, name, born, nation, place, `"${venue}"`, date, ''].join(','),
        )
        const file = [HEADER, ...lines].join('\n')
        const before = await present()
        const first = await read(file)
        await accept(first)
        const once = await present()
        const again = await read(file)
        expect((await countRows(database.db, again)).NEW).toBe(0)
        const { slug } = await database.db.source.findFirstOrThrow({
          where: { publication: 'A federation', withdrawn: false },
        })
        await accept(again, { slug })
        expect(await present()).toEqual(once)
        for (const id of [again, first]) {
          await undoImport(database.db, editor, id, 'A property')
          await finishImports(database.db)
        }
        expect(await present()).toEqual(before)
      }),
      { numRuns: 8, seed: 11, examples: [[NOWHERE]] },
    )
  }, 180_000)

  test('goes on where a killed run has stopped', async () => {
    const { db } = database
    const rows = Array.from(
      { length: 700 },
      (_, n) =>
        `${n},2:1${n % 10}:${10 + (n % 50)},Runner R${n},1 JAN 1990,KEN,1,Town ${n % 40} (KEN),1 MAY ${1980 + (n % 40)},`,
    )
    const id = await read([HEADER, ...rows].join('\n'))
    await acceptImport(db, editor, id, { reason: 'A list', locator: 'the list', source: LIST })
    // A run that died in the middle: half is written, and its last sign of life is long ago.
    await db.import.update({ where: { id }, data: { state: 'ACCEPTING', heartbeatAt: new Date(Date.now() - 60_000) } })
    await finishImports(db)
    expect(await countRows(db, id)).toMatchObject({ WRITTEN: 700 })
    expect(
      await db.result.count({ where: { athlete: { displayName: { startsWith: 'Runner' } }, withdrawn: false } }),
    ).toBe(700)
  })
})

/** Lines of which the one state has other ones than the other. */
function changed(before: string[], after: string[]): string[] {
  return [...before.filter((line) => !after.includes(line)), ...after.filter((line) => !before.includes(line))]
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
