import type { Athlete } from '../record/athlete'
import type { Result } from '../record/result'

/**
 * The country for which a result counts: the one represented that day; where that is unknown, the athlete's, unless
 * another country was represented before. Null where it is unknown.
 */
export function countryOf(result: Result, athlete: Athlete): string | null {
  if (result.countryCode !== null || result.athleteId !== athlete.id) return result.countryCode
  const isConstant = athlete.representations.every(({ countryCode }) => countryCode === athlete.countryCode)
  return isConstant ? athlete.countryCode : null
}
