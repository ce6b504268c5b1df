/**
 * What the heading above a table or a list says of the rows below: "Men's 200 m Final   +0.7 m/s", "Heat 2 of 4",
 * "20th Asian Championships, Pune, India, July 3-7, 2013". A heading says of the race only what is written in it.
 */
import { findCountry } from '../../sport/countries'
import { type DisciplineSlug, isDisciplineSlug } from '../../sport/disciplines'
import { parseWind } from '../../sport/marks'
import type { PartialDate } from '../../sport/partial-date'
import { parsePartialDate } from '../../sport/partial-date'
import type { Round, Sex } from '../../sport/performance'
import { disciplineOf, sexOf } from '../context'
import type { RowContext } from '../listing'
import { squeeze } from './table'

/** Headings are short; what is longer is prose, of which only the end can be a heading that ran into it. */
const LONGEST_HEADING = 250
const LONGEST_FOREIGN = 80
/** Stands where words were understood, so that those on either side do not join. */
const TAKEN = '¶'

export interface Heading {
  context: Partial<RowContext>
  /** The country the athlete ran for: "Representing MGL". The context's country is where the competition was held. */
  nation: string | null
  /** The words that said none of it. */
  rest: string
}

/** The context of rows below a heading that is itself below others. */
export function contextUnder(above: Partial<RowContext>, text: string): Partial<RowContext> {
  return below(above, readHeading(text).context)
}

/** A heading of another event ends what the last one said of its race; one of a heat only that of the heat before. */
export function below(above: Partial<RowContext>, heading: Partial<RowContext>): Partial<RowContext> {
  const kept = { ...above }
  if (heading.discipline !== undefined) {
    for (const field of ['discipline', 'sex', 'ageGroup', 'paraClass', 'round', 'raceNumber', 'wind'] as const) {
      // "Men" is above the events of the men, whose own headings need not say so again.
      if (field === 'sex' && above.discipline === undefined && heading.sex === undefined) continue
      delete kept[field]
    }
  }
  if (heading.round !== undefined || heading.raceNumber !== undefined) {
    delete kept.raceNumber
    delete kept.wind
  }
  if (heading.competition !== undefined) {
    for (const field of ['date', 'city', 'countryCode'] as const) delete kept[field]
  }
  return { ...kept, ...heading }
}

/** A text has few headings and says them often; what was read last is kept, to a bound. */
const KEPT = new Map<string, Heading>()
const MOST_KEPT = 500

export function readHeading(text: string): Heading {
  const tail = text.slice(-LONGEST_HEADING)
  const kept = KEPT.get(tail)
  if (kept !== undefined) return kept
  if (KEPT.size >= MOST_KEPT) KEPT.clear()
  const read = understood(tail)
  KEPT.set(tail, read)
  return read
}

