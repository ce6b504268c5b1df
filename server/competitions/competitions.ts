import 'server-only'
import { cache } from 'react'
import type { Competition } from '@/lib/record/competition'
import { isChampionship } from '@/lib/sport/championships'
import { type MedalRow, medalTable } from '@/lib/sport/medal-table'
import type { Db } from '@/prisma/client'
import { toCompetition } from '../athletes/record-rows'
import { db } from '../db'
import { dependsOn } from '../freshness/depends-on'
import { athleteNameSubject, competitionSubject, seriesSubject, sourceHeadSubject } from '../freshness/subjects'
import {
  beginningsOf,
  type Entry,
  type EventResults,
  findCompetitionRow,
  findEntries,
  findEvents,
  heldEvents,
  pageOf,
  RESULTS_A_PAGE,
} from './events'

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

/**
 * A competition with its results by event and race, best place first: all of them, the first of each event where there
 * are very many, or, with `event` ("marathon-m"), a page of one event's.
 *
 * @returns null where there is no competition of that name, or no such event or page in it.
 */
export async function findCompetition(
  db: Db,
  slug: string,
  { event = null, page = 1 }: { event?: string | null; page?: number } = {},
): Promise<CompetitionResults | null> {
  const row = await findCompetitionRow(db, { slug })
  if (!row) return null
  dependsOn(competitionSubject(row.id), ...row.citations.map(({ source }) => sourceHeadSubject(source.id)))
  if (row.seriesId !== null) dependsOn(seriesSubject(row.seriesId))
  // A championship within a race has no races of its own: its results are those with a place in it.
  const host = row.withinId ? ((await findCompetitionRow(db, { id: row.withinId })) ?? row) : row
  if (host.id !== row.id) dependsOn(competitionSubject(host.id))
  const entries = groupBy(await findEntries(db, host.id, row.classification), ({ raceId }) => raceId)
  const held = heldEvents(host, entries)
  const asked = event === null ? null : held.find(({ key }) => key === event)
  if (asked === undefined) return null
  const pages = asked ? Math.max(1, Math.ceil(asked.total / RESULTS_A_PAGE)) : 1
  if (page > pages) return null

  const events = await findEvents(db, asked ? pageOf(asked, page) : beginningsOf(held))
  const finals = host.events.flatMap(({ races }) => races.filter(({ round }) => round === 'FINAL'))
  const entered = finals.map(({ id }) => entries.get(id) ?? [])
  return {
    competition: toCompetition(row),
    total: held.reduce((sum, event) => sum + event.total, 0),
    events,
    event: asked ? (events[0] ?? null) : null,
    pages,
    medals: isChampionship(row) ? await findMedals(db, entered) : null,
    ...(await findNeighbours(db, row)),
  }
}

/** Medals from the first three places of the finals, whoever won them: athletes and teams. */
async function findMedals(db: Db, finals: readonly (readonly Entry[])[]): Promise<Medals> {
  const held = finals.filter((entries) => entries.length > 0)
  const won = held.map((entries) => entries.filter(({ place, status }) => place !== null && place <= 3 && !status))
  const winners = await db.result.findMany({
    where: { id: { in: won.flat().map(({ id }) => id) } },
    select: { id: true, countryCode: true, athlete: { select: { id: true, countryCode: true } } },
  })
  dependsOn(...winners.flatMap(({ athlete }) => (athlete ? athleteNameSubject(athlete.id) : [])))
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
  findCompetition(db(), slug, { event, page }),
)
