/** Looks up in the record whom and what a list names, and writes down what was found. The rules are in lib/import. */

import { type KnownCompetition, matchMeeting } from '@/lib/import/meetings'
import { type KnownAthlete, matchPerson, type PersonMatch } from '@/lib/import/people'
import type { Category } from '@/lib/sport/championships'
import { CATEGORIES, isChampionship } from '@/lib/sport/championships'
import type { PartialDate } from '@/lib/sport/partial-date'
import type { Db } from '@/prisma/client'
import type { Meeting, Person } from './reading'
import { inPieces, insertRows, stableId } from './rows'

const PIECE = 1000
/** Competitions of many days and events, which lists call by their towns, each time by another. */
export const GAMES = CATEGORIES.filter((category) => isChampionship({ category }))
/** How alike two names of one birth date and country must be (pg_trgm) for somebody to be asked whether they are one. */
const LIKE_NAMES = 0.35

interface PersonRow {
  importId: string
  id: string
  name: string
  key: string
  birthDate: PartialDate | null
  countryCode: string | null
  sex: string
  rows: number
  state: string
  athleteId: string | null
  candidates: unknown
  reason: string | null
  decided: boolean
}

/**
 * Finds the athletes whom the people of a list are. One who is new gets the id that he will have; people of the list
 * who are one person share it.
 *
 * @param recalled the athletes whom people of this list were found to be when rows of theirs were imported before.
 */
export async function matchPeople(
  db: Db,
  importId: string,
  people: readonly Person[],
  recalled: ReadonlyMap<string, string>,
): Promise<void> {
  const matches = new Map<string, PersonMatch>()
  for (const piece of inPieces(people, PIECE)) {
    const byKey = await athletesByKey(db, [...new Set(piece.map(({ key }) => key))])
    const byBirth = await athletesByBirth(
      db,
      piece.filter(({ key }) => !byKey.has(key)),
    )
    for (const person of piece) {
      const athleteId = recalled.get(person.id)
      if (athleteId !== undefined) {
        matches.set(person.id, { state: 'KNOWN', athleteId, reason: 'As these rows were taken before.' })
        continue
      }
      matches.set(person.id, matchPerson(person, [...(byKey.get(person.key) ?? []), ...(byBirth.get(person.id) ?? [])]))
    }
  }
  const newcomers = settleNewcomers(
    importId,
    people.filter(({ id }) => matches.get(id)?.state === 'NEW'),
  )
  const rows = people.map((person): PersonRow => {
    const { id, name, key, birthDate, countryCode, sex, rows } = person
    const row = { importId, id, name, key, birthDate, countryCode, sex, rows, decided: false }
    const match = matches.get(id)
    if (match?.state === 'KNOWN') {
      return { ...row, state: 'KNOWN', athleteId: match.athleteId, candidates: [], reason: match.reason }
    }
    if (match?.state === 'ASK') {
      return { ...row, state: 'ASK', athleteId: null, candidates: match.candidates, reason: match.reason }
    }
    const settled = newcomers.get(id) ?? {
      state: 'NEW',
      athleteId: athleteIdOf(importId, id),
      candidates: [],
      reason: null,
    }
    return { ...row, ...settled, reason: settled.reason ?? match?.reason ?? null }
  })
  for (const piece of inPieces(rows, PIECE)) await insertRows(db, 'import_people', piece)
}

/** The id that somebody new will have. */
export function athleteIdOf(importId: string, personId: string): string {
  return stableId(importId, 'athlete', personId)
}

type Settled = Pick<PersonRow, 'state' | 'athleteId' | 'candidates' | 'reason'>

/**
 * Tells apart the people of one list whom the record does not have, by the very rules by which they are matched with it:
 * the same name with and without a birth date is one man. The fullest entry comes first, and only those who will be made
 * count, so that the list read once more is matched in the same way.
 */
