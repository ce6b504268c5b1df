/** The record by its figures, to compare one moment with another. */
import { citedFigure, contentColumns, figureKey, figureOf, ITSELF, type Thing } from '@/lib/record/figures'
import type { Row } from '@/lib/record/history'
import type { Db } from '@/prisma/client'
import { REFERENCES } from '@/server/history/references'

/** The columns of each figure by its key, and its citations by the key and "cited", as they stand. */
export type Snapshot = Map<string, string>

/** Every figure there ever was, also of what has been withdrawn. */
export async function takeSnapshot(db: Db): Promise<Snapshot> {
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
      say(`${figureKey(citedFigure(row))}${CITED}`, [row.id, cited])
    }
  }
  return new Map([...figures].map(([key, said]) => [key, JSON.stringify(said)]))
}

const CITED = ' cited'

export const WITHDRAWN = /^\[\["withdrawn",true\]/
const PRESENT = '[["withdrawn",false]'

/** The key of whether the thing of a figure is in the record. */
export const itselfOf = (key: string) => key.replace(/[^/]+$/, ITSELF)

/** The keys of the figures, and of their citations, in which two moments differ. */
export function difference(one: Snapshot, two: Snapshot): string[] {
  return [...new Set([...one.keys(), ...two.keys()])].filter((key) => one.get(key) !== two.get(key))
}

/** The figures of what is in the record. */
export function presentIn(snapshot: Snapshot): Snapshot {
  return new Map([...snapshot].filter(([key]) => snapshot.get(itselfOf(key))?.startsWith(PRESENT)))
}

/** The figures that have their value still, and of all the sources that were followed for them none any more. */
export function bereft(before: Snapshot, after: Snapshot): string[] {
  const isFollowed = (snapshot: Snapshot, key: string) =>
    snapshot.get(`${key}${CITED}`)?.includes('["accepted",true]') ?? false
  const [had, has] = [presentIn(before), presentIn(after)]
  return [...had.keys()].filter((key) => had.get(key) === has.get(key) && isFollowed(had, key) && !isFollowed(has, key))
}
