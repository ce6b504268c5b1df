/**
 * Rows of the record's tables as the database writes them into its history: a column's name and its value in JSON. The
 * tables of today give them, and those of a day in the past (past-tables.ts), so that a record is put together in one way.
 */
import { type Db, Prisma } from '@/prisma/client'

export type Row = { id: string; withdrawn?: boolean } & Record<string, unknown>

export type Table =
  | 'affiliations'
  | 'athletes'
  | 'attempts'
  | 'biography_chapters'
  | 'citations'
  | 'claims'
  | 'competitions'
  | 'events'
  | 'external_ids'
  | 'name_variants'
  | 'photos'
  | 'places'
  | 'published_places'
  | 'races'
  | 'record_claims'
  | 'representations'
  | 'results'
  | 'series'
  | 'sources'
  | 'splits'
  | 'team_members'

/** The rows of a table whose column has one of these values. */
export interface Ask {
  table: Table
  column: string
  ids: readonly string[]
}

export interface Tables {
  /** @returns the rows for each question, in the questions' order. Withdrawn rows are found by their id alone, if at all. */
  read(asks: readonly Ask[]): Promise<Row[][]>
}

/** A question; values that are no text, as the id of a thing that there is not, are left out. */
export function ask(table: Table, column: string, ids: Iterable<unknown>): Ask {
  return { table, column, ids: [...new Set(ids)].filter((id) => typeof id === 'string') }
}

/** The tables as they are. All questions together are one query: on the embedded database each costs a turn. */
export function currentTables(db: Db): Tables {
  return {
    read: async (asks) => {
      const found = asks.map((): Row[] => [])
      const queries = asks.flatMap(({ table, column, ids }, index) =>
        ids.length === 0 ? [] : [queryOf(table, column, ids, index)],
      )
      if (queries.length === 0) return found
      const rows = await db.$queryRaw<{ asked: number; row: Row }[]>(Prisma.join(queries, ' UNION ALL '))
      for (const { asked, row } of rows) found[asked]?.push(row)
      return found
    },
  }
}

function queryOf(table: Table, column: string, ids: readonly string[], index: number): Prisma.Sql {
  const name = Prisma.raw(`"${column}"`)
  const present = column === 'id' ? Prisma.empty : Prisma.sql`AND NOT t.withdrawn`
  return Prisma.sql`
    SELECT ${index}::int AS asked, row_to_json(t) AS row FROM ${Prisma.raw(table)} t
    WHERE t.${name} = ANY (${ids}::text[]) ${present}`
}
