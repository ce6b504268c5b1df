/**
 * From one row of a list to what it says of one performance, or to the reason why it says nothing that the record can
 * hold. Nothing is guessed: what was read otherwise than its letters say carries a warning, what cannot be is refused.
 */
import { findCountry } from '../sport/countries'
import { type DisciplineSlug, discipline as disciplineRules, isDisciplineSlug } from '../sport/disciplines'
import type { PartialDate } from '../sport/partial-date'
import { yearOf } from '../sport/partial-date'
import type { Round, Sex } from '../sport/performance'
import type { Status } from '../sport/status'
import { agree } from './agreement'
import { hasLostLetter } from './broken-encoding'
import { ageGroupOf, disciplineNote, disciplineOf, paraClassOf, sexOf } from './context'
import { type DateReading, type ListedDate, readListDate } from './dates'
import { refusalOf } from './form-rules'
import {
  type Column,
  type ListedCompetition,
  type Listing,
  NO_GROUP,
  type RawRow,
  type Refusal,
  type RowContext,
} from './listing'
import { readPlace, readRound } from './place'
import { readPerformance } from './read-performance'
import { type Cells, cellsOf, type ListingOptions, Refused, type RowReading, shortened, together } from './row-cells'
import { withPartsJoined } from './split-cells'
import { statusOf } from './statuses'
import { isIndoors, readVenue } from './venue'

export type ReadListing = { ok: true; listing: Listing } | { ok: false; refusal: Refusal }

const LONGEST_NAME = 120

/**
 * Reads one row by its columns. `context` is what is true of the row where its own cells say nothing: table over file
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
    const listing = listingOf(row, columns, context, options)
    const refusal = refusalOf(listing)
    if (refusal !== null) throw new Refused(refusal)
    return { ok: true, listing }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { ok: false, refusal: { line: row.line, raw: row.raw, reason: error.message } }
  }
}

function listingOf(
  raw: RawRow,
  columns: readonly (Column | null)[],
  context: RowContext,
  options: ListingOptions,
): Listing {
  const warnings: string[] = []
  const cells = withPartsJoined(cellsOf(raw, columns))
  const clashes = [...(options.surroundings?.clashes ?? [])]
  const group = readGroup(cells, context)
  const row: RowReading = { cells, context: { ...context, ...group }, options, warnings, from: {}, clashes }

  const person = readName(cells, context)
  const sex = readSex(row)
  const discipline = readDiscipline(row)
  if (disciplineRules(discipline).isRelay)
    throw new Refused('Results of teams cannot be imported: enter the relay by hand.')

  const { date, endDate } = readDate(row)
  const performance = readPerformance(row, discipline, date)
  const place = readPlaces(row, performance.status)
  const competition = readCompetition(row)
  const { countryCode, club } = readRepresentation(row, person)
  const birthDate = readBirthDate(row, cells.birthDate || person.born, date)
  warnings.push(...doubtsAbout(person.name))
  if (isIndoors(cells.venue ?? '') && !performance.flags.includes('i')) performance.flags.push('i')

  return {
    line: raw.line,
    raw: raw.raw,
    name: person.name,
    birthDate,
    countryCode,
    club,
    discipline,
    sex,
    ...group,
    ...place,
    ...performance,
    date,
    endDate,
    competition,
    ...toldIn(cells),
    ...(Object.keys(row.from).length > 0 && { from: row.from }),
    ...(clashes.length > 0 && { clashes }),
    warnings: [...new Set(warnings)],
  }
}

/** The event's own: by its column, in the words of the event, or by what holds for the list. */
function readGroup(cells: Cells, context: RowContext): Pick<Listing, 'ageGroup' | 'paraClass'> {
  const { discipline = '', ageGroup, paraClass } = cells
  return {
    ageGroup: ageGroup === undefined ? (ageGroupOf(discipline) ?? context.ageGroup) : readAgeGroup(ageGroup),
    paraClass: paraClass === undefined ? (paraClassOf(discipline) ?? context.paraClass) : readParaClass(paraClass),
  }
}

