/** What an import's page shows: counts, rows by kind, and what has to be decided, put into groups. */
import type { Decided, OpenMeeting, OpenPerson, PreviewRow, RowCounts, RowKind, Suggestion } from '@/lib/import/preview'
import { readStoredCandidates, readStoredCells, readStoredChanges, readStoredListing } from '@/lib/import/stored'
import { type Db, Prisma } from '@/prisma/client'
import { GAMES } from './match-meetings'

/** Rows with the people and meetings they name; a row is left out by itself, or with its athlete or competition. */
const ROWS = Prisma.sql`
  FROM import_rows r
  LEFT JOIN import_people p ON p."importId" = r."importId" AND p.id = r."personId"
  LEFT JOIN import_meetings m ON m."importId" = r."importId" AND m.id = r."meetingId"`
const LEFT_OUT = Prisma.sql`
  (r."leftOut" OR coalesce(p.state = 'LEFT_OUT', false) OR coalesce(m.state = 'LEFT_OUT', false))`

export async function countRows(db: Db, importId: string): Promise<RowCounts> {
  const rows = await db.$queryRaw<{ kind: RowKind; leftOut: boolean; written: boolean; count: number }[]>`
    SELECT r.kind, ${LEFT_OUT} AS "leftOut", r.written, count(*)::int AS count ${ROWS}
    WHERE r."importId" = ${importId} GROUP BY 1, 2, 3`
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
  for (const { kind, leftOut, written, count } of rows) {
    // A row that repeats another is left out of the writing, but it is known, not left out by anybody.
    counts[leftOut && kind !== 'SAME' ? 'LEFT_OUT' : kind] += count
    if (written) counts.WRITTEN += count
  }
  return counts
}

/** Why rows were refused, each reason once, with how many rows it is about and the first of them; names and figures aside. */
export async function countRefusals(
  db: Db,
  importId: string,
  take = 20,
): Promise<{ reason: string; rows: number; line: number }[]> {
  return db.$queryRaw<{ reason: string; rows: number; line: number }[]>`
    SELECT min(reason) AS reason, count(*)::int AS rows, min(line) AS line FROM import_rows
    WHERE "importId" = ${importId} AND kind = 'REFUSED'
    GROUP BY regexp_replace(reason, '“[^”]*”|[0-9]+', '', 'g') ORDER BY rows DESC, line LIMIT ${take}`
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
    SELECT r.line, r.raw, r.kind, r.question, r.reason, ${LEFT_OUT} AS "leftOut", r.written, r.listing, r.changes, r."resultId",
      r.cells, r."personId", p.state AS "personState", m.state AS "meetingState", a.slug AS "athleteSlug", a."displayName" AS "athleteName",
      c.slug AS "competitionSlug", c.name AS "competitionName", c.year AS "competitionYear"
    ${ROWS}
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
      listing: readStoredListing(rest.listing),
      changes: readStoredChanges(rest.changes),
      cells: readStoredCells(rest.cells),
      athlete: athleteSlug === null ? null : { slug: athleteSlug, name: athleteName ?? '' },
      competition:
        competitionSlug === null
          ? null
          : { slug: competitionSlug, name: competitionName ?? '', year: competitionYear ?? 0 },
    }
  })
  return { rows: page, next: rows.length > PAGE ? (page.at(-1)?.line ?? null) : null }
}

/** People of the list that have to be decided, those with most rows first. */
export async function findOpenPeople(
  db: Db,
  importId: string,
  take = 25,
): Promise<{ people: OpenPerson[]; total: number }> {
  const where = { importId, state: 'ASK' as const }
  const rows = await db.importPerson.findMany({ where, orderBy: [{ rows: 'desc' }, { id: 'asc' }], take })
  const asked = rows.flatMap(({ candidates }) => readStoredCandidates(candidates, 'athleteId'))
  const ids = [...new Set(asked.map(({ athleteId }) => athleteId))]
  const athletes = await db.athlete.findMany({ where: { id: { in: ids } } })
  // Others of the list itself, who will be created when it is accepted.
  const newcomers = await db.importPerson.findMany({ where: { importId, athleteId: { in: ids }, state: 'NEW' } })
  const counts = await countMatching(
    db,
    importId,
    rows.map(({ id }) => id),
    ids,
  )
  const people = rows.map(
    ({ id, name, birthDate, countryCode, rows, reason, candidates }): OpenPerson => ({
      id,
      name,
      birthDate,
      countryCode,
      rows,
      reason,
      candidates: readStoredCandidates(candidates, 'athleteId').flatMap(({ athleteId, why }) => {
        const athlete = athletes.find((known) => known.id === athleteId)
        if (athlete) {
          const { slug, displayName, birthDate, countryCode } = athlete
          const counted = counts.get(`${id} ${athleteId}`) ?? { results: 0, matching: 0 }
          return { id: athleteId, name: displayName, slug, birthDate, countryCode, why, ...counted }
        }
        const newcomer = newcomers.find((known) => known.athleteId === athleteId)
        return newcomer ? { ...newcomer, id: athleteId, slug: null, why, results: 0, matching: 0 } : []
      }),
    }),
  )
  return { people, total: await db.importPerson.count({ where }) }
}

