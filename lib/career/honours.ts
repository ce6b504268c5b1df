/**
 * Medals, wins and podium places, computed from the places of finals. A medal is a place among the first three of a
 * championship: of the whole race where the competition is the championship, or of the championship decided within a
 * race, as when an open marathon is also the Asian championship. National titles are wins, not medals.
 */

import type { InnerChampionship } from '../record/competition'
import type { Place, Result } from '../record/result'
import type { Category } from '../sport/championships'
import { byWeight, isChampionship } from '../sport/championships'
import { byDate, byText } from '../sport/chronology'

export type Honour = {
  kind: 'medal' | 'win' | 'podium'
  place: number
  /** As on the place: "overall", "asian-championship" … */
  classification: string
  /** The championship within the race that the place was in, where it is a competition of its own. */
  championship: InnerChampionship | null
  result: Result
}

export type Medals = { gold: number; silver: number; bronze: number }

const OVERALL = 'overall'
const NATIONAL_TITLE = 'national-championship'
const KINDS: readonly Honour['kind'][] = ['medal', 'win', 'podium']

/** Medals, then wins, then second and third places; each kind by the weight of the competition, then the newest first. */
export function honours(results: readonly Result[]): Honour[] {
  return results.flatMap(honoursOf).sort(byImportance)
}

/** The number of medals of each colour. */
export function medals(results: readonly Result[]): Medals {
  return countMedals(results.flatMap(honoursOf))
}

export function countMedals(honours: readonly Honour[]): Medals {
  const won = honours.filter((honour) => honour.kind === 'medal')
  const count = (place: number) => won.filter((honour) => honour.place === place).length
  return { gold: count(1), silver: count(2), bronze: count(3) }
}

/** The overall place in a final; null in earlier rounds, without a place, and for a result with a status. */
export function overallPlace(result: Result): number | null {
  if (!wasDecided(result)) return null
  return result.places.find(({ classification }) => classification === OVERALL)?.place ?? null
}

/** The championships decided within the race that the result has a place in, with that place. */
export function championshipsWithin(result: Result): { championship: InnerChampionship; place: Place }[] {
  if (!wasDecided(result)) return []
  return result.competition.inner.flatMap((championship) => {
    const place = result.places.find(({ classification }) => classification === championship.classification)
    return place ? [{ championship, place }] : []
  })
}

function honoursOf(result: Result): Honour[] {
  if (!wasDecided(result)) return []
  const titles = result.places.filter(isTitle)
  const atChampionship = isChampionship(result.competition)
  // Where a championship is decided within a championship, the place in the race would count the same medal twice.
  const forMedals = atChampionship && titles.length === 0 ? result.places.filter(isOverall) : titles
  const forHonour = atChampionship ? [] : result.places.filter((place) => isOverall(place) || isNationalTitle(place))

  return [
    ...forMedals.map((place) => honourFor(place, 'medal', result)),
    ...forHonour.map((place) => honourFor(place, place.place === 1 ? 'win' : 'podium', result)),
  ].filter(({ place }) => place <= 3)
}

function honourFor({ place, classification }: Place, kind: Honour['kind'], result: Result): Honour {
  const championship = result.competition.inner.find((inner) => inner.classification === classification) ?? null
  return { kind, place, classification, championship, result }
}

function wasDecided(result: Result): boolean {
  return result.round === 'FINAL' && result.status === null
}

function isOverall({ classification }: Place): boolean {
  return classification === OVERALL
}

function isNationalTitle({ classification }: Place): boolean {
  return classification === NATIONAL_TITLE
}

function isTitle(place: Place): boolean {
  return place.classification.endsWith('-championship') && !isNationalTitle(place)
}

/** A title won within an open race ranks as the championship it decides, not as the race. */
function weight({ kind, classification, championship, result }: Honour): Category {
  if (championship) return championship.category
  if (kind !== 'medal' || isChampionship(result.competition)) return result.competition.category
  return classification.startsWith('world') ? 'WORLD_CHAMPIONSHIPS' : 'CONTINENTAL_CHAMPIONSHIPS'
}

function byImportance(a: Honour, b: Honour): number {
  return (
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    byWeight(weight(a), weight(b)) ||
    byDate(b.result.date, a.result.date) ||
    byText(a.result.id, b.result.id) ||
    byText(a.classification, b.classification)
  )
}
