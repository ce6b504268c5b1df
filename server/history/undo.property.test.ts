import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { Client } from '@/prisma/client'
import { engines, type TestDatabase } from '@/testing/database'
import { anEditor, openLoadedRecord, SER_OD } from '@/testing/record'
import { bereft, difference, itselfOf, presentIn, type Snapshot, takeSnapshot, WITHDRAWN } from '@/testing/snapshot'
import { undoAny } from '@/testing/steps/imports'
import { TWIN } from '@/testing/steps/step'
import { ACTS, EACH_KIND, type Step, sequencesOf, UNCITING } from '@/testing/steps/steps'
import { makeTwins } from '@/testing/steps/twins'
import type { Editor } from '../accounts/editor'
import { findAthleteRecord } from '../athletes/athletes'
import { findFindings } from '../findings/findings'
import { BROUGHT } from './plan'

const RUNS = Number(process.env.PALMARES_RUNS || 6)
/** Fixed, so that a failure is the same on the next day. It reports the steps; looking for fewer would take minutes. */
const SEED = Number(process.env.PALMARES_SEED || 20141207)
const STEPS_AT_MOST = 8
const LONGEST = 120_000 + RUNS * 30_000
const STEPS = sequencesOf(STEPS_AT_MOST)

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
    await makeTwins(database.db, editors[0] as Editor)
    first = { seen: await seen(), figures: await snapshot() }
  }
  afterAll(() => database.close())

  const snapshot = () => takeSnapshot(database.db)

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

  test(
    'undone in any order until nothing is left to undo, gives the record of before',
    async () => {
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
    },
    LONGEST,
  )

  // The sequences above draw from all kinds on every engine; one by one they are taken on the last of the engines.
  test.runIf(engine === engines().at(-1))(
    'of each kind is undone to the letter by itself',
    async () => {
      await open()
      isClean = false
      for (const steps of EACH_KIND) {
        const made = await work(steps)
        expect(made.size, JSON.stringify(steps)).toBe(steps.length)
        for (const id of [...made.keys()].reverse()) {
          expect(await undoAny(database.db, editors[0] as Editor, id), JSON.stringify(steps)).toMatchObject({
            saved: true,
          })
        }
        const left = difference(presentIn(first.figures), presentIn(await snapshot()))
        expect(left, JSON.stringify(steps)).toEqual([])
      }
      expect(await seen()).toEqual(first.seen)
      isClean = true
    },
    LONGEST,
  )

  /** Takes the steps. @returns each change set with the record before and after it. */
  async function work(steps: readonly Step[]) {
    const made = new Map<number, { before: Snapshot; after: Snapshot; isUndo: boolean }>()
    let before = await snapshot()
    for (const [index, step] of steps.entries()) {
      const editor = editors[index % 2] as Editor
      const { saved, changeSetId } = await ACTS[step.act]({ editor, db: database.db, step, changes: [...made.keys()] })
      if (!saved || changeSetId === undefined) continue
      const after = await snapshot()
      if (!UNCITING.includes(step.act)) expect(bereft(before, after), step.act).toEqual([])
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
        const outcome = await undoAny(database.db, editors[0] as Editor, id)
        if (!outcome.saved) continue
        const after = await snapshot()
        expectPutBack(made.get(id), before, after, await findMerged(database.db))
        before = after
        isMoving = true
        // A change may come back in parts, but not for ever.
        expect(++undone).toBeLessThan(5 * STEPS_AT_MOST)
        break
      }
    }
  }
})

/** What was merged, by its id: the id of what is left. */
async function findMerged(db: Client): Promise<(said: string | undefined) => string | undefined> {
  const rows = await db.$queryRaw<{ id: string; into: string }[]>`
    SELECT id, "mergedIntoId" AS into FROM athletes WHERE "mergedIntoId" IS NOT NULL
    UNION ALL SELECT id, "mergedIntoId" FROM sources WHERE "mergedIntoId" IS NOT NULL
    UNION ALL SELECT id, "mergedIntoId" FROM series WHERE "mergedIntoId" IS NOT NULL`
  return (said) => rows.reduce((text, { id, into }) => text?.replaceAll(`"${id}"`, `"${into}"`), said)
}

/**
 * Each figure that an undo changed is as it was before the change, with all its citations; no other was touched. What the
 * change made is withdrawn. What has been merged since is the same as what it was merged into.
 */
function expectPutBack(
  of: { before: Snapshot; after: Snapshot } | undefined,
  before: Snapshot,
  after: Snapshot,
  now: (said: string | undefined) => string | undefined,
) {
  if (!of) return
  const touched = new Set(difference(of.before, of.after))
  const comesAlong = BROUGHT.map((entity) => `${entity}/`)
  for (const key of difference(before, after)) {
    const isPresence = key === itselfOf(key) && comesAlong.some((start) => key.startsWith(start))
    if (isPresence && !WITHDRAWN.test(after.get(key) ?? '')) continue
    expect(touched, key).toContain(key)
    const isMade = !of.before.has(itselfOf(key))
    if (isMade) expect(after.get(itselfOf(key)), key).toMatch(WITHDRAWN)
    else expect(now(after.get(key)), key).toEqual(now(of.before.get(key)))
  }
}
