/**
 * From one row of a list to what it says of one performance, or to the reason why it says nothing that the record can
 * hold. Nothing is guessed: what was read otherwise than its letters say carries a warning, what cannot be is refused.
 */
import { findCountry } from '../sport/countries'
import { type Discipline, type DisciplineSlug, isDisciplineSlug, discipline as rulesOf } from '../sport/disciplines'
import { type ParsedMark, parseMark, parseWind } from '../sport/marks'
import type { PartialDate } from '../sport/partial-date'
import { yearOf } from '../sport/partial-date'
import type { Round, Timing } from '../sport/performance'
import type { Status } from '../sport/status'
import { disciplineNote, disciplineOf, sexOf } from './context'
import { type DateReading, type DayOrder, type ListedDate, readListDate } from './dates'
import { unescapeFormula } from './formula-escape'
import type { Column, ListedCompetition, ListedMark, Listing, RawRow, Refusal, RowContext } from './listing'
import { readPlace, readRound } from './place'
import { statusOf } from './statuses'
import { isIndoors, readVenue } from './venue'

export interface ListingOptions {
  /** What "07/12/2014" means in this list: see `guessDayOrder`. */
  dayOrder: DayOrder | null
  /** Whether the list holds only electronic times, so that a track time without an h is known to be one. */
  electronicOnly?: boolean
  /** The last year that a race's year of two digits may be. */
  latestYear?: number
}

export type ReadListing = { ok: true; listing: Listing } | { ok: false; refusal: Refusal }

/** Thrown and caught within this file: the row cannot become a listing. */
class Refused extends Error {}

const LONGEST_NAME = 120
const LONGEST_TEXT = 300

/**
 * Reads one row by its columns. `context` is what holds for the row where its own cells say nothing: table over file
 * over editor, already merged. Never throws.
 */
export function readListing(
  row: RawRow,
  columns: readonly (Column | null)[],
  context: RowContext,
  options: ListingOptions,
): ReadListing {
  try {
    if (row.problem !== null) throw new Refused(row.problem)
    return { ok: true, listing: listingOf(row, columns, context, options) }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { ok: false, refusal: { line: row.line, raw: row.raw, reason: error.message } }
  }
}

function listingOf(
  row: RawRow,
  columns: readonly (Column | null)[],
  context: RowContext,
  options: ListingOptions,
): Listing {
  const warnings: string[] = []
  const cells = cellsOf(row, columns)
  const cell = (column: Column) => cells[column] ?? ''

  const person = readName(cells, context)
  const { discipline, note } = readDiscipline(cell('discipline'), context)
  if (note !== null) warnings.push(note)
  const sex = sexOf(cell('sex')) ?? context.sex
  if (sex === null) throw new Refused('Nothing says whether men or women competed here.')
  if (/relay/.test(discipline)) throw new Refused('Results of teams cannot be imported: enter the relay by hand.')

  const { date, endDate } = readDate(cell('date'), cell('year'), context, options)
  const performance = readPerformance(cells, discipline, context, options, warnings)
  const place = readPlaces(cells, context, performance.status, warnings)
  const competition = readCompetition(cells, context, warnings)
  const { countryCode, club } = readRepresentation(cells, person, warnings)
  const birthDate = readBirthDate(cell('birthDate') || person.born, date, options, warnings)
  warnings.push(...doubtsAbout(person.name))
  if (isIndoors(cell('venue')) && !performance.flags.includes('i')) performance.flags.push('i')

  return {
    line: row.line,
    raw: row.raw,
    name: person.name,
    birthDate,
    countryCode,
    club,
    discipline,
    sex,
    ageGroup: context.ageGroup,
    paraClass: context.paraClass,
    ...place,
    ...performance,
    date,
    endDate,
    competition,
    warnings: [...new Set(warnings)],
  }
}

type Cells = Partial<Record<Column, string>>

