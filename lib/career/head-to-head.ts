/** Races in which two athletes met, and who was ahead. */

import type { Claim } from '../record/claim'
import type { Result } from '../record/result'
import { newestFirst } from '../sport/chronology'
import { discipline } from '../sport/disciplines'
import { isNetTime } from '../sport/eligibility'
import { hasStarted } from '../sport/status'

export type Meeting = {
  one: Result
  other: Result
  /** Null where it is unknown: neither finished, the places are equal, or neither place nor mark is known. */
  ahead: 'one' | 'other' | null
}

export type HeadToHead = {
  /** Newest first. */
  meetings: Meeting[]
  one: number
  other: number
}

/** Whose results meet, by the athlete's id, and what sources say. */
export type Opponent = { id: string; results: readonly Result[]; claims: readonly Claim[] }

/**
 * The races that both athletes started. Heats and finals count separately; starting in two heats of one event is no
 * meeting. Results for a team belong to the team. Where neither places nor marks tell who was ahead, a source may: what
 * one says counts, unless another says the contrary.
 */
export function headToHead(
  { results: one, ...oneSide }: Opponent,
  { results: other, ...otherSide }: Opponent,
): HeadToHead {
  const theirs = new Map(other.filter(hasRaced).map((result) => [raceOf(result), result]))
  const meetings = one
    .filter(hasRaced)
    .flatMap((result): Meeting[] => {
      const met = theirs.get(raceOf(result))
      return met ? [{ one: result, other: met, ahead: whoWasAhead(result, met) ?? said(result, met) }] : []
    })
    .sort((a, b) => newestFirst(a.one, b.one))
  function said(result: Result, met: Result): Meeting['ahead'] {
    if (result.status !== null || met.status !== null) return null
    const forOne = saysAhead(oneSide, result, otherSide.id)
    const forOther = saysAhead(otherSide, met, oneSide.id)
    return forOne === forOther ? null : forOne ? 'one' : 'other'
  }
  const wins = (who: Meeting['ahead']) => meetings.filter(({ ahead }) => ahead === who).length
  return { meetings, one: wins('one'), other: wins('other') }
}

function saysAhead({ claims }: Omit<Opponent, 'results'>, result: Result, of: string): boolean {
  return claims.some(({ kind, resultId, otherId }) => kind === 'AHEAD_OF' && resultId === result.id && otherId === of)
}

function hasRaced({ status, team }: Result): boolean {
  return hasStarted({ status }) && team === null
}

/** The same for all results of one race. */
function raceOf({ competition, discipline, sex, ageGroup, paraClass, round, raceNumber }: Result): string {
  return [competition.id, discipline, sex, ageGroup, paraClass, round, raceNumber].join(' ')
}

/** By status, then by the places in a classification of both, then by marks that are compared (gun before net time). */
export function whoWasAhead(one: Result, other: Result): Meeting['ahead'] {
  if (one.status !== null || other.status !== null) {
    if (one.status !== null && other.status !== null) return null
    return one.status === null ? 'one' : 'other'
  }
  const places = placesOfBoth(one, other)
  if (places !== null) return first(places.one - places.other)
  if (one.value === null || other.value === null || isNetTime(one) !== isNetTime(other)) return null
  const gap = one.value - other.value
  return first(discipline(one.discipline).unit === 'MILLISECOND' ? gap : -gap)
}

/** In the race as a whole, else in whatever classification has a place of both: the heat, the championship within it. */
function placesOfBoth(one: Result, other: Result): { one: number; other: number } | null {
  const shared = one.places.flatMap(({ classification, place }) => {
    const theirs = other.places.find((known) => known.classification === classification)
    return theirs === undefined ? [] : [{ classification, one: place, other: theirs.place }]
  })
  return shared.find(({ classification }) => classification === 'overall') ?? shared[0] ?? null
}

function first(difference: number): Meeting['ahead'] {
  if (difference === 0) return null
  return difference < 0 ? 'one' : 'other'
}
