/** Compares the rows of a list with the results that the record holds, and sorts them by what would come of them. */
import { differences, findTwin, type KnownResult, type ListedChange } from '@/lib/import/compare'
import type { Listing } from '@/lib/import/listing'
import type { RowKind, RowQuestion } from '@/lib/import/preview'
import type { Db } from '@/prisma/client'
import { inPieces } from './rows'

/** Athletes looked at together; nobody has so many results that this is much. */
const PEOPLE = 300
const PIECE = 1000

interface ComparedRow {
  line: number
  listing: Listing
  meetingId: string
  athleteId: string
  competitionId: string | null
  /** The result that it is known to be, from a former import. */
  resultId: string | null
  kind: RowKind
  question: RowQuestion | null
}

interface Verdict {
  line: number
  kind: 'NEW' | 'SAME' | 'CHANGES' | 'CONTRADICTS'
  resultId: string | null
  changes: ListedChange[] | null
  reason: string | null
}

/**
 * Sorts the rows into what is new, known, told more fully or otherwise, and what has to be decided first. Competitions
 * that the list calls by another name than the record does are recognised by results that are in both.
 *
 * @param personIds compares the rows of these people only; null compares all.
 */
export async function compareRows(
  db: Db,
  importId: string,
  personIds: string[] | null,
  report: () => Promise<void> = async () => {},
): Promise<void> {
  await db.importRow.updateMany({
    where: { importId, kind: 'UNDECIDED', question: { in: ['ATHLETE', 'COMPETITION'] } },
    data: { kind: 'NEW', question: null },
  })
  const known = await db.importPerson.findMany({
    where: { importId, state: 'KNOWN', ...(personIds && { id: { in: personIds } }) },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  const pieces = [...inPieces(known, PEOPLE)].map((piece) => piece.map(({ id }) => id))
  for (const ids of pieces) {
    await recogniseMeetings(db, importId, await rowsOf(db, importId, ids))
    await report()
  }
  for (const ids of pieces) {
    await judgeRows(db, importId, await rowsOf(db, importId, ids))
    await report()
  }
  await markRepeated(db, importId, personIds ?? [])
  await markUndecided(db, importId)
  await markLeftBefore(db, importId)
}

async function rowsOf(db: Db, importId: string, personIds: string[]): Promise<ComparedRow[]> {
  const rows = await db.$queryRaw<(Omit<ComparedRow, 'athleteId' | 'competitionId'> & { personId: string })[]>`
    SELECT line, listing, "personId", "meetingId", "resultId", kind, question FROM import_rows
    WHERE "importId" = ${importId} AND "personId" = ANY (${personIds}::text[])
      AND NOT written AND NOT "leftOut" AND listing IS NOT NULL
    ORDER BY line`
  const people = await db.importPerson.findMany({
    where: { importId, id: { in: personIds } },
    select: { id: true, athleteId: true },
  })
  const meetings = await db.importMeeting.findMany({
    where: { importId, id: { in: [...new Set(rows.map(({ meetingId }) => meetingId))] } },
    select: { id: true, competitionId: true },
  })
  const athleteOf = new Map(people.map(({ id, athleteId }) => [id, athleteId]))
  const competitionOf = new Map(meetings.map(({ id, competitionId }) => [id, competitionId]))
  return rows.flatMap(({ personId, ...row }) => {
    const athleteId = athleteOf.get(personId)
    return athleteId ? { ...row, athleteId, competitionId: competitionOf.get(row.meetingId) ?? null } : []
  })
}

/** The results of the record of these rows' athletes in their disciplines, by athlete. */
async function resultsFor(db: Db, rows: readonly ComparedRow[]): Promise<Map<string, KnownResult[]>> {
  const athletes = [...new Set(rows.map(({ athleteId }) => athleteId))]
  const disciplines = [...new Set(rows.map(({ listing }) => listing.discipline))]
  const found = await db.$queryRaw<KnownResult[]>`
    SELECT r.id, r."athleteId", e."competitionId", e."disciplineSlug" AS discipline, ra.round, ra.number AS "raceNumber",
      r.value, r.mark, r.status, coalesce(r.wind, ra.wind) AS wind, coalesce(r.date, ra.date) AS "ownDate",
      coalesce(r.date, ra.date, date_held(c.year, c."startDate", c."endDate")) AS date, r."countryCode",
      (SELECT coalesce(jsonb_object_agg(p.classification, p.place), '{}') FROM places p
        WHERE p."resultId" = r.id AND NOT p.withdrawn) AS places,
      ARRAY(SELECT k.code FROM record_claims k WHERE k."resultId" = r.id AND NOT k.withdrawn) AS records
    FROM results r
    JOIN races ra ON ra.id = r."raceId"
    JOIN events e ON e.id = ra."eventId"
    JOIN competitions c ON c.id = e."competitionId"
    WHERE r."athleteId" = ANY (${athletes}::text[]) AND NOT r.withdrawn AND e."disciplineSlug" = ANY (${disciplines}::text[])
    ORDER BY r.id`
  const byAthlete = new Map<string, KnownResult[]>()
  for (const result of found) byAthlete.set(result.athleteId, [...(byAthlete.get(result.athleteId) ?? []), result])
  return byAthlete
}

/** A meeting at which somebody achieved what the record has him achieve at a competition is that competition. */
async function recogniseMeetings(db: Db, importId: string, rows: readonly ComparedRow[]): Promise<void> {
  const results = await resultsFor(db, rows)
  const recognised = new Map<string, { competitionId: string; instead: string | null }>()
  for (const row of rows) {
    const twin = twinOf(row, results.get(row.athleteId) ?? [])
    if (twin && twin.competitionId !== row.competitionId) {
      recognised.set(row.meetingId, { competitionId: twin.competitionId, instead: row.competitionId })
    }
  }
  if (recognised.size === 0) return
  const found = [...recognised].map(([id, meeting]) => ({ id, ...meeting }))
  // The other days and disciplines that were taken for the same competition go with it.
  await db.$executeRaw`
    UPDATE import_meetings m SET state = 'KNOWN', "competitionId" = f."competitionId",
      reason = 'A result of the record is of the same athlete, day and mark.'
    FROM jsonb_to_recordset(${JSON.stringify(found)}::jsonb) f(id text, "competitionId" text, instead text)
    WHERE m."importId" = ${importId} AND NOT m.decided AND m.state IN ('NEW', 'ASK')
      AND (m.id = f.id OR m."competitionId" = f.instead)`
}

function twinOf(
  { resultId, listing, competitionId }: ComparedRow,
  results: readonly KnownResult[],
): KnownResult | null {
  return results.find(({ id }) => id === resultId) ?? findTwin(listing, results, competitionId)
}

async function judgeRows(db: Db, importId: string, rows: readonly ComparedRow[]): Promise<void> {
  const results = await resultsFor(db, rows)
  const verdicts = rows.flatMap((row): Verdict | [] => {
    const { line, listing } = row
    const twin = twinOf(row, results.get(row.athleteId) ?? [])
    // What is asked of the row itself is for an editor to say, unless the record has it by now.
    if (isAskedOfRow(row.question) && row.kind === 'UNDECIDED' && twin?.value !== (listing.mark?.value ?? null))
      return []
    const reason = listing.warnings.length > 0 ? listing.warnings.join(' ') : null
    if (!twin) return { line, kind: 'NEW', resultId: null, changes: null, reason }
    const changes = differences(listing, twin)
    const kind = changes.some(({ fills }) => !fills) ? 'CONTRADICTS' : changes.length > 0 ? 'CHANGES' : 'SAME'
    return { line, kind, resultId: twin.id, changes: changes.length > 0 ? changes : null, reason }
  })
  await db.$executeRaw`
    UPDATE import_rows r SET kind = v.kind::"ImportRowKind", "resultId" = v."resultId", changes = v.changes, reason = v.reason,
      question = CASE WHEN r.question IN ('MARK', 'AGAIN') AND v."resultId" IS NULL THEN r.question END
    FROM jsonb_to_recordset(${JSON.stringify(verdicts)}::jsonb)
      v(line int, kind text, "resultId" text, changes jsonb, reason text)
    WHERE r."importId" = ${importId} AND r.line = v.line`
}

/**
 * Lines that turn out to be one athlete's in one race, since he stands in the list by several names or birth dates: of
 * two marks somebody has to say which is meant; a mark that stands there twice counts once.
 *
 * @param personIds whose lines are looked at in any case; else only those of people who share an athlete.
 */
async function markRepeated(db: Db, importId: string, personIds: string[]): Promise<void> {
  await db.$executeRaw`
    WITH several AS (
      SELECT id, "athleteId" FROM import_people
      WHERE "importId" = ${importId} AND state IN ('KNOWN', 'NEW') AND (id = ANY (${personIds}::text[]) OR "athleteId" IN (
        SELECT "athleteId" FROM import_people WHERE "importId" = ${importId} AND state IN ('KNOWN', 'NEW')
        GROUP BY "athleteId" HAVING count(*) > 1))
    ), starts AS (
      SELECT r.line, concat_ws(' ', r.listing -> 'mark' ->> 'value', r.listing ->> 'status') AS mark,
        concat_ws(chr(10), s."athleteId", coalesce(m."competitionId", m.id), r.listing ->> 'discipline', r.listing ->> 'sex',
          r.listing ->> 'round', coalesce(r.listing ->> 'raceNumber', ''), r.listing ->> 'date') AS start,
        r."resultId", (r.kind IN ('SAME', 'CHANGES')) AS stands
      FROM import_rows r
      JOIN several s ON s.id = r."personId"
      JOIN import_meetings m ON m."importId" = r."importId" AND m.id = r."meetingId"
      WHERE r."importId" = ${importId} AND NOT r."leftOut" AND r.kind NOT IN ('REFUSED', 'UNDECIDED')
    ), repeated AS (
      SELECT line, mark, first_value(line) OVER one AS first, first_value(mark) OVER one AS "firstMark",
        first_value("resultId") OVER one AS "firstResult"
      FROM starts WINDOW one AS (PARTITION BY start ORDER BY stands DESC, line)
    )
    UPDATE import_rows r SET "resultId" = NULL, changes = NULL,
      kind = (CASE WHEN d.mark = d."firstMark" THEN 'SAME' ELSE 'UNDECIDED' END)::"ImportRowKind",
      question = (CASE WHEN d.mark = d."firstMark" THEN NULL ELSE 'MARK' END)::"ImportQuestion",
      "leftOut" = (d.mark = d."firstMark"),
      reason = CASE WHEN d.mark = d."firstMark" THEN format('Repeats line %s.', d.first)
        ELSE format('Line %s has another mark of the same athlete and race.', d.first) END
    FROM repeated d
    WHERE r."importId" = ${importId} AND r.line = d.line AND d.line <> d.first AND NOT r.written AND r.question IS NULL
      AND (d.mark = d."firstMark" OR r.kind IN ('NEW', 'CONTRADICTS'))
      AND (r."resultId" IS NULL OR r."resultId" = d."firstResult")`
}

/** Rows that nobody took when they were imported before are asked about once more, and so the same list twice is as once. */
async function markLeftBefore(db: Db, importId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE import_rows n SET kind = 'UNDECIDED', question = 'AGAIN'
    WHERE n."importId" = ${importId} AND n.kind = 'NEW' AND n.question IS NULL AND NOT n.written AND NOT n."leftOut"
      AND EXISTS (
        SELECT 1 FROM import_rows o JOIN imports i ON i.id = o."importId" AND i.state = 'DONE'
        WHERE o.digest = n.digest AND o."importId" <> n."importId" AND NOT o.written
          AND o.kind NOT IN ('SAME', 'REFUSED'))
      -- Who has just said whom or what a row means, wants it.
      AND NOT EXISTS (SELECT 1 FROM import_people p WHERE p."importId" = n."importId" AND p.id = n."personId" AND p.decided)
      AND NOT EXISTS (SELECT 1 FROM import_meetings m WHERE m."importId" = n."importId" AND m.id = n."meetingId" AND m.decided)`
}

/**
 * Forgets which lines are one athlete's in one race, before it is decided anew who is who.
 *
 * @returns whose lines they are.
 */
export async function forgetRepeated(db: Db, importId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    UPDATE import_rows SET kind = 'NEW', question = NULL, reason = NULL, "leftOut" = "leftOut" AND kind <> 'SAME'
    WHERE "importId" = ${importId} AND NOT written AND "personId" IS NOT NULL
      AND ((kind = 'SAME' AND "resultId" IS NULL) OR (kind = 'UNDECIDED' AND question = 'MARK'))
    RETURNING "personId" AS id`
  return [...new Set(rows.map(({ id }) => id))]
}

/** Whether it is the row itself that is asked about, not the athlete or the competition. */
function isAskedOfRow(question: RowQuestion | null): boolean {
  return question === 'MARK' || question === 'AGAIN'
}

/** Who and where it is still to be decided in a list: the ids of its people and of its meetings. */
export async function findUndecided(db: Db, importId: string): Promise<{ people: string[]; meetings: string[] }> {
  const asked = { where: { importId, state: 'ASK' as const }, select: { id: true } }
  const [people, meetings] = [await db.importPerson.findMany(asked), await db.importMeeting.findMany(asked)]
  return { people: people.map(({ id }) => id), meetings: meetings.map(({ id }) => id) }
}

/** Rows of people and meetings that are asked about. What is asked of a row already, because of its mark, is asked first. */
async function markUndecided(db: Db, importId: string): Promise<void> {
  const { people, meetings } = await findUndecided(db, importId)
  // A line that repeats another asks nothing: what is said of that one holds for it.
  const open = { importId, written: false, question: null, NOT: { kind: 'SAME' as const, resultId: null } }
  for (const piece of inPieces(people, PIECE)) {
    await db.importRow.updateMany({
      where: { ...open, kind: { not: 'REFUSED' }, personId: { in: piece } },
      data: { kind: 'UNDECIDED', question: 'ATHLETE' },
    })
  }
  for (const piece of inPieces(meetings, PIECE)) {
    await db.importRow.updateMany({
      where: { ...open, kind: { not: 'REFUSED' }, meetingId: { in: piece }, resultId: null },
      data: { kind: 'UNDECIDED', question: 'COMPETITION' },
    })
  }
}
