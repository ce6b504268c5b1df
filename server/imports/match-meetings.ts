/** Looks up in the record at which competitions a list's results were achieved. The rules are in lib/import/meetings.ts. */
import {
  type KnownCompetition,
  type KnownSeries,
  type MeetingMatch,
  matchMeeting,
  seriesByTownAndSeason,
} from '@/lib/import/meetings'
import { CATEGORIES, isChampionship } from '@/lib/sport/championships'
import type { PartialDate } from '@/lib/sport/partial-date'
import type { Db } from '@/prisma/client'
import { insertStaged, type StagingRows } from '../history/rows'
import type { Meeting } from './gathered'
import { AS_TOLD } from './match-people'
import { inPace } from './pace'
import { stableId } from './stable-id'

const BATCH = 1000
/** Competitions of many days and events, which lists call by their towns, each time by another. */
export const GAMES = CATEGORIES.filter((category) => isChampionship({ category }))

type Clusters = Map<string, { first: Meeting; startDate: PartialDate; endDate: PartialDate }>

/** What was found of a meeting, as import_meetings has it. */
type Found = Pick<StagingRows['import_meetings'], 'state' | 'competitionId' | 'candidates' | 'reason'>

/** Finds the competitions of a list's meetings. A new one gets the id that the competition will have. */
export async function matchMeetings(
  db: Db,
  importId: string,
  meetings: readonly Meeting[],
  clusters: Clusters,
): Promise<void> {
  const taught = new Map<string, string>()
  const candidates = new Map<string, KnownCompetition[]>()
  for await (const batch of inPace(meetings, BATCH)) {
    for (const [id, seriesId] of await findTaughtSeries(db, batch)) taught.set(id, seriesId)
    for (const [id, known] of await findCandidates(db, batch, taught)) candidates.set(id, known)
  }
  const told = await findTold(db, meetings)
  const nationsAt = countNations(meetings, candidates)
  const bySeason = await findSeriesOfTowns(db, meetings)
  for await (const batch of inPace(meetings, BATCH)) {
    const rows = batch.map((meeting) => {
      const { id, name, city, venue, countryCode, category, rows } = meeting
      const { first, startDate, endDate } = clusters.get(id) ?? { ...meeting, first: meeting }
      const known = (candidates.get(id) ?? []).map((it) => ({ ...it, nations: nationsAt(it, meeting) }))
      const match = told.get(id) ?? matchMeeting(meeting, known)
      const series = match.state === 'NEW' ? seriesByTownAndSeason(meeting, bySeason.get(id) ?? []) : null
      const seriesId = taught.get(id) ?? series?.seriesId ?? null
      // The races of one road weekend are one competition, whatever their disciplines.
      const newId = stableId(importId, 'competition', first.id, seriesId)
      const found = foundOf(series ? editionOf(series, match) : match, newId)
      if (series && found.state === 'NEW') found.reason = BY_SEASON
      return { importId, id, name, city, venue, countryCode, startDate, endDate, category, rows, seriesId, ...found }
    })
    await insertStaged(db, 'import_meetings', rows)
  }
}

const BY_SEASON = 'An edition of a series, by its town and season.'

function editionOf({ competitionId }: { competitionId: string | null }, otherwise: MeetingMatch): MeetingMatch {
  return competitionId === null ? otherwise : { state: 'KNOWN', competitionId, reason: BY_SEASON }
}

