/**
 * How the best marks of a country fell: one progression, for the pages of records, profiles, results and the open data.
 * A *national record* is only what a source calls one; a mark that was better than all before it without being called a
 * record is the best on record here, and no more.
 */

import type { RecordClaim, Result } from '../record/result'
import { byDate, byText } from '../sport/chronology'
import { gapBetween, isBetter } from '../sport/compared-mark'
import { DISCIPLINES, type DisciplineSlug } from '../sport/disciplines'
import { type Performance, ROUNDS, type Sex } from '../sport/performance'
import { listOfRecord, MAIN_LIST } from '../sport/separate-lists'

const NATIONAL_RECORD = 'NR'

type Claimed = Pick<RecordClaim, 'id' | 'code' | 'scope' | 'state' | 'equalled'>

/** What the progression looks at: a result, or a mark of a list. */
export type NationalMark = Pick<
  Performance,
  | 'discipline'
  | 'sex'
  | 'ageGroup'
  | 'paraClass'
  | 'implement'
  | 'date'
  | 'round'
  | 'mark'
  | 'value'
  | 'precision'
  | 'status'
  | 'timing'
  | 'wind'
  | 'flags'
  | 'drop'
  | 'separation'
> & { id: string; countryCode: string | null; records: readonly Claimed[] }

export interface NationalStep<Mark extends NationalMark = NationalMark> {
  mark: Mark
  /** What a source calls it; null for a mark that is the best on record here and no more. */
  claim: Claimed | null
  /** Whether it was at least as good as every eligible mark of the country before it. */
  isBest: boolean
  /** By how much it bettered the best before it, in the discipline's unit; null for the first, 0 where it equalled it. */
  improvement: number | null
  /** Whether it is the best of those that sources call a national record; equal marks share the record. */
  stands: boolean
  /** Whether no eligible mark of the country on record here is better. */
  isBestToday: boolean
}

export interface NationalProgression<Mark extends NationalMark = NationalMark> {
  discipline: DisciplineSlug
  /** The country; empty where no source names it. */
  scope: string
  sex: Sex
  /** Oldest first. */
  steps: NationalStep<Mark>[]
}

/**
 * The steps of one country's progression in one discipline and sex, oldest first: every eligible mark that was at least
 * as good as all before it, and whatever a source calls a national record besides. Of several marks of one date that
 * nobody claims, the best is the step.
 */
export function nationalSteps<Mark extends NationalMark>(marks: readonly Mark[], scope: string): NationalStep<Mark>[] {
  const steps: NationalStep<Mark>[] = []
  let best: (Mark & { value: number }) | null = null
  let bestRecord: (Mark & { value: number }) | null = null
  for (const mark of marks.toSorted(inTime)) {
    const claim = claimOf(mark, scope)
    const before: (Mark & { value: number }) | null = best
    const isBest = counts(mark) && (before === null || !isBetter(before.value, mark.value, mark.discipline))
    if (!isBest && claim === null) continue
    const improvement = isBest && before !== null ? gapBetween(before.value, Number(mark.value), mark.discipline) : null
    steps.push({ mark, claim, isBest, improvement, stands: false, isBestToday: false })
    if (isBest) best = mark
    const isRecord = counts(mark) && claim !== null && claim.state !== 'RESCINDED'
    if (isRecord && (bestRecord === null || !isBetter(bestRecord.value, mark.value, mark.discipline))) bestRecord = mark
  }
  return withoutOvertaken(steps).map((step) => ({
    ...step,
    stands: isRecordStep(step) && isEqual(step.mark, bestRecord) && counts(step.mark),
    isBestToday: counts(step.mark) && isEqual(step.mark, best),
  }))
}

/**
 * The progressions in which an athlete has something that a source calls a national record, from the athlete's results
 * alone: what others did before is not in them. `countryCode` is the athlete's, for results that name no country.
 */
export function ownProgressions(results: readonly Result[], countryCode: string | null): NationalProgression<Result>[] {
  return claimedRecords(results, countryCode).map(({ discipline, scope, sex }) => ({
    discipline,
    scope,
    sex,
    steps: nationalSteps(
      results
        .filter((result) => result.discipline === discipline && result.sex === sex)
        .map((result) => ({ ...result, countryCode: result.countryCode ?? countryCode }))
        .filter((result) => result.countryCode === scope || claimOf(result, scope) !== null),
      scope,
    ),
  }))
}

/** Of which disciplines, countries and sexes an athlete has claimed records, as disciplines are printed. */
export function claimedRecords(
  results: readonly Result[],
  countryCode: string | null,
): Omit<NationalProgression, 'steps'>[] {
  const found = results.flatMap(({ discipline, sex, records, countryCode: own }) =>
    records
      .filter((claim) => claim.code === NATIONAL_RECORD && claim.state !== 'RESCINDED')
      .map(({ scope }) => ({ discipline, sex, scope: scope ?? own ?? countryCode ?? '' })),
  )
  const each = [...new Map(found.map((one) => [`${one.scope} ${one.sex} ${one.discipline}`, one]))]
  const inPrint = ({ discipline }: Pick<NationalProgression, 'discipline'>) =>
    DISCIPLINES.findIndex(({ slug }) => slug === discipline)
  return each.sort(([a, one], [b, other]) => inPrint(one) - inPrint(other) || byText(a, b)).map(([, one]) => one)
}

/** A step that a source calls a national record, as opposed to the best on record here. */
export function isRecordStep({ claim }: Pick<NationalStep, 'claim'>): boolean {
  return claim !== null && claim.state !== 'RESCINDED'
}

/** Unclaimed marks that a better one of the same date followed are no steps. */
function withoutOvertaken<Mark extends NationalMark>(steps: NationalStep<Mark>[]): NationalStep<Mark>[] {
  return steps.filter(
    ({ claim, mark }, index) =>
      claim !== null ||
      !steps
        .slice(index + 1)
        .some((later) => later.isBest && later.mark.date === mark.date && !isEqual(later.mark, mark)),
  )
}

function isEqual(one: NationalMark, other: NationalMark | null): boolean {
  const [a, b] = [one.value, other?.value ?? null]
  return a !== null && b !== null && gapBetween(a, b, one.discipline) === 0
}

function claimOf({ records, countryCode }: NationalMark, scope: string): Claimed | null {
  return records.find((claim) => claim.code === NATIONAL_RECORD && (claim.scope ?? countryCode ?? '') === scope) ?? null
}

function counts<Mark extends NationalMark>(mark: Mark): mark is Mark & { value: number } {
  return mark.value !== null && listOfRecord(mark) === MAIN_LIST
}

/** By date, heats before finals, and of one race the lesser mark first. */
function inTime(a: NationalMark, b: NationalMark): number {
  const gap = (a.value ?? 0) - (b.value ?? 0)
  const lesserFirst = gap === 0 ? 0 : isBetter(a.value ?? 0, b.value ?? 0, a.discipline) ? 1 : -1
  return (
    byDate(a.date, b.date) || ROUNDS.indexOf(b.round) - ROUNDS.indexOf(a.round) || lesserFirst || byText(a.id, b.id)
  )
}
