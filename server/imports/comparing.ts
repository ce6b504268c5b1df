/** Compares the rows of a list with the results that the record holds, and sorts them by what would come of them. */
import { differences, findTwin, type KnownResult, type ListedChange } from '@/lib/import/compare'
import type { Listing } from '@/lib/import/listing'
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
  await markUndecided(db, importId)
}

async function rowsOf(db: Db, importId: string, personIds: string[]): Promise<ComparedRow[]> {
  const rows = await db.$queryRaw<(Omit<ComparedRow, 'athleteId' | 'competitionId'> & { personId: string })[]>`
    SELECT line, listing, "personId", "meetingId" FROM import_rows
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
  for (const { listing, meetingId, athleteId, competitionId } of rows) {
    const twin = findTwin(listing, results.get(athleteId) ?? [], competitionId)
    if (twin && twin.competitionId !== competitionId) {
      recognised.set(meetingId, { competitionId: twin.competitionId, instead: competitionId })
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

async function judgeRows(db: Db, importId: string, rows: readonly ComparedRow[]): Promise<void> {
  const results = await resultsFor(db, rows)
  const verdicts = rows.map(({ line, listing, athleteId, competitionId }): Verdict => {
    const twin = findTwin(listing, results.get(athleteId) ?? [], competitionId)
    const reason = listing.warnings.length > 0 ? listing.warnings.join(' ') : null
    if (!twin) return { line, kind: 'NEW', resultId: null, changes: null, reason }
    const changes = differences(listing, twin)
    const kind = changes.some(({ fills }) => !fills) ? 'CONTRADICTS' : changes.length > 0 ? 'CHANGES' : 'SAME'
    return { line, kind, resultId: twin.id, changes: changes.length > 0 ? changes : null, reason }
  })
  await db.$executeRaw`
    UPDATE import_rows r SET kind = v.kind::"ImportRowKind", "resultId" = v."resultId", changes = v.changes, reason = v.reason,
      question = CASE WHEN r.question = 'MARK' AND v."resultId" IS NULL THEN r.question END
    FROM jsonb_to_recordset(${JSON.stringify(verdicts)}::jsonb)
      v(line int, kind text, "resultId" text, changes jsonb, reason text)
    WHERE r."importId" = ${importId} AND r.line = v.line AND (r.kind <> 'UNDECIDED' OR v."resultId" IS NOT NULL)`
}

/**
 * Rows of people and meetings that are asked about, and the other way round once they have been decided. What is asked
 * of a row already, because of its mark, is asked first.
 */
async function markUndecided(db: Db, importId: string): Promise<void> {
  const asked = { where: { importId, state: 'ASK' as const }, select: { id: true } }
  const people = (await db.importPerson.findMany(asked)).map(({ id }) => id)
  const meetings = (await db.importMeeting.findMany(asked)).map(({ id }) => id)
  const open = { importId, written: false, kind: { not: 'REFUSED' as const }, question: null }
  await db.importRow.updateMany({
    where: { importId, kind: 'UNDECIDED', question: { in: ['ATHLETE', 'COMPETITION'] } },
    data: { kind: 'NEW', question: null },
  })
  for (const piece of inPieces(people, PIECE)) {
    await db.importRow.updateMany({
      where: { ...open, personId: { in: piece } },
      data: { kind: 'UNDECIDED', question: 'ATHLETE' },
    })
  }
  for (const piece of inPieces(meetings, PIECE)) {
    await db.importRow.updateMany({
      where: { ...open, meetingId: { in: piece }, resultId: null },
      data: { kind: 'UNDECIDED', question: 'COMPETITION' },
    })
  }
}
