/** What an editor decides in a preview: who somebody is, which competition is meant, what is left out. */
import { readStoredCandidates } from '@/lib/import/stored'
import type { Client } from '@/prisma/client'
import type { Editor } from '../accounts/editor'
import { compareRows } from './compare'
import { GAMES } from './match-meetings'
import { athleteIdOf } from './match-people'
import { forgetRepeats, leaveRowsOut, takeRowsIn } from './row-state'
import { stableId } from './stable-id'

/** "proposed" is the one athlete who was proposed, for each of the people who have only one. */
export type Choice = { id: string } | 'new' | 'leave out' | 'proposed'

const STATE = { new: 'NEW', 'leave out': 'LEFT_OUT', proposed: 'KNOWN' } as const

function stateOf(choice: Choice): 'KNOWN' | 'NEW' | 'LEFT_OUT' {
  return typeof choice === 'object' ? 'KNOWN' : STATE[choice]
}

/** The id in the record: as chosen, or as a new one will have; null where it is left out. */
function idOf(choice: Choice, newId: () => string): string | null {
  if (choice === 'leave out' || choice === 'proposed') return null
  return choice === 'new' ? newId() : choice.id
}

/** Decides who the people of a list are, one or many at once. Their rows are then compared again. */
export async function decidePeople(db: Client, importId: string, personIds: string[], choice: Choice): Promise<void> {
  const repeated = await forgetRepeats(db, importId)
  const asked = choice === 'proposed' ? await findProposed(db, importId, personIds) : null
  const people = asked ?? personIds.map((id) => ({ id, athleteId: idOf(choice, () => athleteIdOf(importId, id)) }))
  await db.$executeRaw`
    UPDATE import_people p SET state = ${stateOf(choice)}::"MatchState", "athleteId" = coalesce(d."athleteId", p."athleteId"),
      decided = true, before = coalesce(p.before, jsonb_build_object('state', p.state, 'athleteId', p."athleteId"))
    FROM jsonb_to_recordset(${JSON.stringify(people)}::jsonb) d(id text, "athleteId" text)
    WHERE p."importId" = ${importId} AND p.id = d.id`
  await compareRows(db, importId, [...new Set([...personIds, ...repeated])])
}

/** Who is proposed for each of these people for whom there is one proposal alone. */
async function findProposed(
  db: Client,
  importId: string,
  ids: string[],
): Promise<{ id: string; athleteId: string | null }[]> {
  const people = await db.importPerson.findMany({ where: { importId, id: { in: ids } } })
  return people.flatMap(({ id, candidates }) => {
    const [one, other] = readStoredCandidates(candidates, 'athleteId')
    return one && !other ? [{ id, athleteId: one.athleteId }] : []
  })
}

/** Takes back what was decided about these people; a row that was pointed at somebody by itself joins its name again. */
export async function takeBackPeople(db: Client, importId: string, ids: string[]): Promise<void> {
  const repeated = await forgetRepeats(db, importId)
  const joined = await db.$queryRaw<{ id: string }[]>`
    UPDATE import_rows r SET "personId" = p.before ->> 'personId'
    FROM import_people p
    WHERE p."importId" = ${importId} AND p.id = ANY (${ids}::text[]) AND p.line IS NOT NULL
      AND r."importId" = p."importId" AND r."personId" = p.id AND NOT r.written
    RETURNING r."personId" AS id`
  await db.importPerson.deleteMany({ where: { importId, id: { in: ids }, line: { not: null } } })
  await countRowsOf(
    db,
    importId,
    joined.map(({ id }) => id),
  )
  await db.$executeRaw`
    UPDATE import_people p SET state = (p.before ->> 'state')::"MatchState", "athleteId" = p.before ->> 'athleteId',
      decided = false, before = NULL
    WHERE p."importId" = ${importId} AND p.id = ANY (${ids}::text[]) AND p.before IS NOT NULL`
  await compareRows(db, importId, [...new Set([...ids, ...repeated, ...joined.map(({ id }) => id)])])
}

