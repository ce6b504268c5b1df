/**
 * The long work of imports. Whatever is to be done stands in the database, so that it goes on after a restart; the
 * process that does it says so every few seconds, and one that has fallen silent is taken over by the next.
 */
import type { ImportSetup } from '@/lib/import/setup'
import type { Client } from '@/prisma/client'
import { writeImport } from './accepting'
import { findFormerEdition } from './editions'
import { type Report, readImport, Stopped, TooManyRows } from './reading'
import { Unreadable } from './setup'
import { takeBack } from './undoing'

const BEAT_MS = 3_000
/** In seconds. */
const SILENCE = 20

const running = globalThis as { palmaresImports?: Promise<void> }

/** Begins, or goes on with, whatever imports have to do; one after the other, in the background. */
export function startImports(db: Client): void {
  running.palmaresImports ??= work(db).finally(() => {
    delete running.palmaresImports
  })
}

/** Looks every few seconds whether an import waits that nobody works on: one that a restart has cut short. */
export function watchImports(db: Client): void {
  startImports(db)
  setInterval(() => startImports(db), BEAT_MS).unref()
}

/** Does all there is to do, and returns when nothing is left. */
export async function finishImports(db: Client): Promise<void> {
  startImports(db)
  await running.palmaresImports
}

async function work(db: Client): Promise<void> {
  for (;;) {
    const [taken] = await db.$queryRaw<{ id: string; state: 'READING' | 'ACCEPTING' | 'UNDOING' }[]>`
      UPDATE imports SET beat = now() WHERE id = (
        SELECT id FROM imports WHERE state IN ('READING', 'ACCEPTING', 'UNDOING')
          AND (beat IS NULL OR beat < now() - make_interval(secs => ${SILENCE}))
          -- One at a time writes, whichever process it is in: the next must see what it has written.
          AND NOT EXISTS (SELECT 1 FROM imports o WHERE o.id <> imports.id AND o.state IN ('ACCEPTING', 'UNDOING')
            AND o.beat >= now() - make_interval(secs => ${SILENCE}))
        ORDER BY "createdAt" LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id, state`
    if (!taken) return
    await runImport(db, taken.id, taken.state)
  }
}

async function runImport(db: Client, id: string, state: 'READING' | 'ACCEPTING' | 'UNDOING'): Promise<void> {
  let told = 0
  const report: Report = async (progress) => {
    if (Date.now() - told < BEAT_MS / 3) return
    told = Date.now()
    const { count } = await db.import.updateMany({ where: { id, state }, data: { progress, beat: new Date() } })
    if (count === 0) throw new Stopped('The import was stopped.')
  }
  try {
    const { setup, undoId } = await db.import.findUniqueOrThrow({ where: { id } })
    if (state === 'READING') await readImport(db, id, setup as unknown as ImportSetup, report)
    else if (state === 'ACCEPTING') {
      await writeImport(db, id, report)
      await findFormerEdition(db, id)
    } else if (undoId !== null) await takeBack(db, id, undoId, null, report)
    const next = { READING: 'READY', ACCEPTING: 'DONE', UNDOING: 'UNDONE' } as const
    await db.import.updateMany({ where: { id, state }, data: { state: next[state], beat: null } })
    if (state !== 'READING') await db.$executeRaw`ANALYZE`
  } catch (error) {
    if (error instanceof Stopped) {
      await db.import.updateMany({ where: { id }, data: { beat: null } })
      return
    }
    const isOurs = error instanceof Unreadable || error instanceof TooManyRows
    if (!isOurs) console.error(error)
    const problem = isOurs ? error.message : 'Something went wrong on our side. What was written is in the history.'
    await db.import.updateMany({ where: { id }, data: { state: 'FAILED', problem, beat: null } })
  }
}
