/**
 * Any JSON that has lists of things with fields: each such list is a table, whose titles are the names of the fields.
 * Fields of things within them are named by their way: "athlete.name" is the column "athlete name".
 */
import { columnOfTitle } from '../column-titles'
import type { RawRow } from '../listing'
import { type ListedTable, rawRow, titleOf } from './table'

type Fields = Readonly<Record<string, unknown>>

/** No list of results is nested deeper, and no row is wider. */
const DEEPEST = 6
const MOST_COLUMNS = 60
const LONGEST_CELL = 500

/**
 * Every list of things in the document, the longest first.
 *
 * @param lines how many the text has: rows are counted, as their own lines are not known, but not beyond these.
 */
export function readAnyJson(document: unknown, lines = Number.POSITIVE_INFINITY): ListedTable[] {
  const lists: { path: string; things: Fields[] }[] = []
  collect(document, '', lists, 0)
  return lists.sort((a, b) => b.things.length - a.things.length).flatMap((list) => tableOf(list, lines) ?? [])
}

function collect(value: unknown, path: string, lists: { path: string; things: Fields[] }[], depth: number): void {
  if (depth > DEEPEST) return
  if (Array.isArray(value)) {
    const things = value.filter(isFields)
    if (things.length > 0 && things.length * 2 >= value.length) lists.push({ path: path || 'the list', things })
    return
  }
  if (!isFields(value)) return
  for (const [name, part] of Object.entries(value))
    collect(part, path === '' ? name : `${path}.${name}`, lists, depth + 1)
}

function tableOf({ path, things }: { path: string; things: readonly Fields[] }, lines: number): ListedTable | null {
  const flat = things.map((thing) => flattened(thing))
  const titles = [...new Set(flat.flatMap((fields) => [...fields.keys()]))].slice(0, MOST_COLUMNS)
  if (titles.length < 2) return null
  const rows = flat.map((fields, index): RawRow => {
    const cells = titles.map((title) => fields.get(title) ?? '')
    return rawRow(Math.min(index + 1, lines), cells.filter(Boolean).join(' | '), cells, {})
  })
  return { context: {}, title: titleOf(path), header: titles.map(titleInWords), columns: null, rows }
}

/** The values of a thing by their ways; lists within it as text, where they are of plain values. */
function flattened(thing: Fields, above = '', depth = 0, into = new Map<string, string>()): Map<string, string> {
  for (const [name, value] of Object.entries(thing)) {
    if (into.size > MOST_COLUMNS) break
    const way = above === '' ? name : `${above} ${name}`
    if (isFields(value)) {
      if (depth < DEEPEST) flattened(value, way, depth + 1, into)
    } else if (Array.isArray(value)) {
      const plain = value.filter((one) => typeof one === 'string' || typeof one === 'number')
      if (plain.length > 0) into.set(way, plain.join(' ').slice(0, LONGEST_CELL))
    } else if (value !== null && value !== undefined && value !== '')
      into.set(way, String(value).slice(0, LONGEST_CELL))
  }
  return into
}

/** "athlete name" is the name; "fullName" and "full_name" are two words. */
function titleInWords(title: string): string {
  const words = title.replace(/[_.-]+/g, ' ').replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
  const [own = ''] = /\S+$/.exec(words) ?? []
  if (!words.includes(' ')) return words
  // What a thing within a row is called says whose name or country it is.
  if (/^name$/i.test(own) && /athlete|competitor|runner|person|participant/i.test(words)) return 'Athlete'
  if (/^name$/i.test(own) && /competition|meeting|meet|event/i.test(words))
    return /event|discipline/i.test(words) ? 'Event' : 'Competition'
  if (/^(?:country|nat|nation|countrycode|code)$/i.test(own))
    return /competition|meeting|venue|host/i.test(words) ? 'Host country' : 'Country'
  // "athlete birth date" is a birth date, as far as its last words are known.
  const parts = words.split(' ')
  const known = parts.findIndex((_, at) => columnOfTitle(parts.slice(at).join(' ')) !== null)
  return known < 0 ? words : parts.slice(known).join(' ')
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
