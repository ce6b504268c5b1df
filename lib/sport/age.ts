import type { PartialDate } from './partial-date'
import { isPartialDate } from './partial-date'

export type Age = {
  years: number
  /** False where the dates leave the birthday on either side; `years` is then the lower possible age. */
  exact: boolean
}

/**
 * The age in whole years on a day, as masters' age groups count it: it turns on the birthday itself, and for those
 * born on 29 February on 1 March in other years. Null where the birth date is unknown or lies after the day.
 */
export function ageOn(birthDate: PartialDate | null, on: PartialDate): Age | null {
  if (birthDate === null || !isPartialDate(birthDate) || !isPartialDate(on)) return null
  const years = yearsBetween(latest(birthDate), earliest(on))
  const atMost = yearsBetween(earliest(birthDate), latest(on))
  if (atMost < 0) return null
  const isApproximate = birthDate.endsWith('~') || on.endsWith('~')
  return { years: Math.max(years, 0), exact: years === atMost && !isApproximate }
}

/** The first day that the date can mean. Days are only compared here, so every month may have 31. */
function earliest(date: PartialDate): string {
  const known = date.replace('~', '')
  return known + '-01-01'.slice(known.length - 'YYYY'.length)
}

function latest(date: PartialDate): string {
  const known = date.replace('~', '')
  return known + '-12-31'.slice(known.length - 'YYYY'.length)
}

function yearsBetween(birthday: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthday.slice(0, 4))
  return day.slice(4) < birthday.slice(4) ? years - 1 : years
}