const EMPTY = /^(?:-+|–|—|\?+|n\/a|#n\/a|nan|nat|null|none|unknown|\.)$/i

/** The cells by column, trimmed, without apostrophes against formulas; empty ones, in whatever way, are left out. */
function cellsOf(row: RawRow, columns: readonly (Column | null)[]): Cells {
  const cells: Cells = {}
  for (const [at, given] of row.cells.entries()) {
    if (isFormula(given)) throw new Refused(`“${shortened(given.trim())}” looks like a spreadsheet formula.`)
    const column = columns[at]
    if (!column || column === 'ignored' || cells[column] !== undefined) continue
    const text = unescapeFormula(given)
      .replace(/[\s\u00a0\u200b\ufeff]+/g, ' ')
      .trim()
    if (text === '' || EMPTY.test(text)) continue
    if (text.length > LONGEST_TEXT && column !== 'note')
      throw new Refused(`“${shortened(text)}” is too long for a cell of a list.`)
    cells[column] = text
  }
  return cells
}

/** What may follow a sign without making a formula of it: "=1", "=NR", "+0.7 m/s", "-1:05", a dash alone. */
const EQUALLED = /^[=＝] ?(?:\d{1,6}\.?|[A-Z]{2,3}\d{0,2}R?(?:[;,/ ]+=?[A-Z]{2,3}\d{0,2}R?)*)?$/
const SIGNED = /^[+\-＋－](?:[\s\d.,:'"hm+\-–—]*(?: ?(?:m\/s|s|sec|min|w))?)$/i

function isFormula(cell: string): boolean {
  const first = cell.charCodeAt(0)
  // = + - @ and their full-width forms; looked at before anything else, for most cells begin with none.
  if (first > 0x40 && first < 0xff00) return false
  const text = cell.trimStart().slice(0, LONGEST_TEXT).trimEnd()
  if (/^[=＝]/.test(text)) return !EQUALLED.test(text)
  if (/^[+\-＋－]/.test(text)) return !SIGNED.test(text)
  return /^[@＠]/.test(text)
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

interface Person {
  name: string
  /** What stood in brackets behind the name: a country, a club. */
  bracketed: string | null
  /** A year in brackets. */
  born: string
}

const EAST_ASIAN = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}ー・]+$/u

function readName(cells: Cells, { athlete }: RowContext): Person {
  const { givenName = '', familyName = '' } = cells
  // Where names are written in these scripts, the family name stands first.
  const parts = EAST_ASIAN.test(familyName + givenName) ? [familyName, givenName] : [givenName, familyName]
  const printed = cells.name ?? (parts.filter((part) => part !== '').join(' ') || (athlete ?? ''))
  let name = printed.replace(/\s+/g, ' ').trim()
  let bracketed: string | null = null
  let born = ''
  for (let found = BEHIND_NAME.exec(name); found !== null; found = BEHIND_NAME.exec(name)) {
    const [whole, round, square] = found
    const inside = (round ?? square ?? '').trim()
    if (/^(?:\*|geb\. ?)?(?:18|19|20)\d{2}$/.test(inside)) born = inside.slice(-4)
    else bracketed = inside || bracketed
    name = name.slice(0, -whole.length).trim()
  }
  if (name === '') throw new Refused('There is no name in this row.')
  if (!/\p{L}/u.test(name)) throw new Refused(`“${shortened(name)}” is not a name.`)
  if (name.length > LONGEST_NAME) throw new Refused(`“${shortened(name)}” is too long for a name.`)
  if (name.includes('\ufffd'))
    throw new Refused('A letter of the name cannot be read: choose another encoding for the file.')
  return { name, bracketed, born }
}

/** "(China)", "[KEN]" and marks of footnotes behind a name. */
const BEHIND_NAME = /\s*(?:\(([^()]{0,100})\)|\[([^[\]]{0,100})\]|[*†‡#]{1,3})$/

function doubtsAbout(name: string): string[] {
  if (/\d/.test(name)) return ['There are digits in the name.']
  if (/\p{L}\?|\?\p{L}/u.test(name)) return ['A question mark stands in the name where a letter was lost.']
  return []
}

function readDiscipline(text: string, context: RowContext): { discipline: DisciplineSlug; note: string | null } {
  if (text === '') {
    if (context.discipline === null) throw new Refused('Nothing says which discipline this is.')
    return { discipline: context.discipline, note: null }
  }
  if (isDisciplineSlug(text)) return { discipline: text, note: null }
  const discipline = disciplineOf(text)
  if (discipline === null) throw new Refused(`“${shortened(text)}” is not a discipline of the record.`)
  return { discipline, note: disciplineNote(text) }
}

function readDate(dateText: string, yearText: string, context: RowContext, options: ListingOptions): ListedDate {
  const reading: DateReading = {
    dayOrder: options.dayOrder,
    century: options.latestYear ?? new Date().getUTCFullYear(),
    serials: true,
  }
  const year = yearText === '' ? null : readListDate(yearText, reading)
  if (yearText !== '' && year === null) throw new Refused(`“${shortened(yearText)}” is not a year.`)
  if (dateText === '') {
    const known = year?.date ?? null
    // A heading that tells the day of a year is closer than a column that tells the year.
    if (context.date !== null && (known === null || context.date.startsWith(known)))
      return { date: context.date, endDate: null }
    if (year !== null) return year
    throw new Refused('There is no date and no year in this row.')
  }
  const read = readListDate(dateText, reading) ?? withYear(dateText, year?.date ?? context.date, reading)
  if (read !== null) return read
  if (/^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}$/.test(dateText)) {
    throw new Refused(`“${dateText}” can be read in two ways: say whether the day or the month stands first.`)
  }
  throw new Refused(`“${shortened(dateText)}” is not a date that can be read.`)
}

/** "7 Dec" and "7.12." beside a year that stands elsewhere. */
function withYear(text: string, date: PartialDate | null, reading: DateReading): ListedDate | null {
  if (date === null || /\d{4}/.test(text)) return null
  const year = String(yearOf(date))
  const plain = text.trim()
  const asMonthAndDay = /^(\d{1,2})月(\d{1,2})日?$/.exec(plain) ? `${year}年${plain}` : null
  return readListDate(
    asMonthAndDay ??
      (/^\d{1,2}\.\d{1,2}\.?$/.test(plain)
        ? `${plain.replace(/\.$/, '')}.${year}`
        : /^\d{1,2}[/-]\d{1,2}$/.test(plain)
          ? `${plain}/${year}`.replaceAll('-', '/')
          : `${plain} ${year}`),
    reading,
  )
}

type Performance = Pick<Listing, 'mark' | 'status' | 'wind' | 'flags' | 'qualification' | 'records'>

function readPerformance(
  cells: Cells,
  discipline: DisciplineSlug,
  context: RowContext,
  options: ListingOptions,
  warnings: string[],
): Performance {
  const rules = rulesOf(discipline)
  const { text, records, qualification } = withoutCodes(cells.mark ?? '')
  const said = statusOf(cells.status ?? '') ?? statusOf(text) ?? statusOf(cells.place ?? '')
  const trailing = said === null ? /^(.*\d\S*) (\p{L}[\p{L}. ]*)(?:[([].*)?$/u.exec(text) : null
  const behind = trailing ? statusOf(trailing[2] ?? '') : null
  const status = said ?? behind
  const markText = behind ? (trailing?.[1] ?? '') : statusOf(text) === null ? text : ''

  // A column of records may hold codes that behind a mark would be words.
  for (const code of (cells.records ?? '').split(/[;,/ ]+/)) if (/^=?[A-Z][A-Z0-9]{1,7}$/.test(code)) records.push(code)
  const noted = withoutCodes(` ${(cells.note ?? '').slice(0, LONGEST_TEXT)}`)
  records.push(...noted.records)

  // Of many a race it is known who won it, and not in what time.
  if (markText === '' && status === null && !readPlace(cells.place ?? '')?.place) {
    throw new Refused('There is neither a mark, nor a place, nor a status (DNF, DNS …) in this row.')
  }
  const parsed = markText === '' ? null : readMark(markText, rules, context.paraClass)
  if (parsed && !parsed.ok) {
    // Beside a status a mark that cannot be is a distance run, a time of day: it counts for nothing.
    if (status === null) throw new Refused(`“${shortened(markText)}”: ${parsed.reason}`)
    warnings.push(`“${shortened(markText)}” was left out beside ${status}: ${parsed.reason}`)
  }
  const known = parsed?.ok ? parsed : null
  if (known) warnings.push(...known.warnings)
  const mark = known && { ...listedMark(known, rules, options), text: markText }
  return {
    mark: status === null || status === 'DQ' ? mark : null,
    status,
    wind: readWind(cells.wind ?? '', known?.wind ?? null, rules, context, warnings),
    flags: known ? [...known.flags] : [],
    qualification: qualification ?? noted.qualification,
    records: [...new Set(records)],
  }
}

function listedMark(
  { value, precision, timing }: Extract<ParsedMark, { ok: true }>,
  { surface, unit }: Discipline,
  { electronicOnly = false }: ListingOptions,
): Omit<ListedMark, 'text'> {
  const isKnown = electronicOnly && surface === 'TRACK' && unit === 'MILLISECOND' && precision <= 10
  const known: Timing | null = timing ?? (isKnown ? 'ELECTRONIC' : null)
  return { value, precision, timing: known }
}

const RECORD =
  /^=?(?:WR|OR|AR|NR|CR|MR|PB|SB|WL|PR|WJR|AJR|NJR|[WANECO]U(?:18|20|23)R?|(?:WU|AU|NU|CU)(?:18|20|23)R?|U(?:18|20|23)R)$/
const QUALIFIED = /^(?:Q|q|qR|qJ|qD)$/

/** "20.87 Q NR" is a mark, a qualification and a record; what comes of the text is the mark alone. */
function withoutCodes(given: string): { text: string; records: string[]; qualification: string | null } {
  const records: string[] = []
  let qualification: string | null = null
  let text = given.trimEnd()
  for (;;) {
    const [whole, word = ''] = /[\s,(]+\(?(=?[A-Za-z]{1,5}\d{0,2}R?)\)?$/.exec(text) ?? []
    if (whole === undefined) break
    if (RECORD.test(word)) records.unshift(word)
    else if (QUALIFIED.test(word)) qualification ??= word
    else break
    text = text.slice(0, -whole.length)
  }
  const stuck = /^(.*\d)(Q|q|qR|qJ|qD)$/.exec(text)
  if (stuck) return { text: stuck[1] ?? '', records, qualification: stuck[2] ?? null }
  return { text: text.trim(), records, qualification }
}

/** A mark with what lists and spreadsheets put around it or make of it. */
function readMark(text: string, rules: Discipline, paraClass: string | null): ParsedMark {
  const { slug, unit, surface } = rules
  // The thousandths of a photo finish that stand behind the mark, units, and points by name.
  const bare = text
    .replace(/ ?[([]\d{0,3}\.?\d{3}[)\]]$/, '')
    .replace(
      unit === 'POINT'
        ? / ?(?:points?|pts?\.?|p\.?|punkte|очк\p{L}*)$/iu
        : /(?<=\d) ?(?:min|mins|sek|sec|std|uhr)\.?$/iu,
      '',
    )
  // On the road a whole clock time with an h is of hours: nobody takes such times by hand.
  const hours = surface === 'ROAD' ? /^(\d{1,2}:\d{2}:\d{2}) ?h$/.exec(bare)?.[1] : undefined
  const first = parseMark(hours ?? bare, slug, paraClass)
  if (first.ok || unit !== 'MILLISECOND') return first
  for (const [spelling, why] of respelt(bare)) {
    const read = parseMark(spelling, slug, paraClass)
    if (read.ok) return { ...read, warnings: [`Read as ${read.mark}: ${why}.`] }
  }
  return first
}

/** What a spreadsheet may have made of a time, in order; only looked at where the text as it stands cannot be. */
function respelt(text: string): [spelling: string, why: string][] {
  const found: [string, string][] = []
  if (/^0?[.,]\d{5,}$/.test(text)) {
    const hundredths = Math.round(Number(`0.${text.replace(/^0?[.,]/, '')}`) * 8_640_000)
    const [h, m, s] = [Math.floor(hundredths / 360_000), Math.floor(hundredths / 6000) % 60, (hundredths % 6000) / 100]
    const twoDigits = (part: number, fraction = 0) =>
      part.toFixed(fraction).padStart(fraction > 0 ? 3 + fraction : 2, '0')
    found.push([
      `${h}:${twoDigits(m)}:${twoDigits(s, s % 1 === 0 ? 0 : 2)}`,
      'a spreadsheet keeps times as parts of a day',
    ])
  }
  const clock = /^(\d{1,2}):(\d{2}:\d{2}) ?AM$/i.exec(text)
  if (clock) found.push([`${Number(clock[1]) % 12}:${clock[2]}`, 'a spreadsheet took it for a time of day'])
  const shifted = /^(\d{1,3}:\d{2}):00(?:[.,]0+)?$/.exec(text)?.[1]
  if (shifted) found.push([shifted, 'a spreadsheet took minutes for hours'])
  return found
}

function readWind(
  text: string,
  besideMark: number | null,
  { windSensitive }: Discipline,
  context: RowContext,
  warnings: string[],
): number | null {
  if (text === '' || /^(?:nwi|w|na|unknown)$/i.test(text)) return besideMark ?? (windSensitive ? context.wind : null)
  const wind = parseWind(text)
  if (wind === null) warnings.push(`“${shortened(text)}” is not a wind reading and was left out.`)
  return wind ?? besideMark
}

type Places = Pick<Listing, 'round' | 'raceNumber' | 'place' | 'tied' | 'otherPlace'>

function readPlaces(cells: Cells, context: RowContext, status: Status | null, warnings: string[]): Places {
  const text = cells.place ?? ''
  const read = statusOf(text) === null ? readPlace(text) : null
  if (read === null && text !== '' && statusOf(text) === null)
    warnings.push(`“${shortened(text)}” is not a place and was left out.`)
  if (read?.outOfCompetition) warnings.push('Out of competition, so without a place.')
  if (read?.combined) warnings.push('In a race of a combined event: entered as a heat.')

  const named = cells.round === undefined ? null : readRoundCell(cells.round)
  if (cells.round !== undefined && named === null)
    warnings.push(`“${shortened(cells.round)}” is not a round and was left out.`)
  // A place in a race of a combined event must never pass for one in the final.
  const round: Round = (read?.combined ? 'HEAT' : read?.round) ?? named?.round ?? context.round ?? 'FINAL'
  const raceNumber = read?.raceNumber ?? named?.raceNumber ?? context.raceNumber
  const counts = status === null && read?.place !== undefined && read.place !== null
  const classification = (cells.classification ?? 'overall').toLowerCase().replace(/[\s_]+/g, '-')
  const tied = counts && (read?.tied ?? false)
  const place = counts ? (read?.place ?? null) : null
  if (classification === 'overall' || place === null) return { round, raceNumber, place, tied }
  return { round, raceNumber, place: null, tied: false, otherPlace: { classification, place, tied } }
}

function readRoundCell(text: string): { round: Round | null; raceNumber: number | null } | null {
  // A number alone is that of the race, and leaves the round to the heading.
  return /^\d{1,3}$/.test(text) ? { round: null, raceNumber: Number(text) } : readRound(text)
}

function readCompetition(cells: Cells, context: RowContext, warnings: string[]): ListedCompetition {
  const venue = cells.venue === undefined ? null : readVenue(cells.venue)
  // A city with its country in brackets is written like a venue; any other is a city to the letter.
  const isVenue = /\([^()]+\)$/.test(cells.city ?? '')
  const town = isVenue ? readVenue(cells.city ?? '') : null
  const host = cells.hostCountry === undefined ? null : findCountry(cells.hostCountry)
  if (cells.hostCountry !== undefined && host === null)
    warnings.push(`“${shortened(cells.hostCountry)}” is not a country that is known.`)
  const city = (isVenue ? (town?.city ?? town?.venue) : cells.city) ?? venue?.city ?? null
  return {
    name: cells.competition ?? context.competition,
    city: city ?? context.city,
    venue: venue?.venue ?? (town?.city ? town.venue : null) ?? (venue?.city !== city ? (venue?.city ?? null) : null),
    countryCode:
      host?.code ??
      town?.countryCode ??
      venue?.countryCode ??
      (city === null ? context.countryCode : cityCountry(city, context)),
  }
}

/** The heading's country holds for its own city, and for any city where the heading names none. */
function cityCountry(city: string, context: RowContext): string | null {
  return context.city === null || context.city === city ? context.countryCode : null
}

function readRepresentation(
  cells: Cells,
  { bracketed }: Person,
  warnings: string[],
): { countryCode: string | null; club: string | null } {
  const { country: countryText, affiliation } = cells
  const told = countryText === undefined ? null : countryIn(countryText)
  if (countryText !== undefined && told === null)
    warnings.push(`“${shortened(countryText)}” is not a country that is known.`)
  // "(Mongolia)", "(NTN)", "(MGL/NTN)"
  const parts = bracketed === null ? [] : findCountry(bracketed) ? [bracketed] : bracketed.split(/ ?[/;] ?/)
  const behindName = parts.map((part) => findCountry(part)).find((found) => found !== null) ?? null
  const clubBehindName = parts.filter((part) => part !== '' && findCountry(part) === null).join('/') || null
  // Nations run as teams; a school may bear the name of a country, so only its code is one there.
  const asTeam = affiliation !== undefined && /^[A-Z]{3}$/.test(affiliation) ? findCountry(affiliation) : null
  const club = asTeam && (told === null || asTeam.code === told) ? null : (affiliation ?? null)
  return {
    countryCode: told ?? behindName?.code ?? (club === null ? (asTeam?.code ?? null) : null),
    club: club ?? clubBehindName,
  }
}

/** "KEN", "Kenya", "KEN Kenya", "Kenya (KEN)". */
function countryIn(text: string): string | null {
  const found = findCountry(text)
  if (found) return found.code
  const code = /^([A-Z]{3})\b|\(?\b([A-Z]{3})\)?$/.exec(text)
  return findCountry(code?.[1] ?? code?.[2] ?? '')?.code ?? null
}

/** Nobody races before this age, in years. */
const YOUNGEST = 5

function readBirthDate(
  text: string,
  race: PartialDate,
  options: ListingOptions,
  warnings: string[],
): PartialDate | null {
  if (text === '') return null
  const raceYear = yearOf(race)
  const short = /^['’]?(\d{2})$/.exec(text)?.[1]
  const century = raceYear - YOUNGEST
  const read = short
    ? String(century - ((((century - Number(short)) % 100) + 100) % 100))
    : (readListDate(text, { dayOrder: options.dayOrder, century, serials: true })?.date ?? null)
  if (read === null) {
    warnings.push(`“${shortened(text)}” is not a birth date and was left out.`)
    return null
  }
  if (yearOf(read) + YOUNGEST > raceYear) {
    warnings.push(`Born ${read}, after the race or too shortly before it: the birth date was left out.`)
    return null
  }
  return read
}
