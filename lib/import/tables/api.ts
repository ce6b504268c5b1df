/**
 * JSON: our own open data, or any other.
 *
 * Our own open data (docs/api.md): the document of one athlete, an array of them, or `{ items: [ … ] }`. Fields are
 * looked for, never relied on: a document of another year, or one that somebody cut down, still gives what it has.
 */
import { isDisciplineSlug } from '../../sport/disciplines'
import { isPartialDate } from '../../sport/partial-date'
import { ROUNDS, SEXES } from '../../sport/performance'
import type { Column, RawRow, RowContext } from '../listing'
import { readAnyJson } from './any-json'
import { type ListedTable, rawRow, titleOf } from './table'

const COLUMNS: readonly (readonly [title: string, column: Column])[] = [
  ['name', 'name'],
  ['birthDate', 'birthDate'],
  ['country', 'country'],
  ['sex', 'sex'],
  ['date', 'date'],
  ['competition', 'competition'],
  ['competition city', 'city'],
  ['competition country', 'hostCountry'],
  ['discipline', 'discipline'],
  ['round', 'round'],
  ['mark', 'mark'],
  ['status', 'status'],
  ['wind', 'wind'],
  ['classification', 'classification'],
  ['place', 'place'],
  ['records', 'records'],
]

type Fields = Readonly<Record<string, unknown>>

export function readApi(text: string): ListedTable[] {
  let document: unknown
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return [broken(text)]
  }
  const athletes = athletesOf(document)
  const lineOf = lineFinder(text)
  const tables = athletes.flatMap((athlete) => tableOf(athlete, lineOf) ?? [])
  // What our search answers names athletes, and has no results.
  const isSearch =
    isFields(document) && Array.isArray(document.items) && athletes.every(({ slug }) => slug !== undefined)
  return tables.length > 0 || isSearch ? tables : readAnyJson(document, text.split('\n').length)
}

function athletesOf(document: unknown): Fields[] {
  if (Array.isArray(document)) return document.filter(isFields)
  if (!isFields(document)) return []
  return Array.isArray(document.items) ? document.items.filter(isFields) : [document]
}

/** The results of one athlete, one row a place, or null where the document holds none. */
function tableOf(athlete: Fields, lineOf: (id: string) => number): ListedTable | null {
  const results = Array.isArray(athlete.results) ? athlete.results.filter(isFields) : []
  if (results.length === 0 || !isOurs(athlete, results)) return null
  const name = textOf(athlete.name)
  const sex = SEXES.find((one) => one === athlete.sex)
  const context: Partial<RowContext> = { ...(name !== '' && { athlete: name }), ...(sex && { sex }) }
  const rows = results.flatMap((result): RawRow[] => {
    const places = Array.isArray(result.places) ? result.places.filter(isFields) : []
    const line = lineOf(textOf(result.id))
    const raw = rawOf(result)
    const problem =
      name === '' ? 'The document does not say whose results these are: its field “name” is missing.' : null
    return (places.length > 0 ? places : [{}]).map((place) => ({
      ...rawRow(line, raw, cellsOf(athlete, result, place), { ...context, ...contextOf(result) }),
      problem,
    }))
  })
  return {
    context,
    title: titleOf(name),
    header: COLUMNS.map(([title]) => title),
    columns: COLUMNS.map(([, column]) => column),
    rows,
  }
}

/** Others call their lists “results” as well: ours are of one athlete, and each names its competition as a thing. */
function isOurs(athlete: Fields, results: readonly Fields[]): boolean {
  return (
    typeof athlete.name === 'string' ||
    results.some(({ competition, discipline }) => isFields(competition) || isDisciplineSlug(textOf(discipline)))
  )
}

/** What is nested too deeply to be written out is none of our documents. */
function rawOf(result: Fields): string {
  try {
    return JSON.stringify(result)
  } catch {
    return ''
  }
}

function cellsOf(athlete: Fields, result: Fields, place: Fields): string[] {
  const competition = isFields(result.competition) ? result.competition : {}
  const cells: Readonly<Record<string, string>> = {
    name: textOf(athlete.name),
    birthDate: textOf(athlete.birthDate),
    country: textOf(athlete.country),
    sex: textOf(athlete.sex),
    date: textOf(result.date) || textOf(result.year),
    competition: textOf(competition.name),
    'competition city': textOf(competition.city),
    'competition country': textOf(competition.country),
    discipline: textOf(result.discipline),
    round: textOf(result.round),
    mark: textOf(result.mark),
    status: textOf(result.status),
    wind: typeof result.wind === 'number' && Number.isFinite(result.wind) ? windText(result.wind) : textOf(result.wind),
    classification: textOf(place.classification),
    place: textOf(place.place),
    records: Array.isArray(result.records)
      ? result.records.map(textOf).filter(Boolean).join(' ')
      : textOf(result.records),
  }
  return COLUMNS.map(([title]) => cells[title] ?? '')
}