/** Series whose editions have the road race of a meeting, in its country and its town, or are called after the town. */
async function findSeriesOfTowns(db: Db, meetings: readonly Meeting[]): Promise<Map<string, KnownSeries[]>> {
  const asked = meetings
    .filter(({ category, nameKey, cityKey }) => category === 'ROAD_RACE' && nameKey === null && cityKey !== null)
    .map(({ id, cityKey, countryCode, discipline, startDate }) => {
      return { id, cityKey, countryCode, discipline, year: Number(startDate.slice(0, 4)) }
    })
  if (asked.length === 0) return new Map()
  const rows = await db.$queryRaw<(KnownSeries & { meetingId: string })[]>`
    WITH asked AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
        m(id text, "cityKey" text, "countryCode" text, discipline text, year int)
    ), editions AS MATERIALIZED (
      SELECT c.id, c."seriesId", c.year, c."startDate", c."countryCode", e."disciplineSlug", fold_name(c.city) AS "cityKey",
        fold_name(s.name) AS "nameKey"
      FROM competitions c JOIN series s ON s.id = c."seriesId" AND s."mergedIntoId" IS NULL
      JOIN events e ON e."competitionId" = c.id AND NOT e.withdrawn
      WHERE NOT c.withdrawn AND c.category = 'ROAD_RACE'
    )
    SELECT asked.id AS "meetingId", x."seriesId", array_agg(DISTINCT x."startDate") FILTER (WHERE x."startDate" IS NOT NULL) AS days,
      (SELECT jsonb_build_object('id', y.id, 'startDate', y."startDate") FROM editions y
        WHERE y."seriesId" = x."seriesId" AND y.year = asked.year LIMIT 1) AS edition
    FROM asked JOIN editions x ON x."disciplineSlug" = asked.discipline
      AND x."countryCode" IS NOT DISTINCT FROM asked."countryCode"
      -- Names are folded without hyphens: Oita is the end of "beppuoita".
      AND (x."cityKey" = asked."cityKey" OR length(asked."cityKey") > 4
        AND position(btrim(asked."cityKey") || ' ' IN x."nameKey" || ' ') > 0)
    GROUP BY asked.id, asked.year, x."seriesId"`
  const found = new Map<string, KnownSeries[]>()
  for (const { meetingId, ...series } of rows)
    found.set(meetingId, [...(found.get(meetingId) ?? []), { ...series, days: series.days ?? [] }])
  return found
}

function foundOf(match: MeetingMatch, newId: string): Found {
  const { state } = match
  if (match.state === 'NEW') return { state, competitionId: newId, candidates: [], reason: null }
  if (match.state === 'ASK') return { state, competitionId: null, candidates: match.candidates, reason: match.reason }
  return { state, competitionId: match.competitionId, candidates: [], reason: match.reason }
}

/** Meetings of which the list says itself which competition they are. */
async function findTold(db: Db, meetings: readonly Meeting[]): Promise<Map<string, MeetingMatch>> {
  const addresses = [...new Set(meetings.flatMap(({ address }) => address ?? []))]
  const competitions = await db.competition.findMany({
    where: { slug: { in: addresses }, withdrawn: false },
    select: { id: true, slug: true },
  })
  const idAt = new Map(competitions.map(({ id, slug }) => [slug, id]))
  const told = meetings.flatMap(({ id, address }): [string, MeetingMatch][] => {
    const competitionId = idAt.get(address ?? '')
    return competitionId === undefined ? [] : [[id, { state: 'KNOWN', competitionId, reason: AS_TOLD }]]
  })
  return new Map(told)
}

/** How many nations the list has in a town on the days of Games that were held in its country. */
function countNations(
  meetings: readonly Meeting[],
  candidates: ReadonlyMap<string, readonly KnownCompetition[]>,
): (known: KnownCompetition, meeting: Meeting) => number {
  const nations = new Map<string, Set<string>>()
  const key = ({ id }: KnownCompetition, { cityKey }: Meeting) => `${id} ${cityKey}`
  for (const meeting of meetings) {
    for (const known of (candidates.get(meeting.id) ?? []).filter(({ elsewhere }) => elsewhere)) {
      const there = nations.get(key(known, meeting)) ?? new Set()
      for (const code of meeting.nations) there.add(code)
      nations.set(key(known, meeting), there)
    }
  }
  return (known, meeting) => nations.get(key(known, meeting))?.size ?? 0
}

