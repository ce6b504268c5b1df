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
export type Judged = Pick<
  Performance,
  'team' | 'status' | 'value' | 'discipline' | 'timing' | 'wind' | 'flags' | 'drop' | 'separation'
> & { competition: { category: Category } }

type JudgedMark = Omit<Judged, 'team' | 'competition'>

/** Whose rules a course is judged by. */
export type Authority = 'WORLD_ATHLETICS' | 'ARRS'

/**
 * How far apart start and finish may be, in a hundredth of the distance: 50 % for World Athletics (Competition Rule
 * 31.21.2), 30 % for the Association of Road Racing Statisticians. Both allow a fall of a metre a kilometre (31.21.3).
 */
const MOST_SEPARATION: Record<Authority, number> = { WORLD_ATHLETICS: 50, ARRS: 30 }
const MOST_DROP = 1000

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
export function recordIneligibility(result: JudgedMark): string[] {
  if (result.status !== null) return [statusInWords(result.status)]
  if (result.value === null) return ['no mark is known']
  const reasons = windReasons(result)
  const { surface, distance, unit } = discipline(result.discipline)
  if (unit === 'MILLISECOND' && distance === null) reasons.push('over no fixed distance')
  if (isHandTimed(result) && surface === 'TRACK' && distance !== null && distance <= HAND_TIMING_LIMIT) {
    reasons.push('hand-timed')
  }
  if (isNetTime(result)) reasons.push('a net time, where the gun time is the official one')
  return [...reasons, ...flagReasons(result), ...courseReasons(result)]
}

/**
 * What is wrong with a mark that no list of its own can be made for: no mark at all, an estimate, a course that falls
 * too far. Wind, hand timing and net times are not among them (lib/sport/separate-lists.ts).
 */
export function otherFaults(result: JudgedMark): string[] {
  if (result.status !== null || result.value === null) return recordIneligibility(result)
  const { distance, unit } = discipline(result.discipline)
  const shapeless = unit === 'MILLISECOND' && distance === null ? ['over no fixed distance'] : []
  const otherFlags = flagReasons({ flags: result.flags.filter((flag) => flag !== 'W') })
  return [...shapeless, ...otherFlags, ...courseReasons(result)]
}

function flagReasons({ flags }: Pick<Performance, 'flags'>): string[] {
  return DISQUALIFYING_FLAGS.flatMap(([flag, reason]) => (flags.includes(flag) ? [reason] : []))
}

/**
 * Why an authority does not accept the course, as far as its drop and separation are known. A course measured by nobody
 * is no reason here: a list of one athlete's marks asks for no certificate.
 */
export function courseReasons(
  { discipline: slug, drop, separation }: Pick<Performance, 'discipline' | 'drop' | 'separation'>,
  authority: Authority = 'WORLD_ATHLETICS',
): string[] {
  const { surface, distance } = discipline(slug)
  if (surface !== 'ROAD' || distance === null) return []
  const metres = distance / 1000
  const reasons: string[] = []
  if (drop !== null && drop * MOST_DROP > metres) {
    reasons.push(`on a course that falls ${drop} m, where ${Math.floor(metres / MOST_DROP)} m are allowed`)
  }
  const share = MOST_SEPARATION[authority]
  if (separation !== null && separation * 100 > metres * share) {
    const percent = Math.round((separation / metres) * 100)
    reasons.push(
      `on a course whose start and finish are ${percent} % of its length apart, where ${share} % are allowed`,
    )
  }
  return reasons
}

/** Whether the time was taken by hand: only an explicit "h" or the recorded timing method says so. */
export function isHandTimed(result: Pick<Performance, 'timing' | 'flags'>): boolean {
  return result.timing === 'HAND' || result.flags.includes('h')
}

/**
 * Whether the clock started as the athlete crossed the start line. World Athletics counts from the gun (Technical Rule
 * 19.24.5); a net time counts only where nothing better is known, in a list of its own.
 */
export function isNetTime({ timing, discipline: slug }: Pick<Performance, 'timing' | 'discipline'>): boolean {
  return timing === 'NET' && discipline(slug).unit === 'MILLISECOND'
}

/** Whether the wind helped more than is allowed, by its reading or by the letter that stands for one. */
export function isWindAssisted(result: Pick<Performance, 'discipline' | 'wind' | 'flags'>): boolean {
  return result.flags.includes('W') || windReasons(result).some((reason) => reason.startsWith('wind-assisted'))
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
