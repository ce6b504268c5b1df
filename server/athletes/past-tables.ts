/** The tables at one point in the history, from the revisions. Withdrawn rows are left out. */
import type { Db } from '@/prisma/client'
import type { Ask, Row, Table, Tables } from './record-tables'

/** What revisions are filed under, beside the row's own id: the citations of a place, for one, under its result. */
const FILED = ['athleteId', 'resultId', 'competitionId'] as const
type Filed = (typeof FILED)[number]

/** @param changeSetId the last change that counts. */
export function pastTables(db: Db, changeSetId: number): Tables {
  const past = new Past(db, changeSetId)
  return {
    read: async (asks) => {
      const found: Row[][] = []
      for (const asked of asks) found.push(asked.ids.length === 0 ? [] : await past.rows(asked))
      return found
    },
  }
}

class Past {
  constructor(
    private readonly db: Db,
    private readonly changeSetId: number,
  ) {}

  async rows({ table, column, ids }: Ask): Promise<Row[]> {
    if (column === 'id') return this.byId(table, ids)
    if (column === 'withinId') return this.within(ids)
    if (column === 'seriesId') return this.ofSeries(ids)
    const filed = FILED.find((name) => name === column)
    // Those of a part are filed under what it is a part of, and found with that.
    return filed ? this.filedUnder(table, filed, ids) : []
  }

  private async byId(table: Table, ids: readonly string[]): Promise<Row[]> {
    const revisions = await this.db.revision.findMany({
      where: { entity: table, entityId: { in: [...ids] }, changeSetId: { lte: this.changeSetId } },
      orderBy: [{ entityId: 'asc' }, { id: 'desc' }],
      distinct: ['entityId'],
      select: { after: true },
    })
    return revisions.map(({ after }) => after as Row).filter(({ withdrawn }) => !withdrawn)
  }

  private async filedUnder(table: Table, column: Filed, ids: readonly string[]): Promise<Row[]> {
    // Two steps, since a row may have been filed elsewhere by its last revision: a result moved to another athlete.
    const filed = await this.db.revision.findMany({
      where: { entity: table, [column]: { in: [...ids] }, changeSetId: { lte: this.changeSetId } },
      distinct: ['entityId'],
      select: { entityId: true },
    })
    const rows = await this.byId(
      table,
      filed.map(({ entityId }) => entityId),
    )
    return rows.filter((row) => !(column in row) || row[column] === null || ids.includes(String(row[column])))
  }

  /** The championships that were decided within these competitions. */
  private async within(ids: readonly string[]): Promise<Row[]> {
    const named = await this.db.$queryRaw<{ id: string }[]>`
      SELECT DISTINCT "entityId" AS id FROM revisions
      WHERE entity = 'competitions' AND after ->> 'withinId' = ANY (${ids}) AND "changeSetId" <= ${this.changeSetId}`
    return this.byId(
      'competitions',
      named.map(({ id }) => id),
    )
  }

  /** The competitions of these series. One that has since been moved to another series is not found. */
  private async ofSeries(ids: readonly string[]): Promise<Row[]> {
    const today = await this.db.competition.findMany({ where: { seriesId: { in: [...ids] } }, select: { id: true } })
    return this.byId(
      'competitions',
      today.map(({ id }) => id),
    )
  }
}