/** What our own words say for certain, so that it need not be read out of cells once more. */
function contextOf(result: Fields): Partial<RowContext> {
  const [slug, code, date] = [textOf(result.discipline), textOf(result.round), textOf(result.date)]
  const round = ROUNDS.find((one) => one === code.toUpperCase())
  return {
    ...(isDisciplineSlug(slug) && { discipline: slug }),
    ...(round && { round }),
    ...(isPartialDate(date) && { date }),
  }
}

function windText(metres: number): string {
  return `${metres < 0 ? '-' : '+'}${Math.abs(metres).toFixed(1)}`
}

/** One row that says where the text stops being JSON. */
function broken(text: string): ListedTable {
  const at = breakOf(text)
  const before = text.slice(0, at)
  const line = before.split('\n').length
  const start = before.lastIndexOf('\n') + 1
  const isEnd = at >= text.trimEnd().length
  const problem = isEnd
    ? `The JSON ends too early, on line ${line}: something in it is not closed.`
    : `The JSON cannot be read from line ${line}, character ${at - start + 1}, where “${text.slice(at, at + 20)}” stands.`
  const row = { ...rawRow(line, text.slice(Math.max(start, at - 200), at + 200), [], {}), problem }
  return { context: {}, title: null, header: null, columns: null, rows: [row] }
}

const WHITE = /[ \t\r\n]*/y
const SCALAR = /(?:-?(?:0|[1-9]\d{0,400})(?:\.\d{1,400})?(?:[eE][+-]?\d{1,9})?|true|false|null)(?![\w.])/y

/** Where JSON breaks. The engine's own message names the place only in some versions and for some texts. */
function breakOf(text: string): number {
  const open: ('{' | '[')[] = []
  let at = 0
  let next: 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma' = 'value'
  for (;;) {
    WHITE.lastIndex = at
    WHITE.test(text)
    at = Math.max(at, WHITE.lastIndex)
    const sign = text[at]
    if (sign === undefined) return text.length
    const inside = open.at(-1)
    if ((sign === '}' && inside === '{') || (sign === ']' && inside === '[')) {
      if (next !== 'comma' && next !== (sign === '}' ? 'key or end' : 'value or end')) return at
      open.pop()
      next = 'comma'
      at += 1
    } else if (next === 'comma') {
      if (sign !== ',' || inside === undefined) return at
      next = inside === '{' ? 'key' : 'value'
      at += 1
    } else if (next === 'colon') {
      if (sign !== ':') return at
      next = 'value'
      at += 1
    } else if (next === 'key' || next === 'key or end') {
      const end = sign === '"' ? endOfString(text, at) : -1
      if (end < 0) return sign === '"' ? text.length : at
      next = 'colon'
      at = end
    } else if (sign === '{' || sign === '[') {
      open.push(sign)
      next = sign === '{' ? 'key or end' : 'value or end'
      at += 1
    } else {
      SCALAR.lastIndex = at
      const end = sign === '"' ? endOfString(text, at) : SCALAR.test(text) ? SCALAR.lastIndex : -1
      if (end < 0) return sign === '"' ? text.length : at
      next = 'comma'
      at = end
    }
  }
}

/** Behind the closing quote, or -1. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '"') return at + 1
    if (text[at] === '\\') at += 1
  }
  return -1
}

const ID_OR_BREAK = /\n|"id"\s{0,20}:\s{0,20}"([^"\\]{1,500})"/g

/** Finds the line of the text on which a result begins, by its id; results are asked for in the text's order. */
function lineFinder(text: string): (id: string) => number {
  const linesOf = new Map<string, number[]>()
  let count = 1
  for (const [found, id] of text.matchAll(ID_OR_BREAK)) {
    if (id === undefined) count += 1
    else {
      const lines = linesOf.get(id)
      if (lines) lines.push(count)
      else linesOf.set(id, [count])
      // Between the parts there may be breaks.
      count += found.split('\n').length - 1
    }
  }
  const asked = new Map<string, number>()
  let line = 1
  return (id) => {
    const nth = asked.get(id) ?? 0
    asked.set(id, nth + 1)
    line = linesOf.get(id)?.[nth] ?? line
    return line
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 500) : typeof value === 'number' ? String(value) : ''
}
