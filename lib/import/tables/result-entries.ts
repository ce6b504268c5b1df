/** One result of a list in a text: "1. Name (Country) - 20.87", and where it begins. */
import { discipline } from '../../sport/disciplines'
import type { Column, RowContext } from '../listing'
import { countryCodeOf } from './meeting-words'
import { CODES_PATTERN, isCode, isStatus, MARK_PATTERN, STATUS_PATTERN } from './shapes'
import { squeeze } from './table'

export const COLUMNS: readonly Column[] = [
  'place',
  'name',
  'country',
  'affiliation',
  'birthDate',
  'mark',
  'wind',
  'records',
  'note',
]

export const LONGEST_NAME = 80

/** Where an entry begins: "1.", "2)", "1=", "=3.", "①" anywhere; "1 Name", "DNF Name", "– Name" at the head of a line. */
export const START =
  /(?<![\p{L}\d.,:+/-])(?:(?<place>[=T]?\d{1,3}=?)[.)](?!\d)|(?<tied>\d{1,3}=|=\d{1,3})|(?<circled>[①-⑳]))\s{0,3}(?=["'“‘(]?\p{L})|^\s{0,20}(?<bare>\d{1,3})\s{1,8}(?=\p{L})|^\s{0,20}(?<dash>[-–—]{1,3})\.?\s{1,3}(?=\p{Lu})|(?<![\p{L}\d])(?<status>DNF|DNS|DSQ|DQ|NM|NH)(?<several>\s?[:：]|\s[-–—](?=\s))\s{0,3}(?=\p{L})|^\s{0,20}(?<lone>DNF|DNS|DSQ|DQ|NM|NH)\.?\s{1,8}(?=\p{Lu})/gu

const UNIT = '(?: ?(?:m|sec|s)(?!\\p{L}))?(?:(?:dh|[hiAwWxe+*])(?![\\p{L}\\d]))?'
const END = '(?![\\d\\p{L}]|[:.,]\\d)'
const BRACKETS = '\\((?<boxed>[^()]{0,120})\\)'
const NOT_INSIDE = '(?<![\\p{L}\\d.:+]|\\d,)'
const figure = (mark: string) =>
  new RegExp(`${BRACKETS}|${NOT_INSIDE}(?<mark>${mark}${UNIT}|${STATUS_PATTERN})${END}`, 'gu')
const FIGURES = figure(MARK_PATTERN)
/** Where points are given, any four digits are some. */
const SCORES = figure(`(?:${MARK_PATTERN}|\\d{1,2},?\\d{3})`)
const BEHIND = new RegExp(
  `^[ ,;]{0,3}(?:\\(?(?<wind>[+\\-−–±] ?\\d{1,2}[.,]\\d|NWI)(?: ?m/s)?\\)?|\\(?(?<code>${CODES_PATTERN})\\)?(?![\\p{L}\\d'’.]))`,
  'u',
)
const CUT = /^ ?(?:\.{2,}|…)/

interface Entry {
  cells: string[]
  /** Where it ends in its segment. */
  length: number
  problem: string | null
}

export function entriesOf(start: RegExpExecArray, segment: string, context: Partial<RowContext>): Entry[] {
  const { place, tied, circled, bare, dash, status, several, lone } = start.groups ?? {}
  if (status !== undefined && several !== undefined) return withoutMark(status, segment)
  if (lone !== undefined) {
    return withoutMark(lone, segment).slice(0, 1)
  }
  const number =
    circled === undefined ? (place ?? tied ?? bare ?? '') : String((circled.codePointAt(0) ?? 0x2460) - 0x245f)
  const entry = entryOf(number.replace(/^T/, '='), segment, context)
  // Only those who have no place stand behind a dash; a list of bests has one before each line.
  if (dash !== undefined && !isStatus(entry.cells[5] ?? '')) return []
  return bare !== undefined && entry.problem !== null ? [] : [entry]
}

/** One entry behind its number: name, country or club, mark, and what follows the mark. */
function entryOf(place: string, segment: string, context: Partial<RowContext>): Entry {
  const isScore = context.discipline ? discipline(context.discipline).unit === 'POINT' : false
  const boxes: string[] = []
  let nameEnd = -1
  let mark: RegExpExecArray | null = null
  for (const found of segment.matchAll(isScore ? SCORES : FIGURES)) {
    if (nameEnd < 0) nameEnd = found.index
    if (found.groups?.mark !== undefined) {
      mark = found
      break
    }
    boxes.push(found.groups?.boxed ?? '')
  }
  const person = personOf(segment.slice(0, nameEnd < 0 ? segment.length : nameEnd), boxes)
  const between = mark === null ? '' : segment.slice(segment.lastIndexOf(')', mark.index) + 1, mark.index)
  const after = mark === null ? segment.length : mark.index + mark[0].length
  const isCut = mark === null ? /(?:\.{2,}|…) *$/.test(segment) : CUT.test(segment.slice(after))
  const cellsWith = (figure: string, wind = '', records = '', note = '') => [
    place,
    person.name,
    person.country,
    person.affiliation || (boxes.length > 0 ? withoutSeparators(between) : ''),
    person.born,
    figure,
    wind,
    records,
    note,
  ]
  if (isCut)
    return { cells: cellsWith(''), length: segment.length, problem: 'The entry is cut off before its mark ends.' }
  if (mark === null)
    return { cells: cellsWith(''), length: segment.length, problem: 'No whole mark stands in this entry.' }
  if (!/^\P{Nd}*\p{L}\P{Nd}*$/u.test(person.name) || person.name.length > LONGEST_NAME) {
    return { cells: cellsWith(mark[0]), length: after, problem: 'No name stands in this entry.' }
  }
  const behind = readBehind(segment, after)
  return {
    cells: cellsWith(mark[0].trim(), behind.wind, behind.records.join(' '), behind.note),
    length: behind.end,
    problem: null,
  }
}

function readBehind(segment: string, from: number) {
  const records: string[] = []
  let [end, wind, note] = [from, '', '']
  for (let count = 0; count < 6; count += 1) {
    const found = BEHIND.exec(segment.slice(end, end + 40))
    if (found === null) break
    const { wind: reading, code } = found.groups ?? {}
    if (reading !== undefined) wind = reading.replace(' ', '')
    else if (/^q/i.test(code ?? '')) note = code ?? ''
    else if (code !== undefined) records.push(code)
    end += found[0].length
  }
  return { wind, records, note, end }
}

/** "DNF: A (Kenya), B": athletes of one status, parted by commas. */
function withoutMark(status: string, segment: string): Entry[] {
  const names = segment.match(/[^,;()]{1,120}(?:\([^()]{0,120}\)?)?/g)?.slice(0, 100) ?? []
  return names.flatMap((text): Entry[] => {
    const open = text.indexOf('(')
    const boxes = open < 0 ? [] : [text.slice(open + 1).replace(/\).*$/, '')]
    const { name, country, affiliation, born } = personOf(
      (open < 0 ? text : text.slice(0, open)).replace(/\.\s*$/, ''),
      boxes,
    )
    const isName = /\p{L}/u.test(name) && name.length <= LONGEST_NAME
    const cells = ['', name, country, affiliation, born, status, '', '', '']
    return isName ? [{ cells, length: segment.length, problem: null }] : []
  })
}

/** "Name (Country/Club) 2:08:50" on a line of its own, without a place. */
export function unnumbered(plain: string, context: Partial<RowContext>): Entry | null {
  if (!/^ {0,20}\p{Lu}/u.test(plain) || !plain.includes('(')) return null
  const entry = entryOf('', plain, context)
  const isWhole = entry.problem === null && squeeze(plain.slice(entry.length)) === ''
  return isWhole && ((entry.cells[2] ?? '') !== '' || (entry.cells[3] ?? '') !== '') ? entry : null
}

/** Name, nation, club and birth of "Bolt, Usain" with "JAM/Racers, 1986" in brackets, or of "Usain Bolt, Jamaica". */
function personOf(words: string, boxes: readonly string[]) {
  const found = { name: withoutSeparators(words), country: '', affiliation: '', born: '' }
  const parts = boxes.flatMap((box) => box.split(/[/,;]/))
  if (boxes.length === 0) {
    const [name = '', ...others] = found.name.split(/, | [-–—] |\t/).map(withoutSeparators)
    parts.push(...others)
    found.name = name
    const last = name.split(' ').at(-1) ?? ''
    if (parts.length === 0 && isCode(last) && name !== last) {
      found.country = last
      found.name = withoutSeparators(name.slice(0, -last.length))
    }
  }
  for (const part of parts.map(squeeze).filter(Boolean)) {
    const year = /^(?:b\.? ?|born |\*)?((?:18|19|20)\d\d)$/i.exec(part)?.[1]
    if (year !== undefined && found.born === '') found.born = year
    else if (found.country === '' && (isCode(part) || countryCodeOf(part) !== null)) found.country = part
    else found.affiliation = found.affiliation === '' ? part : `${found.affiliation} / ${part}`
  }
  return found
}

function withoutSeparators(text: string): string {
  return squeeze(text).replace(/^[-–—,;:|. ]{1,20}|[-–—,;:| ]{1,20}$/g, '')
}