/**
 * Points single rows at an athlete, apart from the others of their name: two namesakes in one race are two people.
 *
 * @param choice an athlete, somebody new for each row, or nobody.
 */
export async function pointRows(db: Client, importId: string, lines: number[], choice: Choice): Promise<void> {
  const repeated = await forgetRepeats(db, importId)
  const rows = await db.importRow.findMany({
    where: { importId, line: { in: lines }, written: false, personId: { not: null } },
    select: { line: true, personId: true },
  })
  const pointed = rows.map(({ line, personId }) => {
    const id = stableId(importId, 'row', line)
    return { line, personId, id, athleteId: idOf(choice, () => athleteIdOf(importId, id)) }
  })
  await db.$executeRaw`
    INSERT INTO import_people ("importId", id, name, key, "birthDate", "countryCode", sex, rows, state, "athleteId", decided, before, line)
    SELECT p."importId", d.id, r.listing ->> 'name', p.key, p."birthDate", p."countryCode", p.sex, 1,
      ${stateOf(choice)}::"MatchState", d."athleteId", true, jsonb_build_object('personId', d."personId"), d.line
    FROM jsonb_to_recordset(${JSON.stringify(pointed)}::jsonb) d(line int, "personId" text, id text, "athleteId" text)
    JOIN import_people p ON p."importId" = ${importId} AND p.id = d."personId"
    JOIN import_rows r ON r."importId" = p."importId" AND r.line = d.line
    ON CONFLICT ("importId", id) DO UPDATE SET state = excluded.state, "athleteId" = excluded."athleteId"`
  await db.$executeRaw`
    UPDATE import_rows r SET "personId" = d.id, "resultId" = NULL, "leftOut" = false
    FROM jsonb_to_recordset(${JSON.stringify(pointed)}::jsonb) d(line int, id text)
    WHERE r."importId" = ${importId} AND r.line = d.line`
  const before = pointed.flatMap(({ personId }) => personId ?? [])
  await countRowsOf(db, importId, before)
  await compareRows(db, importId, [...new Set([...pointed.map(({ id }) => id), ...before, ...repeated])])
}

async function countRowsOf(db: Client, importId: string, ids: string[]): Promise<void> {
  await db.$executeRaw`
    UPDATE import_people p SET rows = (SELECT count(*)::int FROM import_rows r WHERE r."importId" = p."importId" AND r."personId" = p.id)
    WHERE p."importId" = ${importId} AND p.id = ANY (${ids}::text[])`
}

/**
 * Decides at which competition the rows of meetings were.
 *
 * @param teach remembers that this town, or this name, means the series of that competition, for every list to come.
 */
export async function decideMeetings(
  db: Client,
  editor: Editor,
  importId: string,
  { ids, choice, teach = false }: { ids: string[]; choice: Choice; teach?: boolean },
): Promise<void> {
  const meetings = ids.map((id) => ({
    id,
    competitionId: idOf(choice, () => stableId(importId, 'competition', id, null)),
  }))
  await db.$executeRaw`
    UPDATE import_meetings m SET state = ${stateOf(choice)}::"MatchState", decided = true,
      "competitionId" = coalesce(d."competitionId", m."competitionId"),
      "seriesId" = CASE WHEN ${choice === 'new'} THEN NULL ELSE m."seriesId" END,
      before = coalesce(m.before, jsonb_build_object('state', m.state, 'competitionId', m."competitionId", 'seriesId', m."seriesId"))
    FROM jsonb_to_recordset(${JSON.stringify(meetings)}::jsonb) d(id text, "competitionId" text)
    WHERE m."importId" = ${importId} AND m.id = d.id`
  if (teach && typeof choice === 'object') await teachSeries(db, editor, importId, { ids, competitionId: choice.id })
  await compareRows(db, importId, await findPeopleAt(db, importId, ids))
}

