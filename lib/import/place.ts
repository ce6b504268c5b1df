/** Places as lists print them: "1", "4.0", "=3", "1sf2", "3h3", "OC", "G". */
import type { Round } from '../sport/performance'

export interface ListedPlace {
  /** Null where the list says in which round it was, and no more: "h". */
  place: number | null
  tied: boolean
  round: Round | null
  /** Heat 3, semi-final 2. */
  raceNumber: number | null
  /** Ran, and counted for no place. */
  outOfCompetition: boolean
  /** In a race of a combined event ("2ce6"): the number is that of the group, and the round is none of an event of its own. */
  combined: boolean
}

const MEDALS = new Map(
  [
    [1, ['g', 'gold', 'or', 'oro', '金', '🥇']],
    [2, ['s', 'silver', 'silber', 'argent', 'plata', '銀', '🥈']],
    [3, ['b', 'bronze', 'bronce', '銅', '🥉']],
  ].flatMap(([place, words]) => (words as string[]).map((word): [string, number] => [word, place as number])),
)

const OUT_OF_COMPETITION = /^(?:oc|o\.c\.|ooc|hc|h\.c\.|hors concours|exh|a\.?k\.?|オープン|op)$/

/**
 * World Athletics' letters behind a place. A preliminary round comes before the heats ("pr"), a second round ("sr")
 * between them and the semi-finals, so these are what the record knows as qualification and quarter-final.
 */
const ROUNDS: Readonly<Record<string, Round>> = {
  f: 'FINAL',
  sf: 'SEMIFINAL',
  qf: 'QUARTERFINAL',
  sr: 'QUARTERFINAL',
  h: 'HEAT',
  q: 'QUALIFICATION',
  pr: 'QUALIFICATION',
}

const PLACE =
  /^(?<before>=|t)?(?:(?<place>\d{1,6})(?:\.0+)?)?(?:st|nd|rd|th|er|e|º|ª|°|位|着|-?е|-?й)?(?<after>=|t)?\.?(?: ?\(?(?<round>sf|qf|pr|sr|ce|f|h|q)\.?(?<race>\d{1,3})?\)?)?(?<tie>=)?$/

/** Null for what is no place. An empty cell and a dash are no place either, but understood: all of it is empty. */
export function readPlace(text: string): ListedPlace | null {
  if (text.length > 30) return null
  const plain = text.normalize('NFKC').trim().toLowerCase()
  if (/^[-–—−.]*$/.test(plain)) return placed({})
  if (OUT_OF_COMPETITION.test(plain)) return placed({ outOfCompetition: true })
  const medal = MEDALS.get(plain)
  if (medal) return placed({ place: medal })
  // "12/148" is the twelfth of 148.
  const { before, place, after, round, race, tie } = PLACE.exec(plain.replace(/^(\d+) ?\/ ?\d+$/, '$1'))?.groups ?? {}
  const isTied = (before ?? after ?? tie) !== undefined
  if (place === undefined ? round === undefined || isTied : Number(place) === 0) return null
  return placed({
    place: place === undefined ? null : Number(place),
    tied: isTied,
    round: ROUNDS[round ?? ''] ?? null,
    raceNumber: race === undefined || Number(race) === 0 ? null : Number(race),
    combined: round === 'ce',
  })
}

function placed(known: Partial<ListedPlace>): ListedPlace {
  return { place: null, tied: false, round: null, raceNumber: null, outOfCompetition: false, combined: false, ...known }
}

const ROUND_WORDS: readonly (readonly [RegExp, Round])[] = [
  [/semi-? ?final|halbfinal|zwischenlauf|demi-? ?final|semifinal|準決|полуфинал/, 'SEMIFINAL'],
  [/quarter-? ?final|viertelfinal|quart de finale|cuartos|second round|準々決|четвертьфинал/, 'QUARTERFINAL'],
  [/qualif|qualifying|quali\b|予備|квалиф/, 'QUALIFICATION'],
  [/\bheats?\b|\bround (?:one|1)\b|\bfirst round\b|vorl[aä]uf|s[eé]ries?\b|\bserie\b|予選|забег/, 'HEAT'],
  [/\bfinals?\b|\bfinale\b|endlauf|決勝|финал/, 'FINAL'],
]

/** The round that a cell or a heading names: "Semi-Final 2" → the second semi-final. */
export function readRound(text: string): { round: Round; raceNumber: number | null } | null {
  const plain = text.slice(0, 200).normalize('NFKC').trim().toLowerCase().replaceAll('_', '-')
  const short = /^(sf|qf|f|h|q)\.?(\d{1,3})?$/.exec(plain)
  if (short) return { round: ROUNDS[short[1] ?? ''] ?? 'FINAL', raceNumber: short[2] ? Number(short[2]) : null }
  for (const [words, round] of ROUND_WORDS) {
    const found = words.exec(plain)
    if (!found) continue
    const number = /^(?:\D{0,8}?[ (#])?(\d{1,3})(?![\d:.,]| ?m)/.exec(plain.slice(found.index + found[0].length))?.[1]
    return { round, raceNumber: number === undefined ? null : Number(number) }
  }
  return null
}