function readAgeGroup(text: string): string | null {
  if (text.toLowerCase() === NO_GROUP) return null
  const group = ageGroupOf(text) ?? /^[MWV]\d{2,3}$/i.exec(text)?.[0].toUpperCase()
  if (group === undefined) throw new Refused(`“${shortened(text)}” is no age group: U20, M40 …`)
  return group
}

function readParaClass(text: string): string | null {
  if (text.toLowerCase() === NO_GROUP) return null
  const paraClass = paraClassOf(text.toUpperCase())
  if (paraClass === null) throw new Refused(`“${shortened(text)}” is no para class: T54, F46 …`)
  return paraClass
}

/** What a list says that was made here, and others do not: left away where it says nothing. */
function toldIn({ athleteAddress, competitionAddress, remark }: Cells) {
  return {
    ...(athleteAddress && { athleteAddress }),
    ...(competitionAddress && { competitionAddress }),
    ...(remark && { remark }),
  }
}

interface Person {
  name: string
  /** What is in brackets behind the name: a country, a club. */
  bracketed: string | null
  /** A year in brackets. */
  born: string
}

const EAST_ASIAN = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}ー・]+$/u

function readName(cells: Cells, { athlete }: RowContext): Person {
  const { givenName = '', familyName = '' } = cells
  // Where names are written in these scripts, the family name comes first.
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
  if (hasLostLetter(name)) return ['A letter of the name was lost when the file was converted: look at it.']
  if (/\p{L}\?|\?\p{L}/u.test(name)) return ['A question mark stands in the name where a letter was lost.']
  return []
}

/** A row may say it twice: in a column of its own, and with the event, as in "Weitsprung Frauen". */
function readSex(row: RowReading): Sex {
  const { cells, context, options, clashes } = row
  const [own, ofEvent] = [sexOf(cells.sex ?? ''), sexOf(cells.discipline ?? '')]
  if (own && ofEvent && own !== ofEvent && options.surroundings && options.answers?.sex === undefined)
    clashes.push({ field: 'sex', near: own, nearFrom: 'row', far: ofEvent, farFrom: 'row' })
  const sex = together(row, 'sex', own ?? ofEvent, context.sex)
  if (sex === null) throw new Refused('Nothing says whether men or women competed here.')
  return sex
}

function readDiscipline(row: RowReading): DisciplineSlug {
  const { cells, context, warnings } = row
  const text = cells.discipline ?? ''
  const own = text === '' ? null : isDisciplineSlug(text) ? text : disciplineOf(text)
  if (text !== '' && own === null) throw new Refused(`“${shortened(text)}” is not a discipline of the record.`)
  const note = text === '' || isDisciplineSlug(text) ? null : disciplineNote(text)
  if (note !== null) warnings.push(note)
  const discipline = together(row, 'discipline', own, context.discipline)
  if (discipline === null) throw new Refused('Nothing says which discipline this is.')
  // The surroundings may know which heptathlon a row means that says only so much.
  const isShort = context.discipline === 'heptathlon-short-track' && discipline === 'heptathlon'
  return isShort ? 'heptathlon-short-track' : discipline
}

/** @throws Refused where there is no date that can be read. */
export function readDate(row: RowReading): ListedDate {
  const { cells, context } = row
  const read = readOwnDate(row)
  const said = cells.date || cells.year ? read.date : null
  if (cells.date) settleDayOrder(row, said)
  const date = together(row, 'date', said, context.date) ?? read.date
  // A day of the heading is closer than a year of the row, and agrees with it.
  return said === null || date === said ? read : { date, endDate: null }
}

/** A row that has a day of its own does not ask how the heading's is read. */
function settleDayOrder({ clashes, context }: RowReading, said: PartialDate | null): void {
  const at = clashes.findIndex(({ field }) => field === 'dayOrder')
  const clash = clashes[at]
  if (!clash || said === null || agree('date', clash.near, said) === agree('date', clash.far, said)) return
  clashes.splice(at, 1)
  if (agree('date', clash.far, said)) context.date = clash.far
}

