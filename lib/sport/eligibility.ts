/**
 * Which marks count for bests and records, and why the others do not. World Athletics' rules, save that a list of one
 * athlete's marks asks for no doping test and no measured course.
 */

import type { Category } from './championships'
import { discipline } from './disciplines'
import { formatWind } from './marks'
import type { Performance } from './performance'
import { statusInWords } from './status'

/** World Athletics: in the 100 m, 200 m, sprint hurdles, long jump and triple jump the wind may help by 2.0 m/s. */
const WIND_LIMIT = 2_000

/**
 * A hand starts the watch late, which over a short distance decides the order: up to 400 m electronic and hand times
 * are kept in separate lists, beyond it they share one. Ours is the electronic list, so that a hand time up to 400 m
 * never counts, even where an athlete has no other mark.
 */
const HAND_TIMING_LIMIT = 400_000

/** Letters published after a mark that take it out of the lists. `A` (altitude) and `i` (indoors) do not. */
const DISQUALIFYING_FLAGS: readonly (readonly [flag: string, reason: string])[] = [
  ['W', 'wind-assisted in a combined event'],
  ['+', 'an intermediate time'],
  ['dh', 'on a downhill course'],
  ['x', 'in an exhibition'],
  ['e', 'an estimate'],
]

/** The fields of a result that decide whether its mark counts. */
export type Judged = Pick<Performance, 'team' | 'status' | 'value' | 'discipline' | 'timing' | 'wind' | 'flags'> & {
  competition: { category: Category }
}

/**
 * The reasons, in plain words, why the mark does not count for the athlete's bests and records: "no wind reading".
 * Empty when it counts. A team's mark, or a leg of a relay, is no individual best.
 */
export function ineligibility(result: Judged): string[] {
  const shared: string[] = []
  if (result.team !== null) shared.push("a team's mark")
  else if (result.competition.category === 'RELAY' || discipline(result.discipline).isRelay) {
    shared.push('a leg of a relay')
  }
  return [...shared, ...recordIneligibility(result)]
}

/** The same for a record, which a relay team may hold: only what is wrong with the mark itself. */
export function recordIneligibility(result: Omit<Judged, 'team' | 'competition'>): string[] {
  if (result.status !== null) return [statusInWords(result.status)]
  if (result.value === null) return ['no mark is known']
  const reasons = windReasons(result)
  const { surface, distance, unit } = discipline(result.discipline)
  if (unit === 'MILLISECOND' && distance === null) reasons.push('over no fixed distance')
  if (isHandTimed(result) && surface === 'TRACK' && distance !== null && distance <= HAND_TIMING_LIMIT) {
    reasons.push('hand-timed')
  }
  for (const [flag, reason] of DISQUALIFYING_FLAGS) {
    if (result.flags.includes(flag)) reasons.push(reason)
  }
  return reasons
}

/** Whether the time was taken by hand: only an explicit "h" or the recorded timing method says so. */
export function isHandTimed(result: Pick<Performance, 'timing' | 'flags'>): boolean {
  return result.timing === 'HAND' || result.flags.includes('h')
}

/**
 * No wind blows indoors, so a short-track mark needs no reading; assistance is reported once, with the reading if
 * known.
 */
function windReasons({ discipline: slug, wind, flags }: Pick<Performance, 'discipline' | 'wind' | 'flags'>): string[] {
  const needsReading = discipline(slug).windSensitive && !flags.includes('i')
  if (needsReading && wind !== null && wind > WIND_LIMIT) {
    return [`wind-assisted: ${formatWind(wind)}, where ${formatWind(WIND_LIMIT)} is allowed`]
  }
  if (flags.includes('w')) return ['wind-assisted']
  const isKnown = wind !== null || flags.includes('W')
  return needsReading && !isKnown ? ['no wind reading'] : []
}
