import type { Result } from '../record/result'
import { chronologically } from '../sport/chronology'
import { isBetter } from '../sport/compared-mark'
import { recordIneligibility } from '../sport/eligibility'
import { daysOfResult, isBefore } from './days'
import { type CheckedRecord, type Context, defineRule, type Found } from './finding'
import { countryOf } from './nation'
import { markEvidence, markIn, ofResult } from './subject'

/** A result for the nation, with its value and its athlete. */
interface NationalResult {
  name: string
  result: Result & { value: number }
  isRecord: boolean
}

export const unclaimedRecord = defineRule({
  name: 'unclaimed-record',
  title: 'Better than the national record, and not called one',
  explanation:
    'An eligible result betters every national record known until then, and no source calls it a national record: either it was one, or a better one is missing from the record book.',
  severity: 'notice',
  concerns: 'editor',
  find: (record, context) => {
    const scopes = new Set(record.results.filter((result) => recordOf(result, record) !== null).map(scopeOf(record)))
    return [...scopes].flatMap((scope) => unclaimedIn(nationalResults(scope, record, context)))
  },
})

function unclaimedIn(results: NationalResult[]): Found[] {
  const found: Found[] = []
  let best: NationalResult | null = null
  for (const one of results.sort((a, b) => chronologically(a.result, b.result))) {
    const { value, discipline } = one.result
    const isBest = best !== null && isBetter(value, best.result.value, discipline)
    if (one.isRecord && (best === null || isBest)) best = one
    else if (best !== null && isBest && isBefore(daysOfResult(best.result), daysOfResult(one.result))) {
      found.push({
        ...ofResult(one.result, one.name),
        field: 'record:NR',
        explanation: `${markIn(one.result)} is better than ${markIn(best.result)}, the best national result known until then, but no source calls it a national record.`,
        evidence: [...markEvidence(one.result), ...markEvidence(best.result)],
      })
      best = one
    }
  }
  return found
}

/** The national results of one kind as a text: of one country, discipline and sex, and indoors or not. */
function scopeOf(record: CheckedRecord): (result: Result) => string {
  return (result) =>
    [
      result.discipline,
      result.sex,
      result.paraClass,
      result.flags.includes('i'),
      recordOf(result, record) ?? countryOf(result, record.athlete),
    ].join(' ')
}

function nationalResults(scope: string, record: CheckedRecord, { others }: Context): NationalResult[] {
  const own = record.results.map((result) => ({ name: record.athlete.displayName, result }))
  return [...own, ...others].flatMap(({ name, result }) => {
    const { value } = result
    if (value === null || recordIneligibility(result).length > 0 || scopeOf(record)(result) !== scope) return []
    return { name, result: { ...result, value }, isRecord: recordOf(result, record) !== null }
  })
}

/** The country whose record this result was when it was set; null where it was none. */
function recordOf(result: Result, { athlete }: CheckedRecord): string | null {
  const claim = result.records.find(({ code, state }) => code === 'NR' && state !== 'RESCINDED')
  return claim ? (claim.scope ?? countryOf(result, athlete)) : null
}
