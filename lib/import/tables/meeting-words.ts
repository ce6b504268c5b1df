/** How headings name a meeting: the competition, where it was held, and when. */
import { findCountry } from '../../sport/countries'
import { parsePartialDate } from '../../sport/partial-date'
import { readSlashed, SLASHED } from '../dates'
import type { RowContext } from '../listing'
import type { HeadingWords } from './heading-words'
import { squeeze } from './table'

/** "Mongolia", "MGL", "People's Republic of China": the three letters of a country, or null. */
export function countryCodeOf(text: string): string | null {
  const plain = squeeze(text).replace(/^the /i, '')
  // Two letters after a name are as often a state or a club as a country.
  return /^[A-Za-z]{0,2}$/.test(plain) ? null : (findCountry(plain)?.code ?? null)
}

const KIND =
  '(?:Championships?|Games|Olympics|Cup|Ekiden|Meeting|Meet|Memorial|Grand Prix|Invitational|Relays|Classic|Diamond League|Trials?)'
const NO_NAME = "(?!(?:Wom[ea]n|M[ea]n|Boy|Girl|Final|Semi|Heat|Result|Event)(?:'?s)?'?\\b)"
const NAME_WORD = `${NO_NAME}(?:\\p{Lu}|\\d{1,3}(?:st|nd|rd|th)(?= )|\\d{4}(?= ))[\\p{L}\\d'.&-]{0,30}`
const COMPETITION = new RegExp(
  `(?<![\\p{L}\\d])(?:${NAME_WORD} (?:(?:of|the|in|and|de) ){0,2}){1,7}${KIND}(?![\\p{Ll}])(?: \\d{4})?`,
  'u',
)
const ROAD_RACE = new RegExp(`(?<![\\p{L}\\d])(?:${NAME_WORD} ){1,5}Marathon(?: \\d{4})?$`, 'u')

/** The competition, with the city right behind it. */
export function takeMeeting(words: HeadingWords): Partial<RowContext> {
  const competition = competitionIn(words.rest)
  if (competition === null) return {}
  const place = cityIn(words.rest.slice(competition.end))
  words.cut(competition.start, competition.end + (place?.length ?? 0))
  return { competition: competition.name, ...place?.context }
}

function competitionIn(text: string): { name: string; start: number; end: number } | null {
  const match = COMPETITION.exec(text) ?? ROAD_RACE.exec(text)
  // "Games" or "Final" alone name none.
  if (match === null || !squeeze(match[0]).includes(' ')) return null
  return { name: squeeze(match[0]), start: match.index, end: match.index + match[0].length }
}

/** "Pune, India" right behind the competition. */
function cityIn(rest: string): { context: Pick<RowContext, 'city' | 'countryCode'>; length: number } | null {
  const match = /^[ ,(\u2013-]{0,3}(\p{Lu}[\p{L}' .-]{1,40}), ?([\p{L}' .&-]{2,40}?)(?=[,)¶]|$)/u.exec(rest)
  const code = match && countryCodeOf((match[2] ?? '').trim())
  if (!match || !code) return null
  return { context: { city: (match[1] ?? '').trim(), countryCode: code }, length: match[0].length }
}

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?'
const TO = '(?: ?[-\\u2010-\\u2015] ?| to )'
const DATES: readonly (readonly [RegExp, (fields: readonly (string | undefined)[]) => string])[] = [
  [/\b(\d{4}-\d\d-\d\d)\b/, ([day]) => day ?? ''],
  [/(\d{4}年\d{1,2}月\d{1,2}日)/, ([day]) => day ?? ''],
  [/\b(\d{1,2}\.\d{1,2}\.\d{4})\b/, ([day]) => day ?? ''],
  // Which day of the meeting the race was on, its range does not tell: only the month is known.
  [new RegExp(`\\b(${MONTH}) \\d{1,2}${TO}\\d{1,2},? (\\d{4})\\b`, 'i'), ([month, year]) => `${month} ${year}`],
  [new RegExp(`\\b\\d{1,2}${TO}\\d{1,2} (${MONTH}),? (\\d{4})\\b`, 'i'), ([month, year]) => `${month} ${year}`],
  [new RegExp(`\\b${MONTH} \\d{1,2}${TO}${MONTH} \\d{1,2},? (\\d{4})\\b`, 'i'), ([year]) => year ?? ''],
  [new RegExp(`\\b\\d{1,2} ${MONTH}${TO}\\d{1,2} ${MONTH},? (\\d{4})\\b`, 'i'), ([year]) => year ?? ''],
  [new RegExp(`\\b(${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4})\\b`, 'i'), ([day]) => day ?? ''],
  [new RegExp(`\\b(\\d{1,2}(?:st|nd|rd|th)? ${MONTH},? \\d{4})\\b`, 'i'), ([day]) => (day ?? '').replace(',', '')],
]

export function takeDate(words: HeadingWords): Partial<RowContext> {
  for (const [pattern, dateOf] of DATES) {
    const found = words.take(pattern)
    const date = found && parsePartialDate(dateOf(found.slice(1)))
    if (date) return { date }
  }
  const slashed = words.take(SLASHED)?.[0]
  return slashed === undefined ? {} : slashedDate(slashed)
}

/** A date that can be read in one way only is one; of any other, somebody is asked. */
function slashedDate(text: string): Partial<RowContext> {
  const { DMY, MDY } = readSlashed(text)
  const [date, other] = DMY === null ? [MDY] : MDY === null ? [DMY] : [DMY, MDY]
  if (!date) return {}
  return other === undefined || other === date ? { date } : { slashedDate: text }
}