/** How many results each of these athletes has, and how many of a person's rows have the mark and the day of one. */
async function countMatching(
  db: Db,
  importId: string,
  personIds: string[],
  athleteIds: string[],
): Promise<Map<string, { results: number; matching: number }>> {
  const rows = await db.$queryRaw<{ personId: string; athleteId: string; results: number; matching: number }[]>`
    SELECT p.id AS "personId", x."athleteId", count(DISTINCT x.id)::int AS results,
      count(DISTINCT r.line) FILTER (WHERE x.value = (r.listing -> 'mark' ->> 'value')::bigint
        AND x.discipline = r.listing ->> 'discipline' AND starts_with(x.date, left(r.listing ->> 'date', length(x.date))))::int AS matching
    FROM import_people p
    JOIN import_rows r ON r."importId" = p."importId" AND r."personId" = p.id
    CROSS JOIN (
      SELECT x.id, x."athleteId", x.value, e."disciplineSlug" AS discipline, coalesce(x.date, ra.date, c.year::text) AS date
      FROM results x JOIN races ra ON ra.id = x."raceId" JOIN events e ON e.id = ra."eventId"
      JOIN competitions c ON c.id = e."competitionId"
      WHERE x."athleteId" = ANY (${athleteIds}::text[]) AND NOT x.withdrawn
    ) x
    WHERE p."importId" = ${importId} AND p.id = ANY (${personIds}::text[])
      AND p.candidates @> jsonb_build_array(jsonb_build_object('athleteId', x."athleteId"))
    GROUP BY p.id, x."athleteId"`
  return new Map(rows.map(({ personId, athleteId, ...counts }) => [`${personId} ${athleteId}`, counts]))
}

/** What editors have decided about people and competitions and can take back, the latest names first by their rows. */
export async function findDecided(
  db: Db,
  importId: string,
  take = 100,
): Promise<{ people: Decided[]; meetings: Decided[] }> {
  const people = await db.$queryRaw<Decided[]>`
    SELECT p.id, p.name, p.rows, p.state, p.line, a."displayName" AS is
    FROM import_people p LEFT JOIN athletes a ON a.id = p."athleteId" AND NOT a.withdrawn
    WHERE p."importId" = ${importId} AND p.before IS NOT NULL ORDER BY p.rows DESC, p.id LIMIT ${take}`
  const meetings = await db.$queryRaw<Decided[]>`
    SELECT m.id, coalesce(m.name, m.city, m.venue, '') || ', ' || m."startDate" AS name, m.rows, m.state, NULL::int AS line,
      c.name || ' ' || c.year AS is
    FROM import_meetings m LEFT JOIN competitions c ON c.id = m."competitionId" AND NOT c.withdrawn
    WHERE m."importId" = ${importId} AND m.before IS NOT NULL ORDER BY m.rows DESC, m.id LIMIT ${take}`
  return { people, meetings }
}

/** Meetings that have to be decided; days that one answer is for are put together. */
export async function findOpenMeetings(
  db: Db,
  importId: string,
  take = 25,
): Promise<{ meetings: OpenMeeting[]; total: number }> {
  const where = { importId, state: 'ASK' as const }
  const rows = await db.importMeeting.findMany({
    where,
    orderBy: [{ startDate: 'asc' }, { id: 'asc' }],
    take: take * 4,
  })
  const candidatesOf = ({ candidates }: { candidates: unknown }) => readStoredCandidates(candidates, 'competitionId')
  const asked = rows.flatMap(candidatesOf).map(({ competitionId }) => competitionId)
  const competitions = await db.competition.findMany({
    where: { id: { in: [...new Set(asked)] } },
    include: { series: { select: { name: true } } },
  })
  const groups = new Map<string, OpenMeeting>()
  for (const row of rows) {
    const { id, name, city, countryCode, startDate, endDate, rows: count, reason } = row
    const candidates = candidatesOf(row)
    const together = candidates.find(({ together }) => together)
    const key = [name, city, countryCode, together?.competitionId ?? startDate].join('\n')
    const known = groups.get(key)
    if (known) {
      known.ids.push(id)
      known.rows += count
      if (endDate > known.endDate) known.endDate = endDate
      continue
    }
    const found = candidates.flatMap(
      ({ competitionId }) => competitions.find((known) => known.id === competitionId) ?? [],
    )
    groups.set(key, {
      ...{ ids: [id], name, city, countryCode, startDate, endDate, rows: count, reason },
      candidates: found.map((known) => ({ ...known, series: known.series?.name ?? null })),
    })
  }
  return { meetings: [...groups.values()].slice(0, take), total: await db.importMeeting.count({ where }) }
}

