import type { RecordClaim, Result } from '../record/result'
import { byText, chronologically } from '../sport/chronology'
import { DISCIPLINES, type DisciplineSlug } from '../sport/disciplines'
import { recordIneligibility } from '../sport/eligibility'
import type { Sex } from '../sport/performance'
import { type CountingResult, isBetter } from './bests'

const NATIONAL_RECORD = 'NR'

export type NationalRecordStep = {
  result: Result
  /** Whether it is still the record, as far as is known here; equal marks share the record. */
  standing: boolean
  /** The improvement on the previous record, 0 where it equalled it; null for the first, and where it did neither. */
  improvement: number | null
}

export type NationalRecordHistory = {
  discipline: DisciplineSlug
  /** The country that holds the record; empty where no source names it. */
  scope: string
  sex: Sex
  steps: NationalRecordStep[]
}

/**
 * How national records fell: for each discipline, country and sex the results that were national records when they
 * were set, oldest first. What is a record *today* is computed: the best eligible of them, whatever the latest claim
 * says. Claims that the authority rescinded are left out. Disciplines in printing order, then by country and sex.
 */
export function nationalRecordHistory(results: readonly Result[]): NationalRecordHistory[] {
  return DISCIPLINES.flatMap(({ slug }) => {
    const histories = new Map<string, Omit<NationalRecordHistory, 'steps'> & { records: Result[] }>()
    for (const result of results.filter((result) => result.discipline === slug)) {
      const claim = result.records.find(isNationalRecord)
      if (claim === undefined) continue
      const scope = claim.scope ?? result.countryCode ?? ''
      const key = `${scope} ${result.sex}`
      const history = histories.get(key) ?? { discipline: slug, scope, sex: result.sex, records: [] }
      history.records.push(result)
      histories.set(key, history)
    }
    return [...histories.entries()]
      .sort(([a], [b]) => byText(a, b))
      .map(([, { records, ...history }]) => ({ ...history, steps: stepsOf(records) }))
  })
}

function stepsOf(records: Result[]): NationalRecordStep[] {
  const steps: NationalRecordStep[] = []
  let best: CountingResult | null = null
  for (const result of records.sort(chronologically)) {
    const improvement = canStand(result) && best !== null ? improvementOver(best.value, result) : null
    steps.push({ result, standing: false, improvement })
    if (canStand(result) && (best === null || isBetter(result.value, best.value, result.discipline))) best = result
  }
  const record = best?.value
  return steps.map((step) => ({ ...step, standing: canStand(step.result) && step.result.value === record }))
}

function improvementOver(best: number, { value, discipline }: CountingResult): number | null {
  return isBetter(best, value, discipline) ? null : Math.abs(best - value)
}

function isNationalRecord(claim: RecordClaim): boolean {
  return claim.code === NATIONAL_RECORD && claim.state !== 'RESCINDED'
}

function canStand(result: Result): result is CountingResult {
  return result.value !== null && recordIneligibility(result).length === 0
}
