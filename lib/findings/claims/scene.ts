/** What had happened by the time a claim refers to, as far as the dates say. */

import type { Statement } from '../../record/claim'
import type { Result } from '../../record/result'
import { byDate } from '../../sport/chronology'
import type { PartialDate } from '../../sport/partial-date'
import { type Days, daysOf, daysOfResult, isBefore } from '../days'
import type { CheckedRecord, Context } from '../finding'

/** Results achieved by a given time. `possible` adds to the sure ones those whose dates leave it open. */
export interface Past {
  sure: Result[]
  possible: Result[]
}

export interface Scene {
  record: CheckedRecord
  context: Context
  claim: Statement
  /** The result that the claim is about. */
  result: Result | null
  /** Null: today, when everything in the record has happened. */
  at: PartialDate | null
  past: Past
}

export function sceneAt(claim: Statement, record: CheckedRecord, context: Context, at: PartialDate | null): Scene {
  const { results } = record
  const result = results.find(({ id }) => id === claim.resultId) ?? null
  const past = at === null ? { sure: results, possible: results } : pastBy(results, daysOf(at))
  return { record, context, claim, result, at, past }
}

/** What had happened by a given day, that day included. */
function pastBy(results: readonly Result[], moment: Days): Past {
  return {
    sure: results.filter((result) => daysOfResult(result).last <= moment.first),
    possible: results.filter((result) => !isBefore(moment, daysOfResult(result))),
  }
}

/** What came before a result, itself left out. */
export function pastOfResult(result: Result, results: readonly Result[]): Past {
  const others = results.filter(({ id }) => id !== result.id)
  const moment = daysOfResult(result)
  return {
    sure: others.filter((other) => isBefore(daysOfResult(other), moment)),
    possible: others.filter((other) => !isBefore(moment, daysOfResult(other))),
  }
}

/** Keeps of a past what a claim counts. */
export function only({ sure, possible }: Past, counts: (result: Result) => boolean): Past {
  return { sure: sure.filter(counts), possible: possible.filter(counts) }
}

/** The dates of these results, the latest first. */
export function moments({ results }: CheckedRecord): PartialDate[] {
  return [...new Set(results.map(({ date }) => date))].sort(byDate).reverse()
}
