import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { citedFigure, contentColumns, figureKey, figureOf, ITSELF, type Thing } from '@/lib/record/figures'
import type { Row } from '@/lib/record/history'
import { draftOf } from '@/lib/record/result-draft'
import { engines, type TestDatabase } from '@/testing/database'
import { anEditor, EVIDENCE, openLoadedRecord, SER_OD } from '@/testing/record'
import { asTicked, everything, restore, undo } from '@/testing/undoing'
import type { Editor } from '../accounts/editor'
import { findAthleteRecord } from '../athletes/athletes'
import { mergeAthletes, previewMerge } from '../athletes/merging'
import { splitAthlete } from '../athletes/splitting'
import { findFindings } from '../findings/findings'
import { addResult, saveResult, withdrawResult } from '../results/results'
import { findCitationVersions, findCitedThing } from '../sources/cited-things'
import { addCitation, changeCitation, withdrawCitation } from '../sources/citing'
import { findDisputedFigures, resolveDispute } from '../sources/resolve-dispute'
import { change } from './change'
import { BROUGHT } from './plan'
import { REFERENCES } from './references'
import { findUndo } from './undo'

const TWIN = 'serod-batochir'
const RUNS = Number(process.env.PALMARES_RUNS || 8)
const STEPS_AT_MOST = 7
/** Fixed, so that a failure is the same on the next day. It reports the steps; looking for fewer would take minutes. */
const SEED = 20141207

/** A step of some editors' work: what is done, and which of the things that there are. */
interface Step {
  act: keyof typeof ACTS
  which: number
  how: number
}

/** The record by its figures: the columns of each, and its citations, as they stand. */
type Snapshot = Map<string, string>

interface Work {
  editor: Editor
  database: TestDatabase
  step: Step
  /** Every change set so far, the newest last. */
  changes: number[]
}

const pick = <T>(items: readonly T[], number: number): T | undefined => items[number % Math.max(items.length, 1)]
const other = (how: number) => ({
  ...EVIDENCE,
  locator: `page ${(how % 3) + 1}`,
  source: { publication: 'Yearbook', title: `Volume ${how % 2}`, url: null, date: null, author: null },
})

const resultsOf = async ({ database: { db } }: Work, slug: string) =>
  (await findAthleteRecord(db, slug))?.results.filter(({ athleteId }) => athleteId !== null) ?? []
const somebody = ({ step: { how } }: Work) => (how % 3 === 0 ? TWIN : SER_OD)

type Outcome = { saved: boolean; changeSetId?: number }
const NOTHING: Outcome = { saved: false }

const EDITS = [
  { mark: '2:11:11' },
  { mark: '2:12:12', 'place:overall': '7' },
  { mark: '', status: 'DNF', 'place:overall': '' },
  { note: 'In the rain', club: 'NTN' },
  { 'place:overall': '3', 'place:asian': '1', 'record:NR': 'MGL' },
  { date: '2014-12-06' },
  { competition: '2014-fukuoka-marathon' },
]

async function openCited(work: Work) {
  const { step, database } = work
  const result = pick(await resultsOf(work, somebody(work)), step.which % 4)
  const owner =
    step.how % 5 === 0 || !result
      ? ({ kind: 'athlete', key: somebody(work) } as const)
      : ({ kind: 'result', key: result.id } as const)
  const thing = await findCitedThing(database.db, owner)
  return thing && { owner, thing }
}

async function openCitation(work: Work) {
  const opened = await openCited(work)
  const citations = opened?.thing.fields.flatMap((field) => field.citations) ?? []
  const citation = pick(citations, work.step.which)
  if (!opened || !citation) return null
  const version = (await findCitationVersions(work.database.db, opened.thing)).get(citation.id) ?? 0
  return { citation, seen: { owner: opened.owner, id: citation.id, version } }
}

const VALUES: Record<string, string> = { mark: '2:10:10', birthDate: '1981-10-09', heightCm: '168', date: '2014-12-05' }