/** The series that an editor has taught to be meant by a town or a name: meeting to series. */
async function findTaughtSeries(db: Db, meetings: readonly Meeting[]): Promise<Map<string, string>> {
  const asked = meetings.flatMap(({ id, nameKey, cityKey, countryCode, discipline }) =>
    [nameKey, cityKey].flatMap((folded) =>
      folded === null ? [] : { id, folded, countryCode: countryCode ?? '', discipline },
    ),
  )
  const rows = await db.$queryRaw<{ id: string; seriesId: string }[]>`
    SELECT m.id, coalesce(s."mergedIntoId", t."seriesId") AS "seriesId"
    FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) m(id text, folded text, "countryCode" text, discipline text)
    JOIN taught_names t ON t.folded = m.folded AND t."countryCode" = m."countryCode" AND t."disciplineSlug" = m.discipline
    JOIN series s ON s.id = t."seriesId"`
  return new Map(rows.map(({ id, seriesId }) => [id, seriesId]))
}

/**
 * Competitions of the same town or name in the same year, found by the names they are searched by, those of a series
 * that was taught, and Games that were held in the country on that day.
 */
async function findCandidates(
  db: Db,
  meetings: readonly Meeting[],
  taught: Map<string, string>,
): Promise<Map<string, KnownCompetition[]>> {
  const asked = meetings.flatMap(({ id, nameKey, cityKey, startDate, countryCode }) =>
    [nameKey, cityKey].flatMap((folded) =>
      folded === null
        ? []
        : {
            id,
            folded: `${folded} ${startDate.slice(0, 4)}`,
            seriesId: taught.get(id) ?? null,
            year: Number(startDate.slice(0, 4)),
            countryCode,
            day: startDate,
          },
    ),
  )
  const rows = await db.$queryRaw<(KnownCompetition & { meetingId: string })[]>`
    -- The keys are computed once, whatever the planner thinks of the number of rows.
    WITH asked AS MATERIALIZED (
      SELECT m.id, name_key(m.folded) AS key, m."seriesId", m.year, m."countryCode", m.day
      FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
        m(id text, folded text, "seriesId" text, year int, "countryCode" text, day text)
    ), games AS MATERIALIZED (
      SELECT c.id, c."countryCode", c."startDate", c."endDate", ARRAY(
        SELECT DISTINCT fold_name(m.city) FROM import_meetings m JOIN imports i ON i.id = m."importId" AND i.state = 'DONE'
        WHERE m."competitionId" = c.id AND m.state = 'KNOWN' AND m.city IS NOT NULL) AS "calledSo"
      FROM competitions c
      WHERE c.category::text = ANY (${GAMES}::text[]) AND NOT c.withdrawn
        AND length(c."startDate") = 10 AND length(c."endDate") = 10
    ), named AS MATERIALIZED (
      SELECT asked.id AS "meetingId", e."entityId" AS id
      FROM asked JOIN search_entries e ON e.key = asked.key AND e.kind = 'COMPETITION'
      UNION
      SELECT asked.id, c.id FROM asked JOIN competitions c ON c."seriesId" = asked."seriesId" AND c.year = asked.year
    ), found AS MATERIALIZED (
      SELECT "meetingId", id, false AS elsewhere, '{}'::text[] AS "calledSo" FROM named
      UNION ALL
      SELECT DISTINCT asked.id, g.id, true, g."calledSo" FROM asked
      JOIN games g ON g."countryCode" = asked."countryCode" AND asked.day BETWEEN g."startDate" AND g."endDate"
      WHERE NOT EXISTS (SELECT 1 FROM named n WHERE n."meetingId" = asked.id AND n.id = g.id)
    )
    SELECT found."meetingId", found.elsewhere, found."calledSo", c.id, c.year, c."startDate", c."endDate", c."countryCode", c.category,
      fold_name(regexp_replace(c.name, '\\y(1[89]|20)[0-9]{2}\\y', '', 'g')) AS "nameKey",
      fold_name(s.name) AS "seriesKey", fold_name(c.city) AS "cityKey"
    FROM found JOIN competitions c ON c.id = found.id AND NOT c.withdrawn LEFT JOIN series s ON s.id = c."seriesId"`
  const found = new Map<string, KnownCompetition[]>()
  for (const { meetingId, ...row } of rows) found.set(meetingId, [...(found.get(meetingId) ?? []), row])
  return found
}
