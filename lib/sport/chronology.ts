/**
 * The order in time of things whose dates may be known only in part.
 *
 * A date known only to the year or the month comes after every full date within it: "2010" comes after "2010-12-19" and
 * before "2011-01-01". An undated mark can then never take a best away from a dated one of the same year, nor be
 * called the first of that year: it is given no more credit than is certain.
 */
import type { PartialDate } from './partial-date'
import { type Performance, ROUNDS } from './performance'

/** Compares texts by code point, so that no order depends on the machine's language. */
export function byText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** Compares partial dates, the earlier first; see the head of this file for dates known only in part. */
export function byDate(a: PartialDate, b: PartialDate): number {
  return byText(endOf(a), endOf(b))
}

/** The fields that order performances in time. */
export type Dated = Pick<Performance, 'date' | 'round'> & { id: string }

/**
 * Compares results by date; on one day by round, heats before finals; then by id, so that the order is always the same.
 */
export function chronologically(a: Dated, b: Dated): number {
  return byDate(a.date, b.date) || ROUNDS.indexOf(b.round) - ROUNDS.indexOf(a.round) || byText(a.id, b.id)
}

/** The reverse of `chronologically`: newest first, as results are listed. */
export function newestFirst(a: Dated, b: Dated): number {
  return chronologically(b, a)
}

/** A text that sorts where the period ends: "2010" becomes "2010-99-99", after every day of its year. */
function endOf(date: PartialDate): string {
  const known = date.replace('~', '')
  return known + '-99-99'.slice(known.length - 'YYYY'.length)
}
