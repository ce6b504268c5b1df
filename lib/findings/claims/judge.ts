/**
 * Checks a claim against the record: as of the time it refers to and, where it describes a state that can change
 * ("five-time Olympian"), as of today. True then but no longer is stale, not wrong.
 */
import type { ClaimKind, Statement } from '../../record/claim'
import type { Result } from '../../record/result'
import type { CheckedRecord, Context } from '../finding'
import { checkAge } from './age'
import { checkAppearances, checkConsecutive, checkFinishedAll, checkRaces, checkStreak } from './appearances'
import {
  checkBehindWinner,
  checkCourseRecord,
  checkImprovement,
  checkImprovementMoreThan,
  checkPersonalBest,
  checkRank,
  checkSeasonBest,
  checkWinningMargin,
} from './marks'
import { checkAheadOf } from './meetings'
import { checkFirstInTop, checkNeverBetter } from './places'
import { moments, type Scene, sceneAt } from './scene'
import type { Verdict } from './verdict'

export type Judgement =
  | { state: 'holds' }
  /** `truth` and `against` as in a verdict. */
  | { state: 'wrong' | 'stale'; truth: string; against: Result[] }
  | { state: 'unchecked'; missing: string }

const CHECKS: Record<ClaimKind, (scene: Scene) => Verdict> = {
  AGE_ON: checkAge,
  TIMES_OLYMPIAN: checkAppearances,
  APPEARANCES: checkAppearances,
  NTH_CONSECUTIVE_APPEARANCE: checkConsecutive,
  STREAK: checkStreak,
  FINISHED_ALL: checkFinishedAll,
  NEVER_BETTER_THAN: checkNeverBetter,
  FIRST_IN_TOP: checkFirstInTop,
  MARATHONS_RUN: checkRaces,
  NTH_BEST_OF_CAREER: checkRank,
  IMPROVEMENT: checkImprovement,
  IMPROVEMENT_MORE_THAN: checkImprovementMoreThan,
  PERSONAL_BEST: checkPersonalBest,
  SEASON_BEST: checkSeasonBest,
  COURSE_RECORD: checkCourseRecord,
  WITHIN_COURSE_RECORD: checkCourseRecord,
  BEHIND_WINNER: checkBehindWinner,
  WINNING_MARGIN: checkWinningMargin,
  AHEAD_OF: checkAheadOf,
}

/** A fact of one day does not change later. */
const OF_A_DAY: readonly ClaimKind[] = [
  'AGE_ON',
  'NTH_CONSECUTIVE_APPEARANCE',
  'FIRST_IN_TOP',
  'IMPROVEMENT',
  'IMPROVEMENT_MORE_THAN',
  'SEASON_BEST',
  'COURSE_RECORD',
  'WITHIN_COURSE_RECORD',
  'BEHIND_WINNER',
  'WINNING_MARGIN',
  'AHEAD_OF',
]

export function judge(claim: Statement, record: CheckedRecord, context: Context): Judgement {
  const check = CHECKS[claim.kind]
  const { result, ...scene } = sceneAt(claim, record, context, claim.asOf)
  if (claim.resultId !== null && result === null)
    return { state: 'unchecked', missing: 'the result of which it speaks' }

  const verdict = check({ ...scene, result })
  if (verdict.holds === null) return { state: 'unchecked', missing: verdict.missing }
  if (isOfADay(claim, result)) return verdict.holds ? { state: 'holds' } : { ...verdict, state: 'wrong' }
  if (claim.asOf !== null) {
    if (!verdict.holds) return { ...verdict, state: 'wrong' }
    const today = check(sceneAt(claim, record, context, null))
    return today.holds === false ? { ...today, state: 'stale' } : { state: 'holds' }
  }
  if (verdict.holds) return { state: 'holds' }
  const onceHeld = moments(record).some((moment) => check(sceneAt(claim, record, context, moment)).holds)
  return { ...verdict, state: onceHeld ? 'stale' : 'wrong' }
}

/** A claim about a result refers to that day when it is dated to it, or counts up to it. */
function isOfADay({ kind, asOf }: Statement, result: Result | null): boolean {
  if (OF_A_DAY.includes(kind)) return true
  if (result === null) return false
  if (kind === 'APPEARANCES' || kind === 'MARATHONS_RUN') return true
  return asOf !== null && (result.date.startsWith(asOf) || asOf.startsWith(result.date))
}