function understood(text: string): Heading {
  // Without a letter there is nothing to understand but a wind.
  if (!/\p{L}|[+\-\u2010-\u2015\u2212] ?\d/u.test(text)) return { context: {}, nation: null, rest: squeeze(text) }
  let rest = squeeze(text.normalize('NFKC').replace(/[\u2019\u2018]/g, "'"))
  const context: Partial<RowContext> = {}
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const match = pattern.exec(rest)
    if (match) rest = squeeze(`${rest.slice(0, match.index)} ${TAKEN} ${rest.slice(match.index + match[0].length)}`)
    return match
  }

  const representing = /^Representing (?:the )?(.{2,60})$/i.exec(rest)
  if (representing) {
    return { context, nation: countryCodeOf(representing[1] ?? ''), rest: '' }
  }

  const competition = competitionIn(rest)
  if (competition !== null) {
    context.competition = competition.name
    const place = cityIn(rest.slice(competition.end))
    if (place !== null) Object.assign(context, place.context)
    rest = squeeze(`${rest.slice(0, competition.start)} ${TAKEN} ${rest.slice(competition.end + (place?.length ?? 0))}`)
  }

  const wind = take(WIND)
  const reading = wind && parseWind((wind[1] ?? wind[2] ?? '').replace(/[\u2010-\u2015\u2212]/g, '-').replace(' ', ''))
  if (typeof reading === 'number') context.wind = reading
  take(/\(?\bNWI\b\)?|\(?\bwind: ?(?=$|¶)/i)

  const date = dateIn(take)
  if (date !== null) context.date = date
  const event = eventIn(rest) ?? eventIn(competition?.name ?? '')
  if (event !== null) {
    context.discipline = event.slug
    take(event.pattern)
    if (event.slug.startsWith('mixed')) context.sex = 'X'
  }
  take(/^(?:event|race no\.?|no\.?) ?#?\d{1,3}\b[:.]?/i)
  const para = take(/(?:^|[ (])([TF](?:1[1-3]|20|3[1-8]|4[0-7]|5[1-7]|6[1-4]))(?![\d.])/)
  if (para) context.paraClass = para[1] ?? null
  const age = take(/\b(?:U-?|under[- ])(\d\d)\b|\b([MW] ?[3-9][05])\b/i)
  if (age) context.ageGroup = age[1] === undefined ? (age[2] ?? '').replace(' ', '').toUpperCase() : `U${age[1]}`
  const sex = take(SEX)
  if (sex && context.sex === undefined) context.sex = sexOfWord(sex[0])
  if (event === null && sex === null && rest.length <= LONGEST_FOREIGN) {
    // The headings of other languages, which are taken for one only where both sex and event are named.
    const [slug, other] = [disciplineOf(rest), sexOf(rest)]
    if (slug !== null && other !== null) {
      Object.assign(context, { discipline: slug, sex: other })
      rest = ''
    }
  }
  for (const [pattern, round] of ROUNDS) {
    const found = take(pattern)
    if (found === null) continue
    context.round = round
    const number = Number(found[1] ?? found[2] ?? Number.NaN)
    if (Number.isInteger(number)) context.raceNumber = number
    break
  }
  const race =
    context.raceNumber === undefined ? take(/\b(?:heat|race|section|flight) ?#?(\d{1,3})(?: of \d{1,3})?\b/i) : null
  if (race) context.raceNumber = Number(race[1])
  take(/\b(?:complete |full )?results?\b:?|\bsummary\b|\bstarts? at [\d:]{3,5}\b/i)

  return { context, nation: null, rest: squeeze(rest.replace(/[¶(),:;.|–—-]+/g, ' ')) }
}

/** "Mongolia", "MGL", "People's Republic of China": the three letters of a country, or null. */
export function countryCodeOf(text: string): string | null {
  const plain = squeeze(text).replace(/^the /i, '')
  // Two letters after a name are as often a state or a club as a country.
  return /^[A-Za-z]{0,2}$/.test(plain) ? null : (findCountry(plain)?.code ?? null)
}

const WIND =
  /(?:\(?\bwind:? ?|\bw:? ?)?([+\u2212\u2010-\u2015-] ?\d{1,2}[.,]\d)(?: ?m\/s(?:ec)?)?(?![\d:])\)?|\bwind:? ?\(?(\d[.,]\d)(?: ?m\/s)?\)?/i
const SEX = /\b(?:women|men|girl|boy|female|male|ladies|mixed)(?:'?s)?'?(?![\p{L}])|女子|男子|混合/iu
/** The last of them counts where news sites run headings together: "Men: gold: 1 … Women's 200 m Final". */
export const SEX_WORD = SEX

function sexOfWord(word: string): Sex {
  if (/^(?:mixed|混合)/i.test(word)) return 'X'
  return /^(?:women|girl|female|ladies|女子)/i.test(word) ? 'F' : 'M'
}

const NUMBER = '(?: ?(?:#|no\\.? ?)?(\\d{1,2})(?! ?(?:m|km)\\b)(?: of \\d{1,2})?)?'
const ROUNDS: readonly (readonly [RegExp, Round])[] = [
  [new RegExp(`\\bsemi-? ?finals?\\b${NUMBER}|準決勝`, 'i'), 'SEMIFINAL'],
  [new RegExp(`\\bquarter-? ?finals?\\b${NUMBER}`, 'i'), 'QUARTERFINAL'],
  [/\bqualif(?:ying|ication)(?: round)?\b(?:,? group [A-D])?/i, 'QUALIFICATION'],
  [
    new RegExp(
      `\\bprelim(?:inarie|inary|)s?(?: round| heat)?s?\\b${NUMBER}|\\bheats?\\b${NUMBER}|\\bround 1\\b|予選`,
      'i',
    ),
    'HEAT',
  ],
  [/\b(?:grand )?finals?\b(?: [A-D]\b)?|決勝/i, 'FINAL'],
]

const DISTANCE = '(\\d{1,3}(?:[,. ]\\d{3}|\\d)?|\\d{1,3})'
const METRES = '(?: ?(?:metres?|meters?|m)(?![\\p{L}])|ｍ|m|メートル)'
const EVENTS: readonly (readonly [RegExp, (fields: readonly string[]) => string])[] = [
  [/\bmixed 4 ?[x×] ?400(?: ?(?:m|metres|meters|meter))?(?: relay)?/iu, () => 'mixed-4x400-metres-relay'],
  [
    /\b4 ?[x×] ?([14]00)(?: ?(?:metres|meters|meter|m))?(?:(?: mixed)? relay)?(?![\p{L}\d])/iu,
    ([n]) => `4x${n}-metres-relay`,
  ],
  [new RegExp(`${DISTANCE}(?:${METRES})?[ -]?(?:hurdles|h\\b|mh\\b|ハードル)`, 'iu'), ([n]) => `${n}-metres-hurdles`],
  [
    new RegExp(`${DISTANCE}(?:${METRES})? ?(?:steeplechase|steeple|s\\.?c\\b|st\\b|障害)`, 'iu'),
    ([n]) => `${n}-metres-steeplechase`,
  ],
  [/(\d{2})(?: ?km| ?k| kilomet(?:re|er)s?) ?(?:race ?walk(?:ing)?|walk|w\b|競歩)/iu, ([n]) => `${n}k-race-walk`],
  [
    new RegExp(`${DISTANCE}(?:${METRES})? ?(?:race ?walk(?:ing)?|walk|w\\b|競歩)`, 'iu'),
    ([n]) => `${n}-metres-race-walk`,
  ],
  [/half[- ]marathon race walk/i, () => 'half-marathon-race-walk'],
  [/\bmarathon race walk/i, () => 'marathon-race-walk'],
  [/\bhalf[- ]?marathon\b|ハーフマラソン/i, () => 'half-marathon'],
  [/\bmarathon\b|マラソン/i, () => 'marathon'],
  [/\b(\d{1,3}) ?(?:km|k|kilomet(?:re|er)s?)(?![\p{L}])(?: road(?: race)?)?/iu, ([n]) => `${n}k-road`],
  [/\b10 ?miles?\b/i, () => '10-miles-road'],
  [/\broad mile\b|\bmile road\b/i, () => 'mile-road'],
  [/\b(?:one |1 )?mile(?: run)?\b/i, () => 'mile'],
  [
    new RegExp(`(?<![\\d,.])${DISTANCE}${METRES}(?: (?:dash|run|race))?(?: \\(track\\))?`, 'iu'),
    ([n]) => `${n}-metres`,
  ],
  [/\bhigh jump\b|走高跳/i, () => 'high-jump'],
  [/\bpole vault\b|棒高跳/i, () => 'pole-vault'],
  [/\blong jump\b|走幅跳/i, () => 'long-jump'],
  [/\btriple jump\b|三段跳/i, () => 'triple-jump'],
  [/\bshot ?put\b|砲丸投/i, () => 'shot-put'],
  [/\bdiscus(?: throw)?\b|円盤投/i, () => 'discus-throw'],
  [/\bhammer(?: throw)?\b|ハンマー投/i, () => 'hammer-throw'],
  [/\bjavelin(?: throw)?\b|やり投/i, () => 'javelin-throw'],
  [/\bpentathlon\b/i, () => 'pentathlon'],
  [/\bheptathlon\b/i, () => 'heptathlon'],
  [/\bdecathlon\b|十種/i, () => 'decathlon'],
  [/\bcross[- ]?country\b/i, () => 'cross-country'],
]

function eventIn(text: string): { slug: DisciplineSlug; pattern: RegExp } | null {
  for (const [pattern, slugOf] of EVENTS) {
    const match = pattern.exec(text)
    // The name of a race is no event: "Fukuoka Marathon" may have run a 10K too, but whose results they are it says.
    const slug = match && slugOf(match.slice(1).map((field) => (field ?? '').replace(/[,. ]/g, '')))
    if (slug && isDisciplineSlug(slug)) return { slug, pattern }
  }
  return null
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

function dateIn(take: (pattern: RegExp) => RegExpExecArray | null): PartialDate | null {
  for (const [pattern, dateOf] of DATES) {
    const found = take(pattern)
    const date = found && parsePartialDate(dateOf(found.slice(1)))
    if (date) return date
  }
  return null
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