/**
 * The largest of the competitions that would be created, with those of the record that were held in the same country at
 * the time: lists may call a town, or the whole, by another name.
 */
export async function findNewMeetings(
  db: Db,
  importId: string,
  take = 20,
): Promise<{ meetings: OpenMeeting[]; total: number }> {
  const found = await db.$queryRaw<(Omit<OpenMeeting, 'candidates' | 'reason'> & { competitionId: string })[]>`
    SELECT m."competitionId", array_agg(m.id) AS ids, min(m.name) AS name, min(m.city) AS city, m."countryCode",
      min(m."startDate") AS "startDate", max(m."endDate") AS "endDate", sum(m.rows)::int AS rows
    FROM import_meetings m WHERE m."importId" = ${importId} AND m.state = 'NEW'
    GROUP BY m."competitionId", m."countryCode" ORDER BY rows DESC, m."competitionId" LIMIT ${take}`
  const meetings: OpenMeeting[] = []
  for (const { competitionId: _made, ...meeting } of found) {
    const near = await db.competition.findMany({
      where: {
        withdrawn: false,
        countryCode: meeting.countryCode,
        year: Number(meeting.startDate.slice(0, 4)),
        seriesId: { not: null },
        OR: [
          { startDate: null },
          { startDate: { gte: meeting.startDate, lte: meeting.endDate }, endDate: null },
          { startDate: { lte: meeting.endDate }, endDate: { gte: meeting.startDate } },
        ],
      },
      include: { series: { select: { name: true } } },
      orderBy: [{ startDate: 'asc' }, { name: 'asc' }],
      take: 6,
    })
    const candidates = near.map((known) => ({ ...known, series: known.series?.name ?? null }))
    meetings.push({ ...meeting, reason: null, candidates })
  }
  const [all] = await db.$queryRaw<{ total: number }[]>`
    SELECT count(DISTINCT "competitionId")::int AS total FROM import_meetings
    WHERE "importId" = ${importId} AND state = 'NEW'`
  return { meetings, total: all?.total ?? 0 }
}

/**
 * Names by which the list calls series that the record knows by others, recognised by a result that is in both: what
 * an editor may want the record to remember.
 */
export async function findSuggestions(db: Db, importId: string): Promise<Suggestion[]> {
  return db.$queryRaw<Suggestion[]>`
    SELECT DISTINCT ON (coalesce(m.name, m.city), m."countryCode", s.id)
      m.id AS "meetingId", c.id AS "competitionId", coalesce(m.name, m.city) AS listed, m."countryCode", s.name AS series
    FROM import_meetings m
    JOIN competitions c ON c.id = m."competitionId" AND NOT c.withdrawn
    JOIN series s ON s.id = c."seriesId"
    WHERE m."importId" = ${importId} AND m.state = 'KNOWN' AND coalesce(m.name, m.city) IS NOT NULL
      -- Games are held elsewhere each time: a town is never their name.
      AND c.category::text <> ALL (${GAMES}::text[])
      AND fold_name(coalesce(m.city, m.name)) IS DISTINCT FROM fold_name(c.city)
      AND fold_name(coalesce(m.name, m.city)) IS DISTINCT FROM fold_name(s.name)
      AND NOT EXISTS (SELECT 1 FROM taught_names t WHERE t."seriesId" = s.id
        AND t.folded = fold_name(regexp_replace(coalesce(m.name, m.city), '\\y(1[89]|20)[0-9]{2}\\y', '', 'g')))
    ORDER BY coalesce(m.name, m.city), m."countryCode", s.id, m.id LIMIT 50`
}

/** Rows that stay written although the import was undone, because somebody has edited their results since. */
export async function findRowsStillWritten(
  db: Db,
  importId: string,
): Promise<{ line: number; raw: string; resultId: string | null }[]> {
  return db.importRow.findMany({
    where: { importId, written: true },
    orderBy: { line: 'asc' },
    take: 50,
    select: { line: true, raw: true, resultId: true },
  })
}
