/** Marks that are called a best or a record although a better one came before them. */

import type { RecordClaim, Result } from '../record/result'
import { chronologically } from '../sport/chronology'
import { isBetter } from '../sport/compared-mark'
import { ineligibility, recordIneligibility } from '../sport/eligibility'
import { yearOf } from '../sport/partial-date'
import { daysOfResult, isBefore } from './days'
import { type CheckedRecord, type Context, defineRule, type Found } from './finding'
import { countryOf } from './nation'
import { markEvidence, markIn, ofResult } from './subject'

const BESTS = ['PB', 'SB']
const SERIES_RECORDS = ['CR', 'MR', 'OR']

export const beatenBest = defineRule({
  name: 'beaten-best',
  title: 'A mark is called a best, but a better one came before it',
  explanation: 'A result is marked as a personal or season’s best, and an eligible result from before it is better.',
  severity: 'warning',
  concerns: 'reader',
  find: (record) =>
    claimed(record, (code) => BESTS.includes(code)).flatMap(([result, claim]) =>
      beaten(
        record,
        result,
        claim,
        record.results.filter(
          (other) =>
            ineligibility(other).length === 0 && (claim.code === 'PB' || yearOf(other.date) === yearOf(result.date)),
        ),
      ),
    ),
})

export const beatenRecord = defineRule({
  name: 'beaten-record',
  title: 'A mark is called a record, but a better one came before it',
  explanation:
    'A result is marked as a record, and the record book knows an eligible result of the same scope that is better and came before it.',
  severity: 'warning',
  concerns: 'reader',
  find: (record, context) =>
    claimed(record, (code) => !BESTS.includes(code)).flatMap(([result, claim]) =>
      beaten(record, result, claim, rivals(record, context, result, claim)),
    ),
})

function claimed({ results }: CheckedRecord, isMeant: (code: string) => boolean): [Result, RecordClaim][] {
  return results.flatMap((result) =>
    result.records
      .filter(({ code, state }) => state !== 'RESCINDED' && isMeant(code))
      .map((claim): [Result, RecordClaim] => [result, claim]),
  )
}

/** The results that a claimed record had to be better than. */
function rivals(
  { athlete, results }: CheckedRecord,
  { others }: Context,
  result: Result,
  { code, scope }: RecordClaim,
): Result[] {
  const everybodys = [...results, ...others.map((other) => other.result)]
  const eligible = everybodys.filter((other) => isOfKind(other, result) && recordIneligibility(other).length === 0)
  if (code === 'NR') {
    const nation = scope ?? countryOf(result, athlete)
    return nation === null ? [] : eligible.filter((other) => countryOf(other, athlete) === nation)
  }
  if (SERIES_RECORDS.includes(code)) {
    const { series } = result.competition
    return series === null ? [] : eligible.filter(({ competition }) => competition.series?.slug === series.slug)
  }
  // Of a world or an area record it is enough that the athlete had been better; codes with an age or a hall are others.
  return ['WR', 'AR'].includes(code) ? eligible.filter(({ athleteId }) => athleteId === athlete.id) : []
}

/** Men's and women's records are apart, and so are those of para classes and of the short track. */
function isOfKind(one: Result, other: Result): boolean {
  const isIndoors = ({ flags }: Result) => flags.includes('i')
  return one.sex === other.sex && one.paraClass === other.paraClass && isIndoors(one) === isIndoors(other)
}

function beaten({ athlete }: CheckedRecord, result: Result, { code }: RecordClaim, among: Result[]): Found[] {
  const { value, discipline } = result
  if (value === null) return []
  const earlier = among.filter((other) => isBefore(daysOfResult(other), daysOfResult(result)))
  const [best] = earlier
    .flatMap((other) =>
      other.value === null || other.discipline !== discipline ? [] : { ...other, value: other.value },
    )
    .filter((other) => isBetter(other.value, value, discipline))
    .sort(
      (a, b) =>
        Number(isBetter(b.value, a.value, discipline)) - Number(isBetter(a.value, b.value, discipline)) ||
        chronologically(a, b),
    )
  if (best === undefined) return []
  return [
    {
      ...ofResult(result, athlete.displayName),
      field: `record:${code}`,
      explanation: `${markIn(result)} is called ${code}, but ${markIn(best)} came before it and is better.`,
      evidence: [...markEvidence(result), ...markEvidence(best)],
    },
  ]
}