const ACTS = {
  correct: async (work: Work): Promise<Outcome> => {
    const { step, database, editor } = work
    const result = pick(await resultsOf(work, somebody(work)), step.which % 4)
    if (!result) return NOTHING
    const base = { draft: draftOf(result), version: result.version }
    const draft = { ...base.draft, ...pick(EDITS, step.how) }
    return saveResult(database.db, editor, { id: result.id, base, draft }, other(step.how))
  },
  add: async (work: Work): Promise<Outcome> => {
    const { step, database, editor } = work
    const found = await findAthleteRecord(database.db, somebody(work))
    if (!found) return NOTHING
    const competition = pick(['2004-hong-kong-marathon', '2010-berlin-marathon'], step.which) ?? ''
    const draft = { competition, discipline: '10k-road', sex: 'M', round: 'FINAL', mark: '29:50' }
    const newCompetition =
      step.how % 2 === 0
        ? null
        : {
            name: `Ekiden ${step.which % 2}`,
            year: 2012,
            city: 'Fukuoka',
            countryCode: 'JPN',
            category: 'ROAD_RACE' as const,
            startDate: '2012-12-16',
            endDate: null,
            series: null,
          }
    return addResult(database.db, editor, { athleteId: found.athlete.id, draft, newCompetition }, other(step.which))
  },
  withdraw: async (work: Work): Promise<Outcome> => {
    const result = pick(await resultsOf(work, somebody(work)), work.step.which % 4)
    return result ? withdrawResult(work.database.db, work.editor, result.id, other(work.step.how)) : NOTHING
  },
  cite: async (work: Work): Promise<Outcome> => {
    const { step, database, editor } = work
    const opened = await openCited(work)
    const known = opened?.thing.fields.filter(({ key }) => VALUES[key]) ?? []
    const field = pick(known, step.which)
    if (!opened || !field) return NOTHING
    const { owner, thing } = opened
    const stance = step.how % 2 === 0 ? ('keep' as const) : ('accept' as const)
    const given = { owner, version: thing.version, field: field.key, asserts: VALUES[field.key] ?? '', stance }
    return addCitation(database.db, editor, { ...given, rejection: 'MISPRINT' }, other(step.how))
  },
  recite: async (work: Work): Promise<Outcome> => {
    const opened = await openCitation(work)
    if (!opened) return NOTHING
    const { citation, seen } = opened
    const edit = {
      locator: `row ${work.step.how % 4}`,
      asserts: citation.asserts ?? '',
      rejection: null,
      reason: 'Misread',
    }
    return changeCitation(work.database.db, work.editor, seen, edit)
  },
  uncite: async (work: Work): Promise<Outcome> => {
    const opened = await openCitation(work)
    return opened ? withdrawCitation(work.database.db, work.editor, opened.seen, 'Not there') : NOTHING
  },
  resolve: async ({ step, database, editor }: Work): Promise<Outcome> => {
    const { figures } = await findDisputedFigures(database.db)
    const figure = pick(figures, step.which)
    const thing = figure && (await findCitedThing(database.db, figure.owner))
    if (!figure || !thing) return NOTHING
    const values = figure.assertions.map(({ value }) => value)
    const why = Object.fromEntries(values.map((value) => [value, 'STALE' as const]))
    const seen = { owner: figure.owner, key: figure.key, version: thing.version }
    const chosen = { accepted: values.at(-1 - (step.how % values.length)) ?? '', why, reason: 'Looked into' }
    return resolveDispute(database.db, editor, seen, chosen)
  },
  merge: async ({ step, database, editor }: Work): Promise<Outcome> => {
    const preview = await previewMerge(database.db, TWIN, SER_OD)
    if (typeof preview === 'string') return NOTHING
    const side = step.how % 2 === 0 ? ('into' as const) : ('from' as const)
    const chosen = Object.fromEntries(preview.choices.map(({ fact }) => [fact, side]))
    const dropped = preview.twins.map(({ id }) => id)
    return mergeAthletes(database.db, editor, { from: TWIN, into: SER_OD, chosen, dropped }, other(step.how))
  },
  split: async (work: Work): Promise<Outcome> => {
    const { step, database, editor } = work
    const found = await findAthleteRecord(database.db, SER_OD)
    const [name] = found?.athlete.names ?? []
    const resultIds = (await resultsOf(work, SER_OD)).slice(step.which % 3, (step.which % 3) + 2).map(({ id }) => id)
    const nothing = { affiliationIds: [], externalIdIds: [], photoIds: [] }
    const chosen = { ...nothing, resultIds, nameVariantIds: name ? [name.id] : [] }
    const athlete = { displayName: 'Ser-Od Another', sortName: 'Another', nativeName: null, birthDate: '1990' } as const
    const given = { slug: SER_OD, chosen, athlete: { ...athlete, sex: 'M' as const, countryCode: 'MGL' } }
    return splitAthlete(database.db, editor, given, other(step.how))
  },
  restore: async ({ step, database, editor, changes }: Work): Promise<Outcome> => {
    const revisions = await database.db.revision.findMany({
      where: { changeSetId: { in: changes } },
      orderBy: { id: 'asc' },
      select: { id: true },
    })
    const revision = pick(revisions, step.which * 7)
    if (!revision) return NOTHING
    const side = step.how % 2 === 0 ? ('before' as const) : ('after' as const)
    return restore(database.db, editor, { revisionId: revision.id, side })
  },
  undo: async ({ step, database, editor, changes }: Work): Promise<Outcome> => {
    const id = pick(changes, step.which)
    const ticks = step.how % 4 === 0 ? everything : asTicked
    return id === undefined ? NOTHING : undo(database.db, editor, id, { ticks })
  },
}

