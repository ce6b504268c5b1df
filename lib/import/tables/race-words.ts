/** How headings write of a race: its event and sex, its category, its round and its wind. */
import { type DisciplineSlug, isDisciplineSlug } from '../../sport/disciplines'
import { parseWind } from '../../sport/marks'
import type { Round, Sex } from '../../sport/performance'
import { disciplineOf, sexOf } from '../context'
import type { RowContext } from '../listing'
import type { HeadingWords } from './heading-words'

const WIND =
  /(?:\(?\bwind:? ?|\bw:? ?)?([+\u2212\u2010-\u2015-] ?\d{1,2}[.,]\d)(?: ?m\/s(?:ec)?)?(?![\d:])\)?|\bwind:? ?\(?(\d[.,]\d)(?: ?m\/s)?\)?/i

export function takeWind(words: HeadingWords): Partial<RowContext> {
  const found = words.take(WIND)
  const text = found && (found[1] ?? found[2] ?? '').replace(/[\u2010-\u2015\u2212]/g, '-').replace(' ', '')
  const wind = text === null ? null : parseWind(text)
  words.take(/\(?\bNWI\b\)?|\(?\bwind: ?(?=$|¶)/i)
  return typeof wind === 'number' ? { wind } : {}
}

/** The last of them counts where news sites run headings together: "Men: gold: 1 … Women's 200 m Final". */
export const SEX_WORD = /\b(?:women|men|girl|boy|female|male|ladies|mixed)(?:'?s)?'?(?![\p{L}])|女子|男子|混合/iu

function sexOfWord(word: string): Sex {
  if (/^(?:mixed|混合)/i.test(word)) return 'X'
  return /^(?:women|girl|female|ladies|女子)/i.test(word) ? 'F' : 'M'
}

const LONGEST_FOREIGN = 80

/**
 * The event with its sex, and the category of who ran.
 *
 * @param competition its name, which may be that of its only event: "Fukuoka Marathon".
 */
export function takeEvent(words: HeadingWords, competition: string): Partial<RowContext> {
  const event = eventIn(words.rest) ?? eventIn(competition)
  if (event !== null) words.take(event.pattern)
  words.take(/^(?:event|race no\.?|no\.?) ?#?\d{1,3}\b[:.]?/i)
  const category = takeCategory(words)
  const sex = words.take(SEX_WORD)
  if (event === null && sex === null) return { ...category, ...takeForeignEvent(words) }
  const isMixed = event?.slug.startsWith('mixed')
  return {
    ...(event && { discipline: event.slug }),
    ...(isMixed && { sex: 'X' }),
    ...category,
    ...(sex && !isMixed && { sex: sexOfWord(sex[0]) }),
  }
}

/** "T46", "U20", "W 45". */
function takeCategory(words: HeadingWords): Partial<RowContext> {
  const para = words.take(/(?:^|[ (])([TF](?:1[1-3]|20|3[1-8]|4[0-7]|5[1-7]|6[1-4]))(?![\d.])/)
  const age = words.take(/\b(?:U-?|under[- ])(\d\d)\b|\b([MW] ?[3-9][05])\b/i)
  return {
    ...(para && { paraClass: para[1] ?? null }),
    ...(age && { ageGroup: age[1] === undefined ? (age[2] ?? '').replace(' ', '').toUpperCase() : `U${age[1]}` }),
  }
}

/** The headings of other languages, which are taken for one only where both sex and event are named. */
function takeForeignEvent(words: HeadingWords): Partial<RowContext> {
  if (words.rest.length > LONGEST_FOREIGN) return {}
  const [discipline, sex] = [disciplineOf(words.rest), sexOf(words.rest)]
  if (discipline === null || sex === null) return {}
  words.rest = ''
  return { discipline, sex }
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

/** "Semi-final 2", "Heat 3 of 4", "Race 2". */
export function takeRound(words: HeadingWords): Partial<RowContext> {
  const context: Partial<RowContext> = {}
  for (const [pattern, round] of ROUNDS) {
    const found = words.take(pattern)
    if (found === null) continue
    context.round = round
    const number = Number(found[1] ?? found[2] ?? Number.NaN)
    if (Number.isInteger(number)) context.raceNumber = number
    break
  }
  if (context.raceNumber !== undefined) return context
  const race = words.take(/\b(?:heat|race|section|flight) ?#?(\d{1,3})(?: of \d{1,3})?\b/i)
  return race ? { ...context, raceNumber: Number(race[1]) } : context
}

const DISTANCE = '(\\d{1,3}(?:[,. ]\\d{3}|\\d)?|\\d{1,3})'
const METRES = '(?: ?(?:metres?|meters?|m)(?![\\p{L}])|ｍ|m|メートル)'
const EVENTS: readonly (readonly [RegExp, (fields: readonly string[]) => string])[] = [
  [/\bmixed 4 ?[x×] ?([14]00)(?: ?(?:m|metres|meters|meter))?(?: relay)?/iu, ([n]) => `mixed-4x${n}-metres-relay`],
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
