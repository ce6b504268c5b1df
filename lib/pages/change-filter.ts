/** The filters of the list of changes in its address: /changes?athlete=ser-od-bat-ochir&kind=edit&day=2026-11-21. */
import type { HistoryEntry } from '../record/history'
import { pageAddress, parameter } from './page-address'
import type { Query } from './past'

export type ChangeKind = HistoryEntry['kind']

/** What a change is made as, by its name in an address. */
export const CHANGE_KINDS: readonly (readonly [slug: string, kind: ChangeKind, words: string])[] = [
  ['edit', 'EDIT', 'Corrections'],
  ['import', 'IMPORT', 'Imports'],
  ['restore', 'RESTORE', 'Restored'],
  ['seed', 'SEED', 'First record'],
]

/** Kinds of things that a change can be about, each with the tables that hold it and its parts. */
export const CHANGED_THINGS = {
  result: {
    words: 'Results',
    tables: ['results', 'places', 'record_claims', 'team_members', 'splits', 'attempts', 'published_places'],
  },
  athlete: {
    words: 'Athletes',
    tables: ['athletes', 'name_variants', 'affiliations', 'representations', 'external_ids', 'claims'],
  },
  biography: { words: 'Biographies', tables: ['biography_chapters'] },
  picture: { words: 'Pictures', tables: ['photos'] },
  competition: { words: 'Competitions', tables: ['competitions', 'events', 'races', 'series'] },
  source: { words: 'Sources and citations', tables: ['sources', 'citations'] },
} as const satisfies Record<string, { words: string; tables: readonly string[] }>

export type ChangedThing = keyof typeof CHANGED_THINGS

export interface ChangeFilter {
  /** By slug. */
  athlete: string | null
  competition: string | null
  /** The account's id. */
  editor: string | null
  source: string | null
  kind: ChangeKind | null
  thing: ChangedThing | null
  /** ISO day, in UTC. */
  day: string | null
  /** Only what nobody but its author has looked at. */
  isUnpatrolled: boolean
}

export const EVERY_CHANGE: ChangeFilter = {
  athlete: null,
  competition: null,
  editor: null,
  source: null,
  kind: null,
  thing: null,
  day: null,
  isUnpatrolled: false,
}

const isThing = (name: string): name is ChangedThing => Object.hasOwn(CHANGED_THINGS, name)

/** The filter in a query; unknown values are left out. @param today ISO day: nothing has been changed after it. */
export function parseChangeFilter(query: Query, today: string): ChangeFilter {
  const kind = parameter(query, 'kind')
  const thing = parameter(query, 'thing')
  const day = parameter(query, 'day')
  return {
    athlete: slugIn(query, 'athlete'),
    competition: slugIn(query, 'competition'),
    editor: slugIn(query, 'editor'),
    source: slugIn(query, 'source'),
    kind: CHANGE_KINDS.find(([slug]) => slug === kind)?.[1] ?? null,
    thing: thing && isThing(thing) ? thing : null,
    day: day && isDay(day) && day <= today ? day : null,
    isUnpatrolled: parameter(query, 'patrolled') === 'no',
  }
}

/** The number of the change before which a page begins; null for the newest. */
export function parseBefore(query: Query): number | null {
  const before = parameter(query, 'before')
  return before && /^[1-9]\d{0,8}$/.test(before) ? Number(before) : null
}

export function changesAddress(filter: ChangeFilter, before: number | null = null): string {
  const { athlete, competition, editor, source, thing, day } = filter
  const kind = CHANGE_KINDS.find(([, known]) => known === filter.kind)?.[0]
  const patrolled = filter.isUnpatrolled ? 'no' : null
  return pageAddress('/changes', { athlete, competition, editor, source, kind, thing, day, patrolled, before })
}

/** Whether the list is narrowed at all. */
export function isFiltered(filter: ChangeFilter): boolean {
  return changesAddress(filter) !== '/changes'
}

function slugIn(query: Query, name: string): string | null {
  const text = parameter(query, name)
  return text && /^[\w-]{1,120}$/.test(text) ? text : null
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
