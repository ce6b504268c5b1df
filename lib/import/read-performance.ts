/** What a row says of the performance itself: mark, status, wind, records, qualification. */
import { type Discipline, type DisciplineSlug, discipline } from '../sport/disciplines'
import { type ParsedMark, parseMark, parseWind } from '../sport/marks'
import type { PartialDate } from '../sport/partial-date'
import type { Timing } from '../sport/performance'
import type { Status } from '../sport/status'
import type { ListedMark, Listing } from './listing'
import { readPlace } from './place'
import { type Cells, type ListingOptions, LONGEST_TEXT, Refused, type RowReading, shortened } from './row-cells'
import { statusOf } from './statuses'

type Performance = Pick<Listing, 'mark' | 'status' | 'wind' | 'flags' | 'qualification' | 'records'>

/** The mark, status, wind and records of a row in this discipline, on this date. */
export function readPerformance(row: RowReading, slug: DisciplineSlug, date: PartialDate | null = null): Performance {
  const { cells, warnings } = row
  const rules = discipline(slug)
  const { text, records, qualification } = withoutCodes(cells.mark ?? '')
  const { status, markText } = readStatus(cells, text)
  const noted = withoutCodes(` ${(cells.note ?? '').slice(0, LONGEST_TEXT)}`)
  // Of many a race it is known who won it, and not in what time.
  if (markText === '' && status === null && !readPlace(cells.place ?? '')?.place) {
    throw new Refused('There is neither a mark, nor a place, nor a status (DNF, DNS …) in this row.')
  }
  const parsed = markText === '' ? null : readMark(markText, rules, row.context.paraClass, date)
  if (parsed && !parsed.ok) {
    // Beside a status a mark that cannot be is a distance run, a time of day: it counts for nothing.
    if (status === null) throw new Refused(`“${shortened(markText)}”: ${parsed.reason}`)
    warnings.push(`“${shortened(markText)}” was left out beside ${status}: ${parsed.reason}`)
  }
  const known = parsed?.ok ? parsed : null
  if (known) warnings.push(...known.warnings)
  const mark = known && { ...listedMark(known, rules, row.options), text: markText }
  return {
    mark: status === null || status === 'DQ' ? mark : null,
    status,
    wind: readWind(row, known?.wind ?? null, rules),
    flags: known ? [...known.flags] : [],
    qualification: qualification ?? noted.qualification,
    records: [...new Set([...records, ...codesIn(cells.records ?? ''), ...noted.records])],
  }
}

/** The status, wherever it is, and the text of the mark without it: "2:10:01 DQ". */
function readStatus(cells: Cells, text: string): { status: Status | null; markText: string } {
  const ownStatus = statusOf(text)
  const status = statusOf(cells.status ?? '') ?? ownStatus ?? statusOf(cells.place ?? '')
  if (status !== null) return { status, markText: ownStatus === null ? text : '' }
  const trailing = /^(.*\d\S*) (\p{L}[\p{L}. ]*)(?:[([].*)?$/u.exec(text)
  const behind = trailing ? statusOf(trailing[2] ?? '') : null
  return { status: behind, markText: behind ? (trailing?.[1] ?? '') : text }
}

/** A column of records may have codes that behind a mark would be words. */
function codesIn(text: string): string[] {
  return text.split(/[;,/ ]+/).filter((code) => /^=?[A-Z][A-Z0-9]{1,7}$/.test(code))
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
function readMark(text: string, rules: Discipline, paraClass: string | null, date: PartialDate | null): ParsedMark {
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
  const first = parseMark(hours ?? bare, slug, paraClass, date)
  if (first.ok || unit !== 'MILLISECOND') return first
  for (const [spelling, why] of respelt(bare)) {
    const read = parseMark(spelling, slug, paraClass, date)
    if (read.ok) return { ...read, warnings: [`Read as ${read.mark}: ${why}.`] }
  }
  return first
}

/** What a spreadsheet may have made of a time, in order; only tried where the text as it is cannot be a mark. */
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
  { cells, context, warnings }: RowReading,
  besideMark: number | null,
  { windSensitive }: Discipline,
): number | null {
  const text = cells.wind ?? ''
  if (text === '' || /^(?:nwi|w|na|unknown)$/i.test(text)) return besideMark ?? (windSensitive ? context.wind : null)
  const wind = parseWind(text)
  if (wind === null) warnings.push(`“${shortened(text)}” is not a wind reading and was left out.`)
  return wind ?? besideMark
}