async function findPeopleAt(db: Client, importId: string, meetingIds: string[]): Promise<string[]> {
  const people = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT "personId" AS id FROM import_rows
    WHERE "importId" = ${importId} AND "meetingId" = ANY (${meetingIds}::text[]) AND "personId" IS NOT NULL`
  return people.map(({ id }) => id)
}

/** Takes back what was decided about these meetings. */
export async function takeBackMeetings(db: Client, importId: string, ids: string[]): Promise<void> {
  await db.$executeRaw`
    UPDATE import_meetings m SET state = (m.before ->> 'state')::"MatchState", "competitionId" = m.before ->> 'competitionId',
      "seriesId" = m.before ->> 'seriesId', decided = false, before = NULL
    WHERE m."importId" = ${importId} AND m.id = ANY (${ids}::text[]) AND m.before IS NOT NULL`
  await compareRows(db, importId, await findPeopleAt(db, importId, ids))
}

/** Remembers by which names these meetings call the series of a competition. */
async function teachSeries(
  db: Client,
  editor: Editor,
  importId: string,
  { ids, competitionId }: { ids: string[]; competitionId: string },
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO taught_names (folded, "countryCode", "disciplineSlug", "seriesId", "authorName")
    SELECT DISTINCT fold_name(regexp_replace(coalesce(m.name, m.city), '\\y(1[89]|20)[0-9]{2}\\y', '', 'g')),
      coalesce(m."countryCode", ''), r.listing ->> 'discipline', c."seriesId", ${editor.name}
    FROM import_meetings m
    JOIN import_rows r ON r."importId" = m."importId" AND r."meetingId" = m.id AND r.listing IS NOT NULL
    JOIN competitions c ON c.id = ${competitionId} AND c."seriesId" IS NOT NULL AND c.category::text <> ALL (${GAMES}::text[])
    WHERE m."importId" = ${importId} AND m.id = ANY (${ids}::text[]) AND coalesce(m.name, m.city) IS NOT NULL
    ON CONFLICT (folded, "countryCode", "disciplineSlug") DO UPDATE
      SET "seriesId" = excluded."seriesId", "authorName" = excluded."authorName"`
}

/**
 * Remembers that a name of the list means the series of a competition, and files the list's other meetings of that
 * name under its editions: those that the record has, or new ones of the series.
 */
export async function teachName(db: Client, editor: Editor, importId: string, meetingId: string): Promise<void> {
  const taught = await db.importMeeting.findUnique({ where: { importId_id: { importId, id: meetingId } } })
  if (!taught?.competitionId) return
  await teachSeries(db, editor, importId, { ids: [meetingId], competitionId: taught.competitionId })
  const series = await db.competition.findUnique({ where: { id: taught.competitionId }, select: { seriesId: true } })
  if (!series?.seriesId) return
  await db.$executeRaw`
    UPDATE import_meetings m SET "seriesId" = ${series.seriesId}, reason = 'As it was taught.',
      state = CASE WHEN e.id IS NULL THEN m.state ELSE 'KNOWN' END, "competitionId" = coalesce(e.id, m."competitionId")
    FROM import_meetings n LEFT JOIN competitions e ON e."seriesId" = ${series.seriesId} AND NOT e.withdrawn
      AND e.year = left(n."startDate", 4)::int
    WHERE m."importId" = ${importId} AND n."importId" = m."importId" AND n.id = m.id AND NOT m.decided
      AND m.state IN ('NEW', 'ASK') AND m.category = ${taught.category}::"Category"
      AND m."countryCode" IS NOT DISTINCT FROM ${taught.countryCode}
      AND coalesce(m.name, m.city) IS NOT DISTINCT FROM ${taught.name ?? taught.city}`
  await compareRows(db, importId, null)
}

/** Takes rows in, or leaves them out. */
export async function decideRows(db: Client, importId: string, lines: number[], take: boolean): Promise<void> {
  await (take ? takeRowsIn : leaveRowsOut)(db, importId, lines)
}
