/**
 * The long work of imports. What is to be done is in the database, so that it goes on after a restart: the process that
 * works on an import sends a heartbeat every few seconds, and an import without one is taken over by the next process.
 */
import { readStoredSetup } from '@/lib/import/stored'
import type { Client } from '@/prisma/client'
import { catchUp, publishGathered } from '../freshness/watch'
import { writeImport } from './accept'
import { analyse } from './analyse'
import { rememberFormerEdition } from './former-editions'
import { type Run, takeStep } from './import-state'
import { type Report, Stopped } from './progress'
import { TooManyRows } from './read'
import { readAgain } from './rematch'
import { NothingWritten, TooMuchTrouble } from './trouble'
import { undoBatches } from './undo'
import { Unreadable } from './unreadable'

const HEARTBEAT_MS = 3_000
/** In seconds. */
const SILENCE = 20

const running = globalThis as { palmaresImports?: Promise<void> }

/** Starts whatever imports have to do, one after the other, in the background. */
export function startImports(db: Client): void {
  running.palmaresImports ??= work(db).finally(() => {
    delete running.palmaresImports
  })
}

/** Looks every few seconds for an import that waits and that nobody works on, after a restart for instance. */
export function watchImports(db: Client): void {
  startImports(db)
  setInterval(() => startImports(db), HEARTBEAT_MS).unref()
}

/** Does all there is to do, and returns when nothing is left. */
export async function finishImports(db: Client): Promise<void> {
  startImports(db)
  await running.palmaresImports
}

async function work(db: Client): Promise<void> {
  for (;;) {
    const [taken] = await db.$queryRaw<{ id: string; state: Run }[]>`
      UPDATE imports SET "heartbeatAt" = now() WHERE id = (
        SELECT id FROM imports WHERE state IN ('READING', 'ACCEPTING', 'UNDOING')
          AND ("heartbeatAt" IS NULL OR "heartbeatAt" < now() - make_interval(secs => ${SILENCE}))
          -- Only one import writes at a time, in whichever process: the next must see what it has written.
          AND NOT EXISTS (SELECT 1 FROM imports o WHERE o.id <> imports.id AND o.state IN ('ACCEPTING', 'UNDOING')
            AND o."heartbeatAt" >= now() - make_interval(secs => ${SILENCE}))
        ORDER BY "createdAt" LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id, state`
    if (!taken) return
    await runImport(db, taken.id, taken.state)
  }
}

async function runImport(db: Client, id: string, state: Run): Promise<void> {
  let reportedAt = 0
  const report: Report = async (progress) => {
    if (Date.now() - reportedAt < HEARTBEAT_MS / 3) return
    reportedAt = Date.now()
    const { count } = await db.import.updateMany({ where: { id, state }, data: { progress, heartbeatAt: new Date() } })
    if (count === 0) throw new Stopped('The import was stopped.')
  }
  try {
    const problem = await RUNS[state](db, id, report)
    // Whoever reads that it is done finds it on the public pages.
    if (state !== 'READING') await publishGathered(db)
    await takeStep(db, id, `finish${state}`, { problem })
    await catchUp()
    if (state !== 'READING') await analyse(db)
  } catch (error) {
    if (error instanceof Stopped) {
      await db.import.updateMany({ where: { id }, data: { heartbeatAt: null } })
      return
    }
    if (error instanceof NothingWritten && (await mayGiveBack(db, id))) {
      await takeStep(db, id, 'giveBack', { problem: error.message, changeSetId: null, sourceId: null })
      return
    }
    const isOurs = [Unreadable, TooManyRows, NothingWritten, TooMuchTrouble].some((kind) => error instanceof kind)
    if (!isOurs) console.error(error)
    const problem =
      isOurs && error instanceof Error
        ? error.message
        : 'Something went wrong on our side. What was written is in the history.'
    await takeStep(db, id, 'fail', { problem })
  }
}

/** Whether an import has written nothing under any change set. */
async function mayGiveBack(db: Client, id: string): Promise<boolean> {
  const { changeSetId, earlierChangeSetIds } = await db.import.findUniqueOrThrow({ where: { id } })
  // The source that was described for it may be new; nothing else is.
  const written = { changeSetId: changeSetId ?? -1, entity: { not: 'sources' } }
  return earlierChangeSetIds.length === 0 && (await db.revision.count({ where: written })) === 0
}

/** What a run does; a sentence where something of it was left. */
const RUNS: Record<Run, (db: Client, id: string, report: Report) => Promise<string | null>> = {
  READING: async (db, id, report) => {
    const { setup } = await db.import.findUniqueOrThrow({ where: { id }, select: { setup: true } })
    await readAgain(db, id, readStoredSetup(setup), report)
    return null
  },
  ACCEPTING: async (db, id, report) => {
    const left = await writeImport(db, id, report)
    await rememberFormerEdition(db, id)
    return left
  },
  UNDOING: async (db, id, report) => {
    const { undoId } = await db.import.findUniqueOrThrow({ where: { id }, select: { undoId: true } })
    if (undoId !== null) await undoBatches(db, id, { undoId, lines: null, report })
    return null
  },
}
