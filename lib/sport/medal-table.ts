/** Medals by country, counted from the places of finals. */
import { byText } from './chronology'

export interface MedalRow {
  countryCode: string
  gold: number
  silver: number
  bronze: number
  total: number
  /** By gold, then silver, then bronze; equal countries share it. */
  rank: number
}

const COLOURS = ['gold', 'silver', 'bronze'] as const

/**
 * The medal table. Each place among the first three is one medal, so that athletes who tie have one each and a team has
 * one for its country; medals without a known country are left out.
 */
export function medalTable(won: readonly { countryCode: string | null; place: number }[]): MedalRow[] {
  const rows = new Map<string, MedalRow>()
  for (const { countryCode, place } of won) {
    const colour = COLOURS[place - 1]
    if (countryCode === null || colour === undefined) continue
    const row = rows.get(countryCode) ?? { countryCode, gold: 0, silver: 0, bronze: 0, total: 0, rank: 0 }
    row[colour] += 1
    row.total += 1
    rows.set(countryCode, row)
  }
  const sorted = [...rows.values()].sort((a, b) => byMedals(a, b) || byText(a.countryCode, b.countryCode))
  return sorted.map((row) => ({ ...row, rank: 1 + sorted.findIndex((other) => byMedals(other, row) === 0) }))
}

function byMedals(a: MedalRow, b: MedalRow): number {
  return b.gold - a.gold || b.silver - a.silver || b.bronze - a.bronze
}
