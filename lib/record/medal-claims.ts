/** What sources say of a country's medals at a competition, which may be more than the record knows of. */

import type { Competition } from './competition'
import type { Citation } from './source'

export interface MedalClaim {
  countryCode: string
  /** Whose medals; null for men's and women's together. */
  of: 'men' | 'women' | null
  gold: number
  silver: number
  bronze: number
  citation: Citation
}

/** "medals:JPN", "medalsOfMen:JPN": the field of a competition's citation that asserts "4-6-10". */
const FIELD = /^medals(?:Of(?<of>Men|Women))?:(?<countryCode>[A-Z]{3})$/
const COUNTS = /^(\d{1,3})-(\d{1,3})-(\d{1,3})$/

/** By country, the whole before men and women. */
export function medalClaims({ citations }: Pick<Competition, 'citations'>): MedalClaim[] {
  const order = (claim: MedalClaim) => [claim.countryCode, claim.of ?? ''].join(' ')
  return citations
    .flatMap((citation): MedalClaim[] => {
      const { of, countryCode } = FIELD.exec(citation.field)?.groups ?? {}
      const counts = COUNTS.exec(citation.asserts ?? '')
      if (countryCode === undefined || counts === null) return []
      const [gold = 0, silver = 0, bronze = 0] = counts.slice(1).map(Number)
      const sex = of === 'Men' ? 'men' : of === 'Women' ? 'women' : null
      return [{ countryCode, of: sex, gold, silver, bronze, citation }]
    })
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
}
