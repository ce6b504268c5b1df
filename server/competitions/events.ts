/** The events of a competition, and of their results those that a page shows. */
import 'server-only'
import type { Result } from '@/lib/record/result'
import { DISCIPLINES, type DisciplineSlug, isDisciplineSlug } from '@/lib/sport/disciplines'
import { missingPlaces, type PlaceRange } from '@/lib/sport/missing-places'
import type { PartialDate } from '@/lib/sport/partial-date'
import type { Round, Sex } from '@/lib/sport/performance'
import type { Status } from '@/lib/sport/status'
import type { Db } from '@/prisma/client'
import { readResultRows } from '../athletes/record-parts'
import { competitionRows, toResult } from '../athletes/record-rows'
import { currentTables } from '../athletes/record-tables'
import { dependsOn } from '../freshness/depends-on'
import { athleteNameSubject, sourceHeadSubject } from '../freshness/subjects'

export type ListedResult = Result & {
  athlete: { slug: string; displayName: string; countryCode: string | null } | null
}

export interface RaceResults {
  id: string
  round: Round
  number: number | null
  wind: number | null
  date: PartialDate | null
  /** The first of them, or a page of them. */
  results: ListedResult[]
  /** Places for which the record has no result, whether or not the others are shown. */
  missing: PlaceRange[]
}

export interface EventResults {
  id: string
  /** "marathon-m": by which the event is asked for. */
  key: string
  discipline: DisciplineSlug
  sex: Sex
  ageGroup: string | null
  paraClass: string | null
  /** Results on record, shown here or not. */
  total: number
  races: RaceResults[]
}

/** Up to this many results are shown whole on one page; with more, each event shows the first of its final. */
const SHOWN_WHOLE = 150
const FIRST_OF_FEW = 8
const FIRST_OF_MANY = 3
const FEW_EVENTS = 12
export const RESULTS_A_PAGE = 100

/** A competition's row with its events and races. */
export async function findCompetitionRow(db: Db, which: { slug: string } | { id: string }) {
  return db.competition.findFirst({
    where: { ...which, withdrawn: false },
    include: {
      ...competitionRows.include,
      events: {
        where: { withdrawn: false },
        include: { races: { where: { withdrawn: false }, orderBy: [{ round: 'asc' }, { number: 'asc' }] } },
      },
    },
  })
}

type CompetitionRow = NonNullable<Awaited<ReturnType<typeof findCompetitionRow>>>

/** An event of which results are on record, with what was entered in each of its races. */
type HeldEvent = ReturnType<typeof heldEvents>[number]

/** @param entries by the id of their race. */
export function heldEvents(competition: CompetitionRow, entries: ReadonlyMap<string, readonly Entry[]>) {
  return competition.events
    .flatMap((event) => {
      const { id, disciplineSlug, sex, ageGroup, paraClass } = event
      if (!isDisciplineSlug(disciplineSlug)) return []
      const races = event.races.flatMap((race) => {
        const entered = entries.get(race.id)
        return entered ? [{ row: { ...race, event: { ...event, competition } }, entered }] : []
      })
      const total = races.reduce((sum, { entered }) => sum + entered.length, 0)
      const key = [disciplineSlug, sex, ageGroup, paraClass].filter(Boolean).join('-').toLowerCase()
      return total > 0 ? [{ id, key, discipline: disciplineSlug, sex, ageGroup, paraClass, total, races }] : []
    })
    .sort(inPrint)
}

const PRINTED = new Map(DISCIPLINES.map(({ slug }, index) => [slug, index]))

function inPrint(a: Pick<EventResults, 'discipline' | 'key'>, b: Pick<EventResults, 'discipline' | 'key'>): number {
  return (PRINTED.get(a.discipline) ?? 0) - (PRINTED.get(b.discipline) ?? 0) || (a.key < b.key ? -1 : 1)
}

/** A result's place in its race, before it is known whether it will be shown. */
export interface Entry {
  id: string
  raceId: string
  place: number | null
  status: Status | null
}

/**
 * Every result of the competition, by place, then by mark; those without either come last in their race. With a
 * classification, those that have a place in it: the results of a championship decided within the competition.
 */
export async function findEntries(db: Db, competitionId: string, within: string | null = null): Promise<Entry[]> {
  return db.$queryRaw<Entry[]>`
    SELECT r.id, r."raceId", r.status, p.place
    FROM events e JOIN disciplines d ON d.slug = e."disciplineSlug"
    JOIN races ra ON ra."eventId" = e.id JOIN results r ON r."raceId" = ra.id
    LEFT JOIN places p ON p."resultId" = r.id AND p.classification = ${within ?? 'overall'}
      AND NOT p.withdrawn
    WHERE e."competitionId" = ${competitionId} AND NOT r.withdrawn AND (${within}::text IS NULL OR p.place IS NOT NULL)
    ORDER BY p.place, CASE d.unit WHEN 'MILLISECOND' THEN r.value ELSE -r.value END, r.id`
}

/** What one page shows: events with their races, and the entries whose results stand in them. */
interface Shown {
  events: readonly HeldEvent[]
  entries: readonly Entry[]
}

/** All results of few, and the first of each event where there are many. */
export function beginningsOf(held: readonly HeldEvent[]): Shown {
  if (held.reduce((sum, { total }) => sum + total, 0) <= SHOWN_WHOLE) {
    return { events: held, entries: held.flatMap(({ races }) => races.flatMap(({ entered }) => entered)) }
  }
  const first = held.length > FEW_EVENTS ? FIRST_OF_MANY : FIRST_OF_FEW
  const events = held.map((event) => ({ ...event, races: event.races.slice(0, 1) }))
  return { events, entries: events.flatMap(({ races }) => races.flatMap(({ entered }) => entered.slice(0, first))) }
}

/** One page of one event's results. */
export function pageOf(event: HeldEvent, page: number): Shown {
  const entries = event.races.flatMap(({ entered }) => entered)
  return { events: [event], entries: entries.slice((page - 1) * RESULTS_A_PAGE, page * RESULTS_A_PAGE) }
}

/** The shown events with their results; a race of which none is shown is left out. */
export async function findEvents(db: Db, { events, entries }: Shown): Promise<EventResults[]> {
  const rows = await readResultRows(
    currentTables(db),
    entries.map(({ id }) => id),
  )
  for (const { athleteId, members, places, records, citations } of rows) {
    const people = [athleteId ?? [], members.map((member) => member.athleteId)].flat()
    const cited = [{ citations }, ...places, ...records].flatMap((thing) => thing.citations)
    dependsOn(...people.map(athleteNameSubject), ...cited.map(({ sourceId }) => sourceHeadSubject(sourceId)))
  }
  const results = new Map(rows.map((row) => [row.id, row]))
  return events.map(({ races, ...event }) => ({
    ...event,
    races: races
      .map(({ row: race, entered }) => ({
        id: race.id,
        round: race.round,
        number: race.number,
        wind: race.wind,
        date: race.date,
        results: entered.flatMap(({ id }) => {
          const result = results.get(id)
          return result ? [{ ...toResult({ ...result, race }), athlete: result.athlete }] : []
        }),
        missing: missingPlaces(entered.flatMap(({ place }) => place ?? [])),
      }))
      .filter(({ results }) => results.length > 0),
  }))
}
