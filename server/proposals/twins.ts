/** What a proposal would make and the record has by now: two proposals may describe the same new competition. */
import { type Thing, thingKey } from '@/lib/record/figures'
import type { Row } from '@/lib/record/history'
import { type Db, Prisma } from '@/prisma/client'
import type { ProposedRow } from './kept'

/** By which columns two rows are the same thing; in the order in which they rest on each other. */
const SAME = {
  sources: ['publication', 'title', 'url', 'date', 'author', 'translator', 'language', 'accessed'],
  competitions: ['name', 'year'],
  events: ['competitionId', 'disciplineSlug', 'sex', 'ageGroup', 'paraClass'],
  races: ['eventId', 'round', 'number'],
} as const

/**
 * The ids of the things of the record that are the same as new rows, by the thingKey of the new row.
 *
 * @param known those that are known already.
 */
export async function findTwins(
  db: Db,
  rows: readonly ProposedRow[],
  known: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const twins = new Map(known)
  for (const [table, columns] of Object.entries(SAME)) {
    for (const { entity, id, before, after } of rows) {
      if (entity !== table || before !== null || twins.has(thingKey({ entity, id }))) continue
      const twin = await findTwin(db, { entity, id }, withParent(after, twins), columns)
      if (twin !== null) twins.set(thingKey({ entity, id }), twin)
    }
  }
  return twins
}

const PARENTS: Record<string, string> = { competitionId: 'competitions', eventId: 'events' }

/** An event of a competition that the record has by now is looked for there. */
function withParent(row: Row, twins: ReadonlyMap<string, string>): Row {
  const parents = Object.entries(PARENTS).flatMap(([column, entity]): [string, string][] => {
    const twin = twins.get(thingKey({ entity, id: String(row[column]) }))
    return twin === undefined ? [] : [[column, twin]]
  })
  return { ...row, ...Object.fromEntries(parents) }
}

async function findTwin(db: Db, { entity, id }: Thing, row: Row, columns: readonly string[]): Promise<string | null> {
  const table = Prisma.raw(`"${entity}"`)
  const same = columns.map((column) => {
    const name = Prisma.raw(`"${column}"`)
    return Prisma.sql`t.${name} IS NOT DISTINCT FROM p.${name}`
  })
  const [found] = await db.$queryRaw<{ id: string }[]>`
    SELECT t.id FROM ${table} t, jsonb_populate_record(NULL::${table}, ${JSON.stringify(row)}::jsonb) p
    WHERE NOT t.withdrawn AND t.id <> ${id} AND ${Prisma.join(same, ' AND ')} ORDER BY t.id LIMIT 1`
  return found?.id ?? null
}
