/** How citations, and what they say, go over to what they are about from now on. */
import 'server-only'
import { sayTheSame } from '@/lib/record/assertions'
import type { Db } from '@/prisma/client'
import type { Change } from '../history/change'
import { writeColumns } from '../history/rows'
import type { CitationTarget } from '../sources/citations'

type Target = keyof CitationTarget

export interface Pair {
  from: string
  into: string
}

/**
 * Moves what is cited for one thing to another. What the same place of the same source is cited for on both sides, with
 * the same value, stays once.
 *
 * @returns the ids of the citations that were moved.
 */
export async function moveCitations(change: Change, target: Target, pairs: readonly Pair[]): Promise<string[]> {
  const into = new Map(pairs.map((pair) => [pair.from, pair.into]))
  const ids = pairs.flatMap((pair) => [pair.from, pair.into])
  const rows = await change.tx.citation.findMany({
    where: { [target]: { in: ids }, withdrawn: false },
    orderBy: { id: 'asc' },
  })
  const keyOf = (row: (typeof rows)[number], id: string) =>
    JSON.stringify([id, row.sourceId, row.locator, row.field, row.asserts])
  const own = (row: (typeof rows)[number]) => String(row[target])
  const known = new Set(rows.filter((row) => !into.has(own(row))).map((row) => keyOf(row, own(row))))
  const moving = rows.flatMap((row) => {
    const id = into.get(own(row))
    return id === undefined ? [] : [{ row, id, isKnown: known.has(keyOf(row, id)) }]
  })
  await writeColumns(
    change,
    'citations',
    moving.map(({ row, id, isKnown }) => (isKnown ? { id: row.id, withdrawn: true } : { id: row.id, [target]: id })),
  )
  return moving.flatMap(({ row, isKnown }) => (isKnown ? [] : [row.id]))
}

/** Marks which of the citations of a field agree with the value that was chosen. */
export async function followChosen(
  tx: Db,
  target: CitationTarget,
  { field, kept, reason }: { field: string; kept: string; reason: string },
): Promise<void> {
  const citations = await tx.citation.findMany({
    where: { ...target, field, withdrawn: false, asserts: { not: null } },
  })
  for (const { id, asserts, accepted } of citations) {
    const agrees = sayTheSame(field, null, asserts ?? '', kept)
    if (agrees === accepted) continue
    const data = { accepted: agrees, rejection: agrees ? null : ('CONTRADICTED' as const), reason }
    await tx.citation.update({ where: { id }, data })
  }
}
