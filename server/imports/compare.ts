/** Compares the rows of a list with the results of the record, and with each other. */
import { differences, findTwin, type KnownResult } from '@/lib/import/compare'
import type { Listing } from '@/lib/import/listing'
import type { RowKind, RowQuestion } from '@/lib/import/preview'
import { outcomeKey, repeatOutcome, type Start, startKey } from '@/lib/import/repeats'
import type { Db } from '@/prisma/client'
import { inPace } from './pace'
import {
  askAbout,
  askAgain,
  isAboutTheRow,
  type Repeat,
  saveRepeats,
  saveVerdicts,
  type Verdict,
  withdrawQuestions,
} from './row-state'

/** Athletes compared together: few enough that all their results fit in memory. */
const PEOPLE = 300

/**
 * Sorts the rows into what is new, known, fuller or contradicting, and what has to be decided first. Competitions that
 * the list calls by another name than the record does are recognised by results that are in both.
 *
 * @param personIds compares the rows of these people only; null compares all.
 */
export async function compareRows(
  db: Db,
  importId: string,
  personIds: string[] | null,
  report: () => Promise<void> = async () => {},
): Promise<void> {
  await withdrawQuestions(db, importId)
  const people = await db.importPerson.findMany({
    where: { importId, state: 'KNOWN', ...(personIds && { id: { in: personIds } }) },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  const known = people.map(({ id }) => id)
  const recognised: string[] = []
  for await (const batch of inPace(known, PEOPLE)) {
    recognised.push(...(await comparePeople(db, importId, batch)))
    await report()
  }
  // Rows that were compared before their meeting was recognised may have their result at that competition.
  const late = await findNewcomersAt(db, importId, recognised, known)
  for await (const batch of inPace(late, PEOPLE)) await comparePeople(db, importId, batch)
  await saveRepeats(db, importId, await findRepeats(db, importId, personIds ?? []))
  await askAbout(db, importId, await findUndecided(db, importId))
  await askAgain(db, importId)
}

/** The people and meetings of a list that have to be decided, by their ids. */
export async function findUndecided(db: Db, importId: string): Promise<{ people: string[]; meetings: string[] }> {
  const asked = { where: { importId, state: 'ASK' as const }, select: { id: true } }
  const [people, meetings] = [await db.importPerson.findMany(asked), await db.importMeeting.findMany(asked)]
  return { people: people.map(({ id }) => id), meetings: meetings.map(({ id }) => id) }
}

/** @returns the meetings whose competition was recognised on the way. */
async function comparePeople(db: Db, importId: string, personIds: string[]): Promise<string[]> {
  const rows = await findComparedRows(db, importId, personIds)
  if (rows.length === 0) return []
  const results = await findResults(db, rows)
  const twinOf = (row: ComparedRow) => {
    const his = results.get(row.athleteId) ?? []
    return his.find(({ id }) => id === row.resultId) ?? findTwin(row.listing, his, row.competitionId)
  }
  const compared = rows.map((row) => ({ row, twin: twinOf(row) }))
  const recognised = await recogniseMeetings(db, importId, compared)
  const verdicts = compared.flatMap(({ row, twin }) => {
    const competitionId = recognised.get(row.meetingId)
    return verdictOn(row, competitionId === undefined ? twin : twinOf({ ...row, competitionId })) ?? []
  })
  await saveVerdicts(db, importId, verdicts)
  return [...recognised.keys()]
}

interface ComparedRow {
  line: number
  listing: Listing
  meetingId: string
  athleteId: string
  competitionId: string | null
  /** The result that it is known to be, from a former import or comparison. */
  resultId: string | null
  kind: RowKind
  question: RowQuestion | null
}

async function findComparedRows(db: Db, importId: string, personIds: string[]): Promise<ComparedRow[]> {
  return db.$queryRaw<ComparedRow[]>`
    SELECT r.line, r.listing, r."meetingId", p."athleteId", m."competitionId", r."resultId", r.kind, r.question
    FROM import_rows r
    JOIN import_people p ON p."importId" = r."importId" AND p.id = r."personId" AND p."athleteId" IS NOT NULL
    JOIN import_meetings m ON m."importId" = r."importId" AND m.id = r."meetingId"
    WHERE r."importId" = ${importId} AND r."personId" = ANY (${personIds}::text[])
      AND NOT r.written AND NOT r."leftOut" AND r.listing IS NOT NULL AND r.question IS DISTINCT FROM 'READING'
    ORDER BY r.line`
}

/** The record's results of these rows' athletes in their disciplines, by athlete. */
async function findResults(db: Db, rows: readonly ComparedRow[]): Promise<Map<string, KnownResult[]>> {
  const athletes = [...new Set(rows.map(({ athleteId }) => athleteId))]
  const disciplines = [...new Set(rows.map(({ listing }) => listing.discipline))]
  const found = await db.$queryRaw<KnownResult[]>`
    SELECT r.id, r."athleteId", e."competitionId", e."disciplineSlug" AS discipline, ra.round, ra.number AS "raceNumber",
      r.value, r.mark, r.status, coalesce(r.wind, ra.wind) AS wind, coalesce(r.date, ra.date) AS "ownDate",
      coalesce(r.date, ra.date, date_held(c.year, c."startDate", c."endDate")) AS date, r."countryCode",
      r.note, (SELECT coalesce(jsonb_object_agg(p.classification, p.place), '{}') FROM places p
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

/**
 * A meeting at which an athlete has a result that the record has of another competition is that competition.
 *
 * @returns the competition of each meeting that was recognised.
 */
async function recogniseMeetings(
  db: Db,
  importId: string,
  compared: readonly { row: ComparedRow; twin: KnownResult | null }[],
): Promise<Map<string, string>> {
  const found = new Map<string, { id: string; competitionId: string; instead: string | null }>()
  for (const { row, twin } of compared) {
    if (!twin || twin.competitionId === row.competitionId) continue
    found.set(row.meetingId, { id: row.meetingId, competitionId: twin.competitionId, instead: row.competitionId })
  }
  if (found.size === 0) return new Map()
  // The other days and disciplines that were taken for the same competition go with it.
  const recognised = await db.$queryRaw<{ id: string; competitionId: string }[]>`
    UPDATE import_meetings m SET state = 'KNOWN', "competitionId" = f."competitionId",
      reason = 'A result of the record is of the same athlete, day and mark.'
    FROM jsonb_to_recordset(${JSON.stringify([...found.values()])}::jsonb) f(id text, "competitionId" text, instead text)
    WHERE m."importId" = ${importId} AND NOT m.decided AND m.state IN ('NEW', 'ASK')
      AND (m.id = f.id OR m."competitionId" = f.instead)
    RETURNING m.id, m."competitionId"`
  return new Map(recognised.map(({ id, competitionId }) => [id, competitionId]))
}

/** Those of the people who have a new row at one of these meetings. */
async function findNewcomersAt(db: Db, importId: string, meetings: string[], people: string[]): Promise<string[]> {
  if (meetings.length === 0) return []
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT "personId" AS id FROM import_rows
    WHERE "importId" = ${importId} AND "meetingId" = ANY (${meetings}::text[]) AND "personId" = ANY (${people}::text[])
      AND kind = 'NEW' AND NOT written AND NOT "leftOut"`
  return rows.map(({ id }) => id)
}

/** Null where an editor has to say what the row means, unless the record has it by now. */
function verdictOn({ line, listing, kind, question }: ComparedRow, twin: KnownResult | null): Verdict | null {
  if (isAboutTheRow(question) && kind === 'UNDECIDED' && twin?.value !== (listing.mark?.value ?? null)) return null
  const reason = listing.warnings.length > 0 ? listing.warnings.join(' ') : null
  if (!twin) return { line, kind: 'NEW', resultId: null, changes: null, reason }
  const changes = differences(listing, twin)
  if (changes.length === 0) return { line, kind: 'SAME', resultId: twin.id, changes: null, reason }
  const contradicts = changes.some(({ fills }) => !fills)
  return { line, kind: contradicts ? 'CONTRADICTS' : 'CHANGES', resultId: twin.id, changes, reason }
}

interface StartRow {
  line: number
  start: Start
  athleteId: string
  competitionId: string
  resultId: string | null
  kind: RowKind
  /** Whether it is still open what becomes of it. */
  isOpen: boolean
}

/**
 * Lines that are one start, since their athlete is in the list by several names or birth dates.
 *
 * @param personIds people to look at in any case; of the others, only those who share an athlete.
 */
async function findRepeats(db: Db, importId: string, personIds: string[]): Promise<Repeat[]> {
  const rows = await db.$queryRaw<StartRow[]>`
    SELECT r.line, p."athleteId", coalesce(m."competitionId", m.id) AS "competitionId", r."resultId", r.kind,
      NOT r.written AND r.question IS NULL AS "isOpen",
      r.listing - '{raw,name,club,competition,warnings,places,records,flags}'::text[] AS start
    FROM import_rows r
    JOIN import_people p ON p."importId" = r."importId" AND p.id = r."personId" AND p.state IN ('KNOWN', 'NEW')
    JOIN import_meetings m ON m."importId" = r."importId" AND m.id = r."meetingId"
    WHERE r."importId" = ${importId} AND NOT r."leftOut" AND r.kind NOT IN ('REFUSED', 'UNDECIDED')
      AND (p.id = ANY (${personIds}::text[]) OR p."athleteId" IN (
        SELECT "athleteId" FROM import_people WHERE "importId" = ${importId} AND state IN ('KNOWN', 'NEW')
        GROUP BY "athleteId" HAVING count(*) > 1))
    ORDER BY r.kind IN ('SAME', 'CHANGES') DESC, r.line`
  const starts = new Map<string, StartRow>()
  const repeats: Repeat[] = []
  for (const row of rows) {
    const { line, start, athleteId, competitionId, resultId, kind, isOpen } = row
    const key = startKey(athleteId, competitionId, start)
    const first = starts.get(key)
    if (!first) {
      starts.set(key, row)
      continue
    }
    const outcome = repeatOutcome(
      { line: first.line, outcome: outcomeKey(first.start), place: first.start.place ?? null },
      start,
    )
    // What the record agrees with is no second mark of another line's.
    const counts = outcome.kind === 'SAME' || kind === 'NEW' || kind === 'CONTRADICTS'
    const isOfFirst = resultId === null || resultId === first.resultId
    if (isOpen && counts && isOfFirst) repeats.push({ line, ...outcome })
  }
  return repeats
}
