/** What an editor says of a preview: who somebody is, which competition is meant, what is left out. */
import type { Client } from '@/prisma/client'
import type { Editor } from '../accounts/editor'
import { compareRows, forgetRepeated } from './comparing'
import { athleteIdOf, GAMES } from './matching'
import { stableId } from './rows'

export type Choice = { id: string } | 'new' | 'leave out'

function stateOf(choice: Choice): 'KNOWN' | 'NEW' | 'LEFT_OUT' {
  if (choice === 'leave out') return 'LEFT_OUT'
  return choice === 'new' ? 'NEW' : 'KNOWN'
}

/** Whom or what the record calls it by: as chosen, or as the new one will be called; null where it is left out. */
function idOf(choice: Choice, make: () => string): string | null {
  if (choice === 'leave out') return null
  return choice === 'new' ? make() : choice.id
}

/** Says who the people of a list are, one by one or many at once. The rows of each are then compared anew. */
export async function decidePeople(db: Client, importId: string, personIds: string[], choice: Choice): Promise<void> {
  const repeated = await forgetRepeated(db, importId)
  const people = personIds.map((id) => ({ id, athleteId: idOf(choice, () => athleteIdOf(importId, id)) }))
  await db.$executeRaw`
    UPDATE import_people p SET state = ${stateOf(choice)}::"MatchState", "athleteId" = coalesce(d."athleteId", p."athleteId"),
      decided = true
    FROM jsonb_to_recordset(${JSON.stringify(people)}::jsonb) d(id text, "athleteId" text)
    WHERE p."importId" = ${importId} AND p.id = d.id`
  await compareRows(db, importId, [...new Set([...personIds, ...repeated])])
}

/**
 * Says at which competition the rows of a meeting were.
 *
 * @param teach keeps in mind that this town, or this name, means the series of that competition, for every list to come.
 */
export async function decideMeetings(
  db: Client,
  editor: Editor,
  importId: string,
  meetingIds: string[],
  choice: Choice,
  teach = false,
): Promise<void> {
  const meetings = meetingIds.map((id) => ({
    id,
    competitionId: idOf(choice, () => stableId(importId, 'competition', id, null)),
  }))
  await db.$executeRaw`
    UPDATE import_meetings m SET state = ${stateOf(choice)}::"MatchState", decided = true,
      "competitionId" = coalesce(d."competitionId", m."competitionId"),
      "seriesId" = CASE WHEN ${choice === 'new'} THEN NULL ELSE m."seriesId" END
    FROM jsonb_to_recordset(${JSON.stringify(meetings)}::jsonb) d(id text, "competitionId" text)
    WHERE m."importId" = ${importId} AND m.id = d.id`
  if (teach && typeof choice === 'object') await teachNames(db, editor, importId, meetingIds, choice.id)
  const people = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT "personId" AS id FROM import_rows
    WHERE "importId" = ${importId} AND "meetingId" = ANY (${meetingIds}::text[]) AND "personId" IS NOT NULL`
  await compareRows(
    db,
    importId,
    people.map(({ id }) => id),
  )
}

async function teachNames(
  db: Client,
  editor: Editor,
  importId: string,
  meetingIds: string[],
  competitionId: string,
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO taught_names (folded, "countryCode", "disciplineSlug", "seriesId", "authorName")
    SELECT DISTINCT fold_name(regexp_replace(coalesce(m.name, m.city), '\\y(1[89]|20)[0-9]{2}\\y', '', 'g')),
      coalesce(m."countryCode", ''), r.listing ->> 'discipline', c."seriesId", ${editor.name}
    FROM import_meetings m
    JOIN import_rows r ON r."importId" = m."importId" AND r."meetingId" = m.id AND r.listing IS NOT NULL
    JOIN competitions c ON c.id = ${competitionId} AND c."seriesId" IS NOT NULL AND c.category::text <> ALL (${GAMES}::text[])
    WHERE m."importId" = ${importId} AND m.id = ANY (${meetingIds}::text[]) AND coalesce(m.name, m.city) IS NOT NULL
    ON CONFLICT (folded, "countryCode", "disciplineSlug") DO UPDATE
      SET "seriesId" = excluded."seriesId", "authorName" = excluded."authorName"`
}

/**
 * Keeps in mind that a name of the list means the series of a competition, and files the list's other meetings of that
 * name under its editions: those that the record has, or new ones of the series.
 */
export async function teachName(db: Client, editor: Editor, importId: string, meetingId: string): Promise<void> {
  const taught = await db.importMeeting.findUnique({ where: { importId_id: { importId, id: meetingId } } })
  if (!taught?.competitionId) return
  await teachNames(db, editor, importId, [meetingId], taught.competitionId)
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

/** Takes rows in, or leaves them out; a second mark of one race that is taken in is another race's. */
export async function decideRows(db: Client, importId: string, lines: number[], take: boolean): Promise<void> {
  await db.importRow.updateMany({
    where: { importId, line: { in: lines }, written: false, kind: { not: 'REFUSED' } },
    data: { leftOut: !take },
  })
  if (!take) return
  await db.importRow.updateMany({
    where: { importId, line: { in: lines }, written: false, kind: 'UNDECIDED', question: { in: ['MARK', 'AGAIN'] } },
    data: { kind: 'NEW' },
  })
}
