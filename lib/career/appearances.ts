/** How often an athlete has been at the Olympic Games, the World Championships …: counted from results, never typed. */

import type { Series } from '../record/competition'
import type { Result } from '../record/result'
import { byWeight, isChampionship } from '../sport/championships'
import { byText, chronologically, newestFirst } from '../sport/chronology'
import { hasStarted } from '../sport/status'
import { championshipsWithin, countMedals, honours, type Medals, overallPlace } from './honours'

export { isChampionship } from '../sport/championships'

export type SeriesAppearances = {
  series: Series
  /** Editions the athlete started in, whatever the number of events. */
  appearances: number
  /** Results there, newest first, without the races the athlete did not start. */
  results: Result[]
  streak: Streak | null
  /** The best place in a final, and when it was first achieved. */
  best: { place: number; result: Result } | null
  medals: Medals
}

/** A run of editions without a gap, with the years of the first and the last. */
export type Streak = { length: number; from: number; to: number }

/**
 * Every series the athlete has started in: the Olympic Games, the World Championships, continental and regional ones;
 * after these every other series by the number of appearances. A start is an appearance, finished or not.
 *
 * `editions` holds the years in which each series was held, by the series' slug. The streak is the longest run of
 * these, the latest of equal runs; null where no year of the series is known, since a missed edition could not be
 * noticed.
 */
export function seriesAppearances(
  results: readonly Result[],
  editions: Readonly<Record<string, readonly number[]>>,
): SeriesAppearances[] {
  const bySeries = new Map<string, { series: Series; entries: Entry[] }>()
  for (const entry of results.filter(hasStarted).flatMap(entriesOf)) {
    const known = bySeries.get(entry.series.slug) ?? { series: entry.series, entries: [] }
    known.entries.push(entry)
    bySeries.set(entry.series.slug, known)
  }
  return [...bySeries.values()]
    .map(({ series, entries }) => ({
      series,
      appearances: new Set(entries.map(({ edition }) => edition)).size,
      results: entries.map(({ result }) => result).sort(newestFirst),
      streak: longestStreak(new Set(entries.map(({ year }) => year)), editions[series.slug] ?? []),
      best: bestPlace(entries),
      medals: medalsIn(entries),
    }))
    .sort(byStanding)
}

/** A start in an edition of a series: of the race itself, or of a championship decided within it. */
interface Entry {
  series: Series
  /** The edition's id. */
  edition: string
  year: number
  result: Result
  /** The place there, in a final. */
  place: number | null
  /** In which classification; null for whatever the race itself awards. */
  classification: string | null
}

function entriesOf(result: Result): Entry[] {
  const { id, year, series } = result.competition
  const own = series ? [{ series, edition: id, year, result, place: overallPlace(result), classification: null }] : []
  const inner = championshipsWithin(result).flatMap(({ championship, place }): Entry[] => {
    const { id, year, series, classification } = championship
    return series ? [{ series, edition: id, year, result, place: place.place, classification }] : []
  })
  return [...own, ...inner]
}

/** Medals of a championship within a race are its own, and not the race's. */
function medalsIn(entries: readonly Entry[]): Medals {
  return countMedals(
    entries.flatMap(({ result, classification }) =>
      honours([result]).filter((honour) => (honour.championship?.classification ?? null) === classification),
    ),
  )
}

/**
 * Which of the athlete's appearances in the series this result was: 10 for the tenth. Null outside a series and without
 * a start.
 */
export function nthAppearance(result: Result, results: readonly Result[]): number | null {
  const { series, id } = result.competition
  if (series === null || !hasStarted(result)) return null
  const inSeries = results.filter((other) => other.competition.series?.slug === series.slug && hasStarted(other))
  const index = editionsOf(inSeries).indexOf(id)
  return index < 0 ? null : index + 1
}

/** The ids of the competitions of these results, in the order in which they were held. */
function editionsOf(results: readonly Result[]): string[] {
  return [...new Set(results.toSorted(chronologically).map((result) => result.competition.id))]
}

function longestStreak(enteredIn: ReadonlySet<number>, heldIn: readonly number[]): Streak | null {
  if (heldIn.length === 0) return null
  let run: number[] = []
  let longest: number[] = []
  for (const year of [...new Set([...heldIn, ...enteredIn])].sort((a, b) => a - b)) {
    run = enteredIn.has(year) ? [...run, year] : []
    if (run.length >= longest.length) longest = run
  }
  const [from] = longest
  const to = longest.at(-1)
  return from === undefined || to === undefined ? null : { length: longest.length, from, to }
}

function bestPlace(entries: readonly Entry[]): SeriesAppearances['best'] {
  let best: SeriesAppearances['best'] = null
  for (const { place, result } of entries.toSorted((a, b) => chronologically(a.result, b.result))) {
    if (place !== null && (best === null || place < best.place)) best = { place, result }
  }
  return best
}

function byStanding(a: SeriesAppearances, b: SeriesAppearances): number {
  const championshipsFirst = Number(isChampionship(b.series)) - Number(isChampionship(a.series))
  const weightiestFirst = isChampionship(a.series) ? byWeight(a.series.category, b.series.category) : 0
  return championshipsFirst || weightiestFirst || b.appearances - a.appearances || byText(a.series.name, b.series.name)
}