function readOwnDate({ cells, context, options }: RowReading): ListedDate {
  const { date: dateText = '', year: yearText = '' } = cells
  const reading: DateReading = {
    dayOrder: options.dayOrder,
    century: options.latestYear ?? new Date().getUTCFullYear(),
    serials: true,
  }
  const year = yearText === '' ? null : readListDate(yearText, reading)
  if (yearText !== '' && year === null) throw new Refused(`“${shortened(yearText)}” is not a year.`)
  if (dateText === '') {
    const known = year?.date ?? null
    // A heading with the day of a year is closer than a column with the year.
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

/** "7 Dec" and "7.12." beside a year from elsewhere. */
function withYear(text: string, date: PartialDate | null, reading: DateReading): ListedDate | null {
  if (date === null || /\d{4}/.test(text)) return null
  const year = String(yearOf(date))
  const plain = text.trim()
  return readListDate(withYearBeside(plain, year), reading)
}

function withYearBeside(text: string, year: string): string {
  if (/^\d{1,2}月\d{1,2}日?$/.test(text)) return `${year}年${text}`
  if (/^\d{1,2}\.\d{1,2}\.?$/.test(text)) return `${text.replace(/\.$/, '')}.${year}`
  if (/^\d{1,2}[/-]\d{1,2}$/.test(text)) return `${text}/${year}`.replaceAll('-', '/')
  return `${text} ${year}`
}

type Places = Pick<Listing, 'round' | 'raceNumber' | 'place' | 'tied' | 'otherPlace'>

function readPlaces(row: RowReading, status: Status | null): Places {
  const { cells, context, warnings } = row
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
  const round: Round = read?.combined
    ? 'HEAT'
    : (together(row, 'round', read?.round ?? named?.round ?? null, context.round) ?? 'FINAL')
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

function readCompetition(row: RowReading): ListedCompetition {
  const { cells, context, warnings } = row
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
    countryCode: together(
      row,
      'countryCode',
      host?.code ?? town?.countryCode ?? venue?.countryCode ?? null,
      city === null ? context.countryCode : cityCountry(city, context),
    ),
  }
}

/** The heading's country holds for its own city, and for any city where the heading names none. */
function cityCountry(city: string, context: RowContext): string | null {
  return context.city === null || context.city === city ? context.countryCode : null
}

function readRepresentation(
  { cells, warnings }: RowReading,
  { bracketed }: Person,
): { countryCode: string | null; club: string | null } {
  const { country: countryText, affiliation } = cells
  const own = countryText === undefined ? null : countryIn(countryText)
  if (countryText !== undefined && own === null)
    warnings.push(`“${shortened(countryText)}” is not a country that is known.`)
  // "(Mongolia)", "(NTN)", "(MGL/NTN)"
  const parts = bracketed === null ? [] : findCountry(bracketed) ? [bracketed] : bracketed.split(/ ?[/;] ?/)
  const behindName = parts.map((part) => findCountry(part)).find((found) => found !== null) ?? null
  const clubBehindName = parts.filter((part) => part !== '' && findCountry(part) === null).join('/') || null
  // Nations run as teams; a school may bear the name of a country, so only its code is one there.
  const asTeam = affiliation !== undefined && /^[A-Z]{3}$/.test(affiliation) ? findCountry(affiliation) : null
  const club = asTeam && (own === null || asTeam.code === own) ? null : (affiliation ?? null)
  return {
    countryCode: own ?? behindName?.code ?? (club === null ? (asTeam?.code ?? null) : null),
    club: club ?? clubBehindName,
  }
}

/** "KEN", "Kenya", "KEN Kenya", "Kenya (KEN)". */
export function countryIn(text: string): string | null {
  const found = findCountry(text)
  if (found) return found.code
  const code = /^([A-Z]{3})\b|\(?\b([A-Z]{3})\)?$/.exec(text)
  return findCountry(code?.[1] ?? code?.[2] ?? '')?.code ?? null
}

/** Nobody races before this age, in years. */
const YOUNGEST = 5

export function readBirthDate({ options, warnings }: RowReading, text: string, race: PartialDate): PartialDate | null {
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
