/** What an import's page shows: counts, rows by kind, and what has to be decided, put into groups. */
import type { ListedChange } from '@/lib/import/compare'
import type { Listing } from '@/lib/import/listing'
import type { Db } from '@/prisma/client'

export const ROW_KINDS = ['NEW', 'SAME', 'CHANGES', 'CONTRADICTS', 'UNDECIDED', 'REFUSED'] as const
export type RowKind = (typeof ROW_KINDS)[number]

/** How many rows there are of each kind; those left out are counted apart, those written as well. */
export type RowCounts = Record<RowKind | 'LEFT_OUT' | 'WRITTEN', number>

export async function countRows(db: Db, importId: string): Promise<RowCounts> {
  const rows = await db.importRow.groupBy({
    by: ['kind', 'leftOut', 'written'],
    where: { importId },
    _count: { _all: true },
  })
  const counts: RowCounts = {
    NEW: 0,
    SAME: 0,
    CHANGES: 0,
    CONTRADICTS: 0,
    UNDECIDED: 0,
    REFUSED: 0,
    LEFT_OUT: 0,
    WRITTEN: 0,
  }
  for (const { kind, leftOut, written, _count } of rows) {
    // A row that repeats another is left out of the writing, but it is known, not left out by anybody.
    counts[leftOut && kind !== 'SAME' ? 'LEFT_OUT' : kind] += _count._all
    if (written) counts.WRITTEN += _count._all
  }
  return counts
}

export interface PreviewRow {
  line: number
  raw: string
  kind: RowKind
  reason: string | null
  leftOut: boolean
  written: boolean
  listing: Listing | null
  changes: ListedChange[] | null
  resultId: string | null
  athlete: { slug: string; name: string } | null
  competition: { slug: string; name: string; year: number } | null
  personState: string | null
  meetingState: string | null
}

const PAGE = 100

/**
 * A page of an import's rows, in the order of the file.
 *
 * @param after the last line of the page before.
 */
export async function findPreviewRows(
  db: Db,
  importId: string,
  { kind, after = -1, text = '' }: { kind?: RowKind | undefined; after?: number; text?: string },
): Promise<{ rows: PreviewRow[]; next: number | null }> {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  const rows = await db.$queryRaw<
    (Omit<PreviewRow, 'athlete' | 'competition'> & {
      athleteSlug: string | null
      athleteName: string | null
      competitionSlug: string | null
      competitionName: string | null
      competitionYear: number | null
    })[]
  >`
    SELECT r.line, r.raw, r.kind, r.reason, r."leftOut", r.written, r.listing, r.changes, r."resultId",
      p.state AS "personState", m.state AS "meetingState", a.slug AS "athleteSlug", a."displayName" AS "athleteName",
      c.slug AS "competitionSlug", c.name AS "competitionName", c.year AS "competitionYear"
    FROM import_rows r
    LEFT JOIN import_people p ON p."importId" = r."importId" AND p.id = r."personId"
    LEFT JOIN import_meetings m ON m."importId" = r."importId" AND m.id = r."meetingId"
    LEFT JOIN athletes a ON a.id = p."athleteId" AND NOT a.withdrawn
    LEFT JOIN competitions c ON c.id = m."competitionId" AND NOT c.withdrawn
    WHERE r."importId" = ${importId} AND r.line > ${after}
      AND (${kind ?? null}::text IS NULL OR r.kind::text = ${kind ?? null}::text)
      AND (${text === ''} OR r.raw ILIKE ${pattern})
    ORDER BY r.line LIMIT ${PAGE + 1}`
  const page = rows.slice(0, PAGE).map((row): PreviewRow => {
    const { athleteSlug, athleteName, competitionSlug, competitionName, competitionYear, ...rest } = row
    return {
      ...rest,
      athlete: athleteSlug === null ? null : { slug: athleteSlug, name: athleteName ?? '' },
      competition:
        competitionSlug === null
          ? null
          : { slug: competitionSlug, name: competitionName ?? '', year: competitionYear ?? 0 },
    }
  })
  return { rows: page, next: rows.length > PAGE ? (page.at(-1)?.line ?? null) : null }
}
