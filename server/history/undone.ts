/** Which changes have been undone, by which others: computed from the figures that each touched. */
import { touchedFigures } from '@/lib/record/putting-back'
import type { Db } from '@/prisma/client'
import { findChangedRows } from './figure-states'

export interface Undone {
  /** The change sets that undid it, and have not been undone themselves. */
  by: number[]
  /** The keys of the figures that they put back. */
  figures: Set<string>
  isWhole: boolean
}

/** What has been undone of these change sets; those of which nothing has are left out. */
export async function findUndone(db: Db, changeSetIds: readonly number[]): Promise<Map<number, Undone>> {
  const undos = await db.$queryRaw<{ id: number; undoes: number }[]>`
    WITH RECURSIVE undos AS (
      SELECT id, "undoesId" FROM change_sets WHERE "undoesId" = ANY (${[...changeSetIds]}::int[])
      UNION
      SELECT c.id, c."undoesId" FROM change_sets c JOIN undos ON c."undoesId" = undos.id
    )
    SELECT id, "undoesId" AS undoes FROM undos ORDER BY id`
  if (undos.length === 0) return new Map()
  const rows = await findChangedRows(db, [...new Set(undos.flatMap(({ id, undoes }) => [id, undoes]))])
  const touched = (id: number) => touchedFigures(rows.get(id)?.states ?? [])
  const undone = (id: number): Undone => {
    const own = touched(id)
    const by = undos
      .filter(({ undoes }) => undoes === id)
      .map((undo) => {
        const again = undone(undo.id).figures
        return { id: undo.id, figures: [...touched(undo.id)].filter((key) => own.has(key) && !again.has(key)) }
      })
      .filter(({ figures }) => figures.length > 0)
    const figures = new Set(by.flatMap((undo) => undo.figures))
    return { by: by.map((undo) => undo.id), figures, isWhole: figures.size === own.size }
  }
  const known = new Set(undos.map(({ undoes }) => undoes))
  const found = changeSetIds.filter((id) => known.has(id)).map((id) => [id, undone(id)] as const)
  return new Map(found.filter(([, { by }]) => by.length > 0))
}
