/** What an editor answers to a list itself: which of two places is right, and what a row should say. It is read again then. */
import type { ClashAnswer, Surrounded } from '@/lib/import/agreement'
import type { Cells } from '@/lib/import/row-cells'
import type { Correction, ImportSetup } from '@/lib/import/setup'
import { readStoredSetup } from '@/lib/import/stored'
import type { Client } from '@/prisma/client'
import { startReading } from './read'
import { findDecisions } from './saved-decisions'

/** Takes one of two places to be right, in all rows in which they disagree about this field. */
export async function answerClash(db: Client, id: string, field: Surrounded, answer: ClashAnswer): Promise<boolean> {
  return readWith(db, id, ({ answers, ...setup }) => ({ ...setup, answers: { ...answers, [field]: answer } }))
}

/** Puts rows right: what is typed counts over what the file has, by column. */
export async function correctRows(
  db: Client,
  id: string,
  rows: readonly { line: number; cells: Cells }[],
): Promise<boolean> {
  const known = await db.importRow.findMany({
    where: { importId: id, line: { in: rows.map(({ line }) => line) }, written: false },
    select: { line: true, raw: true },
  })
  const corrections = rows.flatMap(({ line, cells }): Correction[] => {
    const row = known.find((one) => one.line === line)
    return row && Object.keys(cells).length > 0 ? [{ line, raw: row.raw, cells }] : []
  })
  if (corrections.length === 0) return false
  return readWith(db, id, ({ corrections: before = [], ...setup }) => ({
    ...setup,
    corrections: corrections.reduce(corrected, before),
  }))
}

function corrected(before: readonly Correction[], correction: Correction): Correction[] {
  const isSame = ({ line, raw }: Correction) => line === correction.line && raw === correction.raw
  const cells = { ...before.find(isSame)?.cells, ...correction.cells }
  return [...before.filter((one) => !isSame(one)), { ...correction, cells }]
}

async function readWith(db: Client, id: string, change: (setup: ImportSetup) => ImportSetup): Promise<boolean> {
  const found = await db.import.findUnique({ where: { id }, select: { setup: true } })
  if (!found) return false
  return startReading(db, id, change(readStoredSetup(found.setup)), await findDecisions(db, id))
}
