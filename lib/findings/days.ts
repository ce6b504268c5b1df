/**
 * The range of days that a date can mean, so that a rule can tell "surely before" from "perhaps before". Days are ISO
 * texts and only compared, so every month may have 31.
 */

import type { Result } from '../record/result'
import type { PartialDate } from '../sport/partial-date'
import { yearOf } from '../sport/partial-date'

/** The first and the last possible day. */
export interface Days {
  first: string
  last: string
}

/** "About April 2014" may be any day of its year, "about 2014" also the year before or after. */
export function daysOf(date: PartialDate): Days {
  const year = yearOf(date)
  if (date.endsWith('~')) return date.length > 'YYYY~'.length ? yearsOf(year, year) : yearsOf(year - 1, year + 1)
  return { first: date + '-01-01'.slice(date.length - 4), last: date + '-12-31'.slice(date.length - 4) }
}

export function yearsOf(from: number, to: number): Days {
  return { first: `${from}-01-01`, last: `${to}-12-31` }
}

/** When a competition can have been held: between its own days where they are known, else in its year. */
export function daysOfCompetition({ year, startDate, endDate }: Result['competition']): Days {
  const { first, last } = yearsOf(year, year)
  return {
    first: startDate === null ? first : daysOf(startDate).first,
    last: endDate === null ? last : daysOf(endDate).last,
  }
}

/** The days on which a result can have been achieved: its date, narrowed by its race's bounds and its competition's days. */
export function daysOfResult({ date, notBefore, notAfter, competition }: Result): Days {
  const own = daysBetweenBounds(daysOf(date), notBefore, notAfter)
  const held = daysOfCompetition(competition)
  if (isBefore(own, held) || isBefore(held, own)) return own
  return { first: own.first > held.first ? own.first : held.first, last: own.last < held.last ? own.last : held.last }
}

/** Of these days those between two bounds; all of them where none would be left. */
function daysBetweenBounds(days: Days, notBefore: PartialDate | null, notAfter: PartialDate | null): Days {
  const [from, to] = [notBefore && daysOf(notBefore).first, notAfter && daysOf(notAfter).last]
  const first = from && from > days.first ? from : days.first
  const last = to && to < days.last ? to : days.last
  return first <= last ? { first, last } : days
}

/** Whether every one of these days lies before every one of those. */
export function isBefore(these: Days, those: Days): boolean {
  return these.last < those.first
}

/** The ages in whole years that somebody born on a date can have on these days. */
export function agesOn(birthDate: PartialDate, days: Days): { least: number; most: number } {
  const birth = daysOf(birthDate)
  return { least: yearsBetween(birth.last, days.first), most: yearsBetween(birth.first, days.last) }
}

function yearsBetween(birthday: string, day: string): number {
  const years = yearOf(day) - yearOf(birthday)
  return day.slice(4) < birthday.slice(4) ? years - 1 : years
}
