/**
 * The states of an import. Nothing else changes them.
 *
 *   UPLOADED ─read→ READING ──→ READY ─accept→ ACCEPTING ──→ DONE ─undo→ UNDOING ──→ UNDONE
 *
 * READING, ACCEPTING and UNDOING are runs in the background (runner.ts). Stopping one, or a preview, leads to CANCELLED;
 * a run that fails, to FAILED; one that could write no row at all gives the preview back, as it was. An import has a change set once it is accepted. Before that it can be read again from any
 * state in which nothing runs; after that it can only be accepted further, with what was left open, or undone. What an
 * undo left, because somebody had changed it, can be undone later.
 */
import type { Db, Prisma } from '@/prisma/client'
import type { ImportState } from '@/prisma/generated/enums'

export type Run = 'READING' | 'ACCEPTING' | 'UNDOING'

interface Step {
  from: ImportState[]
  to: ImportState
  /** Whether the import must have a change set already, or must have none. */
  isAccepted?: boolean
}

const STEPS = {
  read: { from: ['UPLOADED', 'READY', 'CANCELLED', 'FAILED'], to: 'READING', isAccepted: false },
  accept: { from: ['READY'], to: 'ACCEPTING', isAccepted: false },
  giveBack: { from: ['ACCEPTING'], to: 'READY', isAccepted: true },
  acceptRest: { from: ['DONE', 'CANCELLED', 'FAILED'], to: 'ACCEPTING', isAccepted: true },
  undo: { from: ['DONE', 'CANCELLED', 'FAILED', 'UNDONE'], to: 'UNDOING', isAccepted: true },
  finishREADING: { from: ['READING'], to: 'READY' },
  finishACCEPTING: { from: ['ACCEPTING'], to: 'DONE' },
  finishUNDOING: { from: ['UNDOING'], to: 'UNDONE' },
  cancel: { from: ['UPLOADED', 'READING', 'READY', 'ACCEPTING'], to: 'CANCELLED' },
  fail: { from: ['READING', 'ACCEPTING', 'UNDOING'], to: 'FAILED' },
} satisfies Record<string, Step>

/** @returns whether the import was in a state from which it can take this step. */
export async function takeStep(
  db: Db,
  importId: string,
  step: keyof typeof STEPS,
  data: Prisma.ImportUncheckedUpdateManyInput = {},
): Promise<boolean> {
  const { from, to, isAccepted }: Step = STEPS[step]
  const { count } = await db.import.updateMany({
    where: {
      id: importId,
      state: { in: from },
      ...(isAccepted !== undefined && { changeSetId: isAccepted ? { not: null } : null }),
    },
    data: { problem: null, heartbeatAt: null, ...data, state: to },
  })
  return count > 0
}