function settleNewcomers(importId: string, people: readonly Person[]): Map<string, Settled> {
  const made = new Map<string, KnownAthlete[]>()
  const settled = new Map<string, Settled>()
  for (const person of [...people].sort(fullestFirst)) {
    const athleteId = athleteIdOf(importId, person.id)
    const namesakes = made.get(person.key) ?? []
    const match = matchPerson(person, namesakes)
    if (match.state === 'KNOWN') {
      settled.set(person.id, {
        state: 'NEW',
        athleteId: match.athleteId,
        candidates: [],
        reason: 'The same as another of this list.',
      })
    } else if (match.state === 'ASK') {
      settled.set(person.id, {
        state: 'ASK',
        athleteId: null,
        candidates: match.candidates,
        reason: 'Others of this list have the name.',
      })
    } else {
      const { key, birthDate, countryCode, sex } = person
      const countryCodes = countryCode === null ? [] : [countryCode]
      made.set(key, [...namesakes, { id: athleteId, keys: [key], birthDate, countryCodes, sex }])
      settled.set(person.id, { state: 'NEW', athleteId, candidates: [], reason: match.reason })
    }
  }
  return settled
}

function fullestFirst(a: Person, b: Person): number {
  const told = ({ birthDate, lastDate, id }: Person) =>
    `${birthDate?.length.toString().padStart(2, '0') ?? '00'} ${lastDate} ${id}`
  return told(a) < told(b) ? 1 : -1
}

interface AthleteRow {
  id: string
  keys: string[]
  birthDate: PartialDate | null
  countryCodes: string[]
  sex: KnownAthlete['sex']
}

async function athletesByKey(db: Db, keys: string[]): Promise<Map<string, KnownAthlete[]>> {
  const rows = await db.$queryRaw<AthleteRow[]>`
    SELECT a.id, a."birthDate", a.sex, array_agg(DISTINCT s.key) AS keys, ARRAY(
      SELECT a."countryCode" WHERE a."countryCode" IS NOT NULL
      UNION SELECT r."countryCode" FROM representations r WHERE r."athleteId" = a.id AND NOT r.withdrawn) AS "countryCodes"
    FROM search_entries s JOIN athletes a ON a.id = s."entityId"
    WHERE s.kind = 'ATHLETE' AND s.key = ANY (${keys}::text[])
    GROUP BY a.id`
  const found = new Map<string, KnownAthlete[]>()
  for (const row of rows) for (const key of row.keys) found.set(key, [...(found.get(key) ?? []), row])
  return found
}

/** Athletes of the same birth date and country whose name is like the listed one: perhaps the same, spelled otherwise. */
async function athletesByBirth(db: Db, people: readonly Person[]): Promise<Map<string, KnownAthlete[]>> {
  const asked = people
    .filter(({ birthDate, countryCode }) => birthDate?.length === 'YYYY-MM-DD'.length && countryCode !== null)
    .map(({ id, key, birthDate, countryCode, sex }) => ({ id, key, birthDate, countryCode, sex }))
  if (asked.length === 0) return new Map()
  const rows = await db.$queryRaw<(AthleteRow & { personId: string })[]>`
    WITH near AS MATERIALIZED (
      SELECT p.id AS "personId", p.key AS "listedKey", a.id
      FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
        p(id text, key text, "birthDate" text, "countryCode" text, sex text)
      JOIN athletes a ON a."birthDate" = p."birthDate" AND a."countryCode" = p."countryCode"
        AND a.sex = p.sex::"Sex" AND NOT a.withdrawn
    )
    SELECT near."personId", a.id, a."birthDate", a.sex, array_agg(DISTINCT s.key) AS keys, ARRAY(
      SELECT a."countryCode" WHERE a."countryCode" IS NOT NULL
      UNION SELECT r."countryCode" FROM representations r WHERE r."athleteId" = a.id AND NOT r.withdrawn) AS "countryCodes"
    FROM near JOIN athletes a ON a.id = near.id
    JOIN search_entries s ON s.kind = 'ATHLETE' AND s."entityId" = a.id
    GROUP BY near."personId", near."listedKey", a.id
    HAVING max(similarity(s.key, near."listedKey")) >= ${LIKE_NAMES}`
  const found = new Map<string, KnownAthlete[]>()
  for (const { personId, ...row } of rows) found.set(personId, [...(found.get(personId) ?? []), row])
  return found
}

