/** The list itself as the source of what it says. */
import { assertionsIn } from '@/lib/import/compare'
import type { Change } from '../history/change'
import { insertMany, type RecordRows } from '../history/rows'
import type { AcceptedRow, Batch } from './accepted-row'

type Target = 'athleteId' | 'resultId' | 'placeId' | 'recordClaimId'

interface Assertion {
  field: string
  asserts: string
  line: number
}

/** The citations of a batch, inserted together. */
export class ListCitations {
  private readonly rows: RecordRows['citations'][] = []

  constructor(private readonly list: Pick<Batch, 'sourceId' | 'locator'>) {}

  add(target: Target, id: string, { field, asserts, line }: Assertion): void {
    const { sourceId, locator } = this.list
    const row: RecordRows['citations'] = { sourceId, locator: locator ?? `line ${line}`, field, asserts }
    row[target] = id
    this.rows.push(row)
  }

  async insert(change: Change): Promise<void> {
    await insertMany(change, 'citations', this.rows)
  }
}

/** The parts of a result that citations are about, each by the name that an assertion has for it. */
export interface CitedParts {
  resultId: string
  /** By classification. */
  places: ReadonlyMap<string, string>
  /** By code. */
  records: ReadonlyMap<string, string>
}

/** Each thing that a line asserts, with the row of the record that it is about; none for what the record does not have. */
export function* citedBy({ line, listing }: AcceptedRow, { resultId, places, records }: CitedParts) {
  for (const { field, asserts } of assertionsIn(listing)) {
    const [kind, name = ''] = field.split(':')
    if (kind === 'place') {
      yield { target: 'placeId' as const, id: places.get(name), assertion: { field: 'place', asserts, line } }
    } else if (kind === 'record') {
      yield { target: 'recordClaimId' as const, id: records.get(name), assertion: { field: 'record', asserts, line } }
    } else yield { target: 'resultId' as const, id: resultId, assertion: { field, asserts, line } }
  }
}

/** Cites the list for what it says of results that the record has, once for each field. */
export async function citeKnownResults(batch: Batch, rows: AcceptedRow[], citations: ListCitations): Promise<void> {
  const ids = [...new Set(rows.flatMap(({ resultId }) => resultId ?? []))]
  if (ids.length === 0) return
  const { places, records } = await findParts(batch, ids)
  const isCited = await findCited(batch, ids, [...partIds(places), ...partIds(records)])
  for (const row of rows) {
    const { resultId } = row
    if (resultId === null) continue
    const parts = { resultId, places: places.get(resultId) ?? NONE, records: records.get(resultId) ?? NONE }
    for (const { target, id, assertion } of citedBy(row, parts)) {
      const key = `${id} ${assertion.field}`
      if (id === undefined || isCited.has(key)) continue
      isCited.add(key)
      citations.add(target, id, assertion)
    }
  }
}

const NONE: ReadonlyMap<string, string> = new Map()
/** By result, then by classification or code. */
type Parts = Map<string, Map<string, string>>

function partIds(parts: Parts): string[] {
  return [...parts.values()].flatMap((ofResult) => [...ofResult.values()])
}

async function findParts({ change: { tx } }: Batch, resultIds: string[]): Promise<{ places: Parts; records: Parts }> {
  const where = { resultId: { in: resultIds }, withdrawn: false }
  const places: Parts = new Map()
  const records: Parts = new Map()
  for (const { id, resultId, classification } of await tx.place.findMany({ where })) {
    places.set(resultId, (places.get(resultId) ?? new Map()).set(classification, id))
  }
  for (const { id, resultId, code } of await tx.recordClaim.findMany({ where })) {
    records.set(resultId, (records.get(resultId) ?? new Map()).set(code, id))
  }
  return { places, records }
}

/** For which fields of these rows the list is cited already. */
async function findCited({ change, sourceId }: Batch, resultIds: string[], partIds: string[]): Promise<Set<string>> {
  const known = await change.tx.$queryRaw<{ target: string; field: string }[]>`
    SELECT coalesce("placeId", "recordClaimId", "resultId") AS target, field FROM citations
    WHERE "sourceId" = ${sourceId} AND NOT withdrawn
      AND ("resultId" = ANY (${resultIds}::text[]) OR "placeId" = ANY (${partIds}::text[])
        OR "recordClaimId" = ANY (${partIds}::text[]))`
  return new Set(known.map(({ target, field }) => `${target} ${field}`))
}
