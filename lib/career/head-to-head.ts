/** Races in which two athletes met, and who was ahead. */

import type { Result } from '../record/result'
import { newestFirst } from '../sport/chronology'
import { discipline } from '../sport/disciplines'
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

/**
 * The races that both athletes started. Heats and finals count separately; starting in two heats of one event is no
 * meeting. Results for a team belong to the team.
 */
export function headToHead(one: readonly Result[], other: readonly Result[]): HeadToHead {
  const theirs = new Map(other.filter(hasRaced).map((result) => [raceOf(result), result]))
  const meetings = one
    .filter(hasRaced)
    .flatMap((result): Meeting[] => {
      const met = theirs.get(raceOf(result))
      return met ? [{ one: result, other: met, ahead: whoWasAhead(result, met) }] : []
    })
    .sort((a, b) => newestFirst(a.one, b.one))
  const wins = (who: Meeting['ahead']) => meetings.filter(({ ahead }) => ahead === who).length
  return { meetings, one: wins('one'), other: wins('other') }
}

function hasRaced({ status, team }: Result): boolean {
  return hasStarted({ status }) && team === null
}

/** The same for all results of one race. */
function raceOf({ competition, discipline, sex, ageGroup, paraClass, round, raceNumber }: Result): string {
  return [competition.id, discipline, sex, ageGroup, paraClass, round, raceNumber].join(' ')
}

function whoWasAhead(one: Result, other: Result): Meeting['ahead'] {
  if (one.status !== null || other.status !== null) {
    if (one.status !== null && other.status !== null) return null
    return one.status === null ? 'one' : 'other'
  }
  const [place, theirs] = [placeIn(one), placeIn(other)]
  if (place !== null && theirs !== null) return first(place - theirs)
  if (one.value === null || other.value === null) return null
  const gap = one.value - other.value
  return first(discipline(one.discipline).unit === 'MILLISECOND' ? gap : -gap)
}

function placeIn({ places }: Result): number | null {
  return places.find(({ classification }) => classification === 'overall')?.place ?? null
}

function first(difference: number): Meeting['ahead'] {
  if (difference === 0) return null
  return difference < 0 ? 'one' : 'other'
}
