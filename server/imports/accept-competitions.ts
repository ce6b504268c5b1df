import type { Category } from '@/lib/sport/championships'
import type { PartialDate } from '@/lib/sport/partial-date'
import { slugify } from '@/lib/text/slug'
import { insertMany } from '../history/rows'
import type { AcceptedRow, Batch } from './accepted-row'
import { findFreeSlugs } from './free-slugs'

/** Creates the competitions that the record does not have, and widens the days of those that it knows by their days alone. */
export async function createCompetitions(batch: Batch, rows: AcceptedRow[]): Promise<void> {
  const ids = [...new Set(rows.map(({ competitionId }) => competitionId))]
  await widenDays(batch, ids)
  const meetings = await findMeetings(batch, ids)
  const named = meetings.map((meeting) => ({
    ...meeting,
    title: meeting.name ?? meeting.seriesName ?? meeting.city ?? meeting.venue ?? 'Unknown competition',
  }))
  const { tx } = batch.change
  const slugs = await findFreeSlugs(
    tx,
    'competitions',
    named.map(({ title, startDate }) => [slugify(`${startDate.replace('~', '')} ${title}`)]),
  )
  const competitions = named.map(({ competitionId: id, title, startDate, endDate, ...meeting }, index) => ({
    id,
    slug: slugs[index] ?? id,
    seriesId: meeting.seriesId,
    name: title,
    year: Number(startDate.slice(0, 4)),
    startDate: startDate.length > 'YYYY'.length ? startDate : null,
    endDate: endDate === startDate ? null : endDate,
    city: meeting.city,
    venue: meeting.venue,
    countryCode: meeting.countryCode,
    latitude: meeting.latitude,
    longitude: meeting.longitude,
    category: meeting.seriesCategory ?? meeting.category,
  }))
  await insertMany(batch.change, 'competitions', competitions)
}

/** The days of a competition that is known by its town and days alone are those on which its results were achieved. */
async function widenDays({ change, importId }: Batch, competitionIds: string[]): Promise<void> {
  await change.tx.$executeRaw`
    UPDATE competitions c SET "startDate" = least(c."startDate", m.first),
      "endDate" = nullif(greatest(coalesce(c."endDate", c."startDate"), m.last), least(c."startDate", m.first))
    FROM (
      SELECT "competitionId" AS id, min("startDate") AS first, max("endDate") AS last FROM import_meetings
      WHERE "importId" = ${importId} AND "competitionId" = ANY (${competitionIds}::text[])
        AND length("startDate") = 10 AND length("endDate") = 10
      GROUP BY "competitionId"
    ) m
    WHERE c.id = m.id AND c.name = c.city AND c."seriesId" IS NULL AND length(c."startDate") = 10
      AND (m.first < c."startDate" OR m.last > coalesce(c."endDate", c."startDate"))`
}

interface MeetingRow {
  competitionId: string
  name: string | null
  city: string | null
  venue: string | null
  countryCode: string | null
  startDate: PartialDate
  endDate: PartialDate
  category: Category
  seriesId: string | null
  seriesName: string | null
  seriesCategory: Category | null
  latitude: number | null
  longitude: number | null
}

/** Those of the competitions that the record does not have. A town that it knows is where it was before. */
async function findMeetings({ change, importId }: Batch, competitionIds: string[]): Promise<MeetingRow[]> {
  return change.tx.$queryRaw<MeetingRow[]>`
    SELECT DISTINCT ON (m."competitionId") m."competitionId", m.name, m.city, m.venue, m."countryCode",
      m."startDate", m."endDate", m.category, s.id AS "seriesId", s.name AS "seriesName", s.category AS "seriesCategory",
      k.latitude, k.longitude
    FROM import_meetings m
    LEFT JOIN competitions c ON c.id = m."competitionId"
    LEFT JOIN series asked ON asked.id = m."seriesId"
    LEFT JOIN series s ON s.id = coalesce(asked."mergedIntoId", asked.id)
    LEFT JOIN LATERAL (
      SELECT k.latitude, k.longitude FROM competitions k
      WHERE k.city = m.city AND k."countryCode" = m."countryCode" AND k.latitude IS NOT NULL AND NOT k.withdrawn LIMIT 1
    ) k ON true
    WHERE m."importId" = ${importId} AND m."competitionId" = ANY (${competitionIds}::text[]) AND c.id IS NULL
    ORDER BY m."competitionId", m."startDate", m.id`
}
