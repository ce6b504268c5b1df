import 'server-only'
import { cache } from 'react'
import type { Competition } from '@/lib/record/competition'
import type { Result } from '@/lib/record/result'
import { isChampionship } from '@/lib/sport/championships'
import { DISCIPLINES, type DisciplineSlug, isDisciplineSlug } from '@/lib/sport/disciplines'
import { type MedalRow, medalTable } from '@/lib/sport/medal-table'
import { missingPlaces, type PlaceRange } from '@/lib/sport/missing-places'
import type { PartialDate } from '@/lib/sport/partial-date'
import type { Round, Sex } from '@/lib/sport/performance'
import type { Status } from '@/lib/sport/status'
import type { Db } from '@/prisma/client'
import { resultRows, toCompetition, toResult } from '../athletes/record-rows'
import { db } from '../db'

export type ListedResult = Result & {
  athlete: { slug: string; displayName: string; countryCode: string | null } | null
}

export interface RaceResults {
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

export interface Medals {
  rows: MedalRow[]
  /** Finals of which there are results, and those of them that lack one of the first three. */
  finals: number
  incomplete: number
}

export interface CompetitionResults {
  competition: Competition
  /** Results on record, of all events. */
  total: number
  events: EventResults[]
  /** The event that alone is shown; null where all are. */
  event: EventResults | null
  /** Pages of that event's results; 1 where all events are shown. */
  pages: number
  medals: Medals | null
  /** The editions of the series before and after this one. */
  previous: Neighbour | null
  next: Neighbour | null
}

export type Neighbour = Pick<Competition, 'slug' | 'name' | 'year'>

/** Up to this many results are shown whole on one page; with more, each event shows the first of its final. */
export const SHOWN_WHOLE = 150
const FIRST_OF_FEW = 8
const FIRST_OF_MANY = 3
const FEW_EVENTS = 12
export const RESULTS_A_PAGE = 100

/** What is loaded with a result here: its race, event and competition are known already. */
const { race: competitionOf, ...own } = resultRows.include
const listedRows = {
  include: { ...own, athlete: { select: { slug: true, displayName: true, countryCode: true } } },
}

/**
 * A competition with its results by event and race, best place first: all of them, the first of each event where there
 * are very many, or, with `event` ("marathon-m"), a page of one event's.
 *
 * @returns null where there is no competition of that name, or no such event or page in it.
 */
export async function findCompetition(
  db: Db,
  slug: string,
  event: string | null = null,
  page = 1,
): Promise<CompetitionResults | null> {
  const row = await db.competition.findFirst({
    where: { slug, withdrawn: false },
    include: {
      ...competitionOf.include.event.include.competition.include,
      events: {
        where: { withdrawn: false },
        include: { races: { where: { withdrawn: false }, orderBy: [{ round: 'asc' }, { number: 'asc' }] } },
      },
    },
  })
  if (!row) return null
  const entries = groupBy(await findEntries(db, row.id), ({ raceId }) => raceId)
  const held = row.events
    .flatMap((event) => {
      const { disciplineSlug, sex, ageGroup, paraClass, races } = event
      if (!isDisciplineSlug(disciplineSlug)) return []
      const run = races.flatMap((race) => {
        const entered = entries.get(race.id)
        return entered ? [{ row: { ...race, event: { ...event, competition: row } }, entered }] : []
      })
      const total = run.reduce((sum, { entered }) => sum + entered.length, 0)
      const key = [disciplineSlug, sex, ageGroup, paraClass].filter(Boolean).join('-').toLowerCase()
      return total > 0 ? [{ key, discipline: disciplineSlug, sex, ageGroup, paraClass, total, races: run }] : []
    })
    .sort(inPrint)
  const asked = event === null ? null : held.find(({ key }) => key === event)
  if (asked === undefined) return null
  const pages = asked ? Math.max(1, Math.ceil(asked.total / RESULTS_A_PAGE)) : 1
  if (page > pages) return null

  const total = held.reduce((sum, event) => sum + event.total, 0)
  const whole = asked !== null || total <= SHOWN_WHOLE
  const first = whole ? SHOWN_WHOLE : held.length > FEW_EVENTS ? FIRST_OF_MANY : FIRST_OF_FEW
  const shown = (asked ? [asked] : held).map((event) => ({
    ...event,
    races: whole ? event.races : event.races.slice(0, 1),
  }))
  const onPage = asked
    ? asked.races.flatMap(({ entered }) => entered).slice((page - 1) * RESULTS_A_PAGE, page * RESULTS_A_PAGE)
    : shown.flatMap(({ races }) => races.flatMap(({ entered }) => entered.slice(0, first)))
  const results = await findResults(
    db,
    onPage.map(({ id }) => id),
  )
  const events = shown.map(
    ({ races, ...event }): EventResults => ({
      ...event,
      races: races
        .map(({ row: race, entered }) => ({
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
    }),
  )
  const finals = row.events.flatMap(({ races }) => races.flatMap(({ id, round }) => (round === 'FINAL' ? [id] : [])))
  return {
    competition: toCompetition(row),
    total,
    events,
    event: asked ? (events[0] ?? null) : null,
    pages,
    medals: isChampionship(row)
      ? await findMedals(
          db,
          finals.flatMap((id) => [entries.get(id) ?? []]),
        )
      : null,
    ...(await findNeighbours(db, row)),
  }
}

const PRINTED = new Map(DISCIPLINES.map(({ slug }, index) => [slug, index]))

function inPrint(a: Pick<EventResults, 'discipline' | 'key'>, b: Pick<EventResults, 'discipline' | 'key'>): number {
  return (PRINTED.get(a.discipline) ?? 0) - (PRINTED.get(b.discipline) ?? 0) || (a.key < b.key ? -1 : 1)
}

/** A result's place in its race, before it is known whether it will be shown. */
interface Entry {
  id: string
  raceId: string
  place: number | null
  status: Status | null
}

/** Every result of the competition, by place, then by mark; those without either come last in their race. */
async function findEntries(db: Db, competitionId: string): Promise<Entry[]> {
  return db.$queryRaw<Entry[]>`
    SELECT r.id, r."raceId", r.status, p.place
    FROM events e JOIN disciplines d ON d.slug = e."disciplineSlug"
    JOIN races ra ON ra."eventId" = e.id JOIN results r ON r."raceId" = ra.id
    LEFT JOIN places p ON p."resultId" = r.id AND p.classification = 'overall' AND NOT p.withdrawn
    WHERE e."competitionId" = ${competitionId} AND NOT r.withdrawn
    ORDER BY p.place, CASE d.unit WHEN 'MILLISECOND' THEN r.value ELSE -r.value END, r.id`
}

async function findResults(db: Db, ids: readonly string[]) {
  const rows = await db.result.findMany({ where: { id: { in: [...ids] } }, ...listedRows })
  return new Map(rows.map((row) => [row.id, row]))
}

/** Medals from the first three places of the finals, whoever won them: athletes and teams. */
async function findMedals(db: Db, finals: readonly (readonly Entry[])[]): Promise<Medals> {
  const held = finals.filter((entries) => entries.length > 0)
  const won = held.map((entries) => entries.filter(({ place, status }) => place !== null && place <= 3 && !status))
  const winners = await db.result.findMany({
    where: { id: { in: won.flat().map(({ id }) => id) } },
    select: { id: true, countryCode: true, athlete: { select: { countryCode: true } } },
  })
  const countries = new Map(winners.map(({ id, countryCode, athlete }) => [id, countryCode ?? athlete?.countryCode]))
  return {
    rows: medalTable(
      won.flat().flatMap(({ id, place }) => (place ? [{ place, countryCode: countries.get(id) ?? null }] : [])),
    ),
    finals: held.length,
    incomplete: won.filter((medals) => medals.length < 3).length,
  }
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

async function findNeighbours(
  db: Db,
  { seriesId, id, year }: { seriesId: string | null; id: string; year: number },
): Promise<Pick<CompetitionResults, 'previous' | 'next'>> {
  if (seriesId === null) return { previous: null, next: null }
  const editions = await db.competition.findMany({
    where: { seriesId, withdrawn: false },
    orderBy: [{ year: 'asc' }, { startDate: 'asc' }, { slug: 'asc' }],
    select: { id: true, slug: true, name: true, year: true },
  })
  const at = editions.findIndex((edition) => edition.id === id && edition.year === year)
  return { previous: editions[at - 1] ?? null, next: editions[at + 1] ?? null }
}

export const getCompetition = cache((slug: string, event: string | null = null, page = 1) =>
  findCompetition(db(), slug, event, page),
)