/** Each kind of change, and twice what editors do most, which is how they come to change the same figure. */
const KINDS = [...(Object.keys(ACTS) as (keyof typeof ACTS)[]), 'correct', 'correct', 'cite', 'undo'] as const

const STEPS = fc
  .tuple(
    fc.shuffledSubarray([...KINDS], { minLength: 4, maxLength: STEPS_AT_MOST }),
    fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { minLength: STEPS_AT_MOST, maxLength: STEPS_AT_MOST }),
  )
  .map(([acts, numbers]) =>
    acts.map((act, index): Step => {
      const [which = 0, how = 0] = numbers[index] ?? []
      return { act, which, how }
    }),
  )

describe.each(engines())('any sequence of changes, on the %s database', (engine) => {
  let database: TestDatabase
  let editors: Editor[]
  let first: { seen: unknown; figures: Snapshot }
  let isClean = false

  /** A record of its own; a run that passed leaves it as it was, so that the next can go on with it. */
  const open = async () => {
    if (isClean) return
    await database?.close()
    database = await openLoadedRecord(engine)
    editors = [await anEditor(database.db, 'Oyuna'), await anEditor(database.db, 'Brett')]
    await makeTwin(database, editors[0] as Editor)
    first = { seen: await seen(), figures: await snapshot() }
  }
  afterAll(() => database.close())

  const snapshot = () => snapshotOf(database)

  /** What readers see: the assembled record of both, and what its findings are. */
  const seen = async () => {
    const told = []
    for (const slug of [SER_OD, TWIN]) {
      const found = await findAthleteRecord(database.db, slug)
      if (!found) throw new Error(`${slug} is gone.`)
      const { revision: _revision, updatedAt: _updatedAt, results, ...record } = found
      const findings = await findFindings(database.db, { athleteSlug: slug })
      told.push({ ...record, results: results.map(({ version: _version, ...result }) => result), findings })
    }
    return told
  }

  test('undone in any order until nothing is left to undo, gives the record of before', async () => {
    await fc.assert(
      fc.asyncProperty(STEPS, fc.infiniteStream(fc.nat(11)), async (steps, order) => {
        await open()
        isClean = false
        const made = await work(steps)
        await undoAll(made, order)
        expect(difference(presentIn(first.figures), presentIn(await snapshot()))).toEqual([])
        expect(await seen()).toEqual(first.seen)
        isClean = true
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    )
  }, 180_000)

  /** Takes the steps. @returns each change set with the record before and after it. */
  async function work(steps: readonly Step[]) {
    const made = new Map<number, { before: Snapshot; after: Snapshot; isUndo: boolean }>()
    let before = await snapshot()
    for (const [index, step] of steps.entries()) {
      const editor = editors[index % 2] as Editor
      const { saved, changeSetId } = await ACTS[step.act]({ editor, database, step, changes: [...made.keys()] })
      if (!saved || changeSetId === undefined) continue
      const after = await snapshot()
      made.set(changeSetId, { before, after, isUndo: step.act === 'undo' })
      before = after
    }
    return made
  }

  /** Undoes what can be undone, in the order that chance gives, until there is nothing left. */
  async function undoAll(made: Awaited<ReturnType<typeof work>>, order: fc.Stream<number>) {
    const left = [...made].flatMap(([id, { isUndo }]) => (isUndo ? [] : [id]))
    let before = await snapshot()
    let undone = 0
    for (let isMoving = left.length > 0; isMoving; ) {
      isMoving = false
      const [turn = 0] = order.take(1)
      for (const id of [...left.slice(turn % left.length), ...left.slice(0, turn % left.length)]) {
        const view = await findUndo(database.db, id)
        if (!view?.choices.some(({ isTicked }) => isTicked)) continue
        const outcome = await undo(database.db, editors[0] as Editor, id)
        if (!outcome.saved) continue
        const after = await snapshot()
        expectPutBack(made.get(id), before, after)
        before = after
        isMoving = true
        // A change may come back in parts, but not for ever.
        expect(++undone).toBeLessThan(5 * STEPS_AT_MOST)
        break
      }
    }
  }
})

/**
 * Each figure that an undo changed is as it was before the change, with all its citations; no other was touched. What the
 * change made is withdrawn.
 */
function expectPutBack(of: { before: Snapshot; after: Snapshot } | undefined, before: Snapshot, after: Snapshot) {
  if (!of) return
  const touched = new Set(difference(of.before, of.after))
  const comesAlong = BROUGHT.map((entity) => `${entity}/`)
  for (const key of difference(before, after)) {
    const isPresence = key === itselfOf(key) && comesAlong.some((start) => key.startsWith(start))
    if (isPresence && !WITHDRAWN.test(after.get(key) ?? '')) continue
    expect(touched, key).toContain(key)
    const isMade = !of.before.has(itselfOf(key))
    if (isMade) expect(after.get(itselfOf(key)), key).toMatch(WITHDRAWN)
    else expect(after.get(key), key).toEqual(of.before.get(key))
  }
}

const WITHDRAWN = /^\[\["withdrawn",true\]/
const itselfOf = (key: string) => key.replace(/[^/]+$/, ITSELF)

function difference(one: Snapshot, two: Snapshot): string[] {
  return [...new Set([...one.keys(), ...two.keys()])].filter((key) => one.get(key) !== two.get(key))
}

/** The figures of what is in the record. */
function presentIn(snapshot: Snapshot): Snapshot {
  return new Map([...snapshot].filter(([key]) => snapshot.get(itselfOf(key))?.startsWith('[["withdrawn",false]')))
}

/** Every figure there ever was, also of what has been withdrawn. */
async function snapshotOf({ db }: TestDatabase): Promise<Snapshot> {
  const tables = [...new Set(REFERENCES.flatMap(({ table, parent }) => [table, parent]))]
  const rows = await db.$queryRawUnsafe<{ entity: string; row: Row }[]>(
    tables.map((table) => `SELECT '${table}' AS entity, id, to_jsonb(t) AS row FROM "${table}" t`).join(' UNION ALL ') +
      ' ORDER BY 1, 2',
  )
  const figures = new Map<string, unknown[]>()
  const say = (key: string, what: unknown) => figures.set(key, [...(figures.get(key) ?? []), what])
  for (const { entity, row } of rows) {
    const thing: Thing = { entity, id: String(row.id) }
    const columns = contentColumns(row).toSorted((a, b) => Number(b === 'withdrawn') - Number(a === 'withdrawn'))
    if (entity !== 'citations') {
      for (const column of columns)
        say(figureKey({ ...thing, figure: figureOf(entity, column) }), [column, row[column]])
    } else if (row.withdrawn === false) {
      // After the columns of what it is about, whichever comes first.
      const cited = columns.map((column) => [column, row[column]])
      say(`${figureKey(citedFigure(row))} cited`, [row.id, cited])
    }
  }
  return new Map([...figures].map(([key, said]) => [key, JSON.stringify(said)]))
}

/** Another athlete who is the same: with a result in a race that Ser-Od ran as well, a name and citations. */
async function makeTwin({ db }: TestDatabase, editor: Editor): Promise<void> {
  await change(db, editor, { kind: 'EDIT', ...EVIDENCE }, async ({ tx, sourceId }) => {
    const cite = { sourceId: sourceId ?? '', locator: 'p. 1' }
    const given = { slug: TWIN, displayName: 'Serod Batochir', sortName: 'Batochir, Serod', sex: 'M' } as const
    const { id: athleteId } = await tx.athlete.create({ data: { ...given, birthDate: '1982-01-01', heightCm: 171 } })
    await tx.citation.create({ data: { ...cite, athleteId, field: 'birthDate', asserts: '1982-01-01' } })
    await tx.citation.create({ data: { ...cite, athleteId, field: 'heightCm', asserts: '171' } })
    const name = await tx.nameVariant.create({ data: { athleteId, text: 'セルオド', script: 'Jpan' } })
    await tx.citation.create({ data: { ...cite, nameVariantId: name.id, field: 'text' } })
    const shared = await tx.result.findMany({
      where: { athlete: { slug: SER_OD }, mark: { not: null }, withdrawn: false },
      orderBy: { id: 'asc' },
      take: 1,
    })
    const elsewhere = await tx.race.findMany({
      where: { results: { none: { athlete: { slug: SER_OD } } }, event: { disciplineSlug: 'marathon' } },
      orderBy: { id: 'asc' },
      take: 2,
    })
    const own = elsewhere.map(({ id }) => ({ raceId: id, mark: '2:30:00', value: 9_000_000, precision: 1000 }))
    const same = shared.map(({ raceId, mark, value, precision, club }) => ({ raceId, mark, value, precision, club }))
    for (const data of [...own, ...same]) {
      const result = await tx.result.create({ data: { ...data, athleteId } })
      const place = await tx.place.create({ data: { resultId: result.id, classification: 'military', place: 3 } })
      await tx.citation.create({ data: { ...cite, resultId: result.id, field: 'mark', asserts: data.mark } })
      await tx.citation.create({ data: { ...cite, placeId: place.id, field: 'place', asserts: '3' } })
    }
  })
}
