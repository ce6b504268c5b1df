/** What an editor decides in a preview: who somebody is, which competition is meant, what is left out. */
import type { Client } from '@/prisma/client'
import type { Editor } from '../accounts/editor'
import { compareRows } from './compare'
import { GAMES } from './match-meetings'
import { athleteIdOf } from './match-people'
import { forgetRepeats, leaveRowsOut, takeRowsIn } from './row-state'
import { stableId } from './stable-id'

export type Choice = { id: string } | 'new' | 'leave out'

const STATE = { new: 'NEW', 'leave out': 'LEFT_OUT' } as const

function stateOf(choice: Choice): 'KNOWN' | 'NEW' | 'LEFT_OUT' {
  return typeof choice === 'object' ? 'KNOWN' : STATE[choice]
}

/** The id in the record: as chosen, or as a new one will have; null where it is left out. */
function idOf(choice: Choice, newId: () => string): string | null {
  if (choice === 'leave out') return null
  return choice === 'new' ? newId() : choice.id
}

/** Decides who the people of a list are, one or many at once. Their rows are then compared again. */
export async function decidePeople(db: Client, importId: string, personIds: string[], choice: Choice): Promise<void> {
  const repeated = await forgetRepeats(db, importId)
  const people = personIds.map((id) => ({ id, athleteId: idOf(choice, () => athleteIdOf(importId, id)) }))
  await db.$executeRaw`
    UPDATE import_people p SET state = ${stateOf(choice)}::"MatchState", "athleteId" = coalesce(d."athleteId", p."athleteId"),
      decided = true
    FROM jsonb_to_recordset(${JSON.stringify(people)}::jsonb) d(id text, "athleteId" text)
    WHERE p."importId" = ${importId} AND p.id = d.id`
  await compareRows(db, importId, [...new Set([...personIds, ...repeated])])
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
      "seriesId" = CASE WHEN ${choice === 'new'} THEN NULL ELSE m."seriesId" END
    FROM jsonb_to_recordset(${JSON.stringify(meetings)}::jsonb) d(id text, "competitionId" text)
    WHERE m."importId" = ${importId} AND m.id = d.id`
  if (teach && typeof choice === 'object') await teachSeries(db, editor, importId, { ids, competitionId: choice.id })
  const people = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT "personId" AS id FROM import_rows
    WHERE "importId" = ${importId} AND "meetingId" = ANY (${ids}::text[]) AND "personId" IS NOT NULL`
  const personIds = people.map(({ id }) => id)
  await compareRows(db, importId, personIds)
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