interface MeetingRow {
  importId: string
  id: string
  name: string | null
  city: string | null
  venue: string | null
  countryCode: string | null
  startDate: PartialDate
  endDate: PartialDate
  category: Category
  rows: number
  state: string
  competitionId: string | null
  seriesId: string | null
  candidates: unknown
  reason: string | null
  decided: boolean
}

type Clusters = Map<string, { first: Meeting; startDate: PartialDate; endDate: PartialDate }>

/** Finds the competitions at which a list's results were achieved. One that is new gets the id that it will have. */
export async function matchMeetings(
  db: Db,
  importId: string,
  meetings: readonly Meeting[],
  clusters: Clusters,
): Promise<void> {
  const taught = new Map<string, string>()
  const candidates = new Map<string, KnownCompetition[]>()
  for (const piece of inPieces(meetings, PIECE)) {
    for (const [id, seriesId] of await taughtSeries(db, piece)) taught.set(id, seriesId)
    for (const [id, known] of await competitionsFor(db, piece, taught)) candidates.set(id, known)
  }
  const nationsAt = countNations(meetings, candidates)
  for (const piece of inPieces(meetings, PIECE)) {
    const rows = piece.map((meeting): MeetingRow => {
      const { id, name, city, venue, countryCode, category, rows } = meeting
      const cluster = clusters.get(id)
      const days = { startDate: cluster?.startDate ?? meeting.startDate, endDate: cluster?.endDate ?? meeting.endDate }
      const known = (candidates.get(id) ?? []).map((it) => ({ ...it, nations: nationsAt(it, meeting) }))
      const match = matchMeeting(meeting, known)
      const row = { importId, id, name, city, venue, countryCode, ...days, category, rows, decided: false }
      const seriesId = taught.get(id) ?? null
      if (match.state === 'KNOWN') {
        return {
          ...row,
          state: 'KNOWN',
          competitionId: match.competitionId,
          seriesId,
          candidates: [],
          reason: match.reason,
        }
      }
      if (match.state === 'ASK') {
        return {
          ...row,
          state: 'ASK',
          competitionId: null,
          seriesId,
          candidates: match.candidates,
          reason: match.reason,
        }
      }
      const first = cluster?.first.id ?? id
      // The races of one road weekend are one competition, whatever their disciplines.
      const competitionId = stableId(importId, 'competition', first, seriesId)
      return { ...row, state: 'NEW', competitionId, seriesId, candidates: [], reason: null }
    })
    await insertRows(db, 'import_meetings', rows)
  }
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
      const those = nations.get(key(known, meeting)) ?? new Set()
      for (const code of meeting.nations) those.add(code)
      nations.set(key(known, meeting), those)
    }
  }
  return (known, meeting) => nations.get(key(known, meeting))?.size ?? 0
}

/** The series that an editor has taught to be meant by a town or a name: meeting to series. */
async function taughtSeries(db: Db, meetings: readonly Meeting[]): Promise<Map<string, string>> {
  const asked = meetings.flatMap(({ id, nameKey, cityKey, countryCode, discipline }) =>
    [nameKey, cityKey].flatMap((folded) =>
      folded === null ? [] : { id, folded, countryCode: countryCode ?? '', discipline },
    ),
  )
  const rows = await db.$queryRaw<{ id: string; seriesId: string }[]>`
    SELECT m.id, t."seriesId"
    FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) m(id text, folded text, "countryCode" text, discipline text)
    JOIN taught_names t ON t.folded = m.folded AND t."countryCode" = m."countryCode" AND t."disciplineSlug" = m.discipline`
  return new Map(rows.map(({ id, seriesId }) => [id, seriesId]))
}

/**
 * Competitions of the same town or name in the same year, found by the names they are searched by, those of a series
 * that was taught, and Games that were held in the country on that day.
 */
async function competitionsFor(
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
    -- The keys are made once, whatever the planner thinks of the number of rows.
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
