import { formatDate } from '../../sport/partial-date'
import { agesOn, daysOf, daysOfResult } from '../days'
import type { Scene } from './scene'
import { fails, HOLDS, unknown, type Verdict } from './verdict'

/** An age is right if any birthday and any day that fit the known dates give it. */
export function checkAge({ claim: { number, asOf }, record: { athlete }, result }: Scene): Verdict {
  const { birthDate } = athlete
  if (birthDate === null) return unknown('the birth date')
  const date = result?.date ?? asOf
  if (number === null || date === null) return unknown('the day of which it speaks')
  const { least, most } = agesOn(birthDate, result ? daysOfResult(result) : daysOf(date))
  if (least <= number && number <= most) return HOLDS
  const age = least === most ? String(least) : `${least} or ${most}`
  return fails(
    `${athlete.displayName}, born ${formatDate(birthDate)}, was ${age} then (${formatDate(date)})`,
    result ? [result] : [],
  )
}
