/** Things of the record that can be protected or watched, by the name of their kind in an address. */

import { figureOf, ITSELF } from './figures'
import { OWN_FORMS, THINGS } from './things/things'

export const PAGE_KINDS = {
  athlete: { table: 'athletes', name: 'Athlete' },
  competition: { table: 'competitions', name: 'Competition' },
  result: { table: 'results', name: 'Result' },
  series: { table: 'series', name: 'Series' },
  source: { table: 'sources', name: 'Source' },
} as const

export type PageKind = keyof typeof PAGE_KINDS
export type PageTable = (typeof PAGE_KINDS)[PageKind]['table']

/** Things that can be watched, by their tables. */
export const WATCHED_KINDS = { athlete: 'athletes', competition: 'competitions', event: 'events' } as const
export type WatchedKind = keyof typeof WATCHED_KINDS

export function isPageKind(text: string): text is PageKind {
  return Object.hasOwn(PAGE_KINDS, text)
}

export function isWatchedKind(text: string): text is WatchedKind {
  return Object.hasOwn(WATCHED_KINDS, text)
}

/** The kind of the watched things that are rows of a table; null where there is none. */
export function watchedKindOf(table: string): WatchedKind | null {
  const [kind] = Object.entries(WATCHED_KINDS).find(([, of]) => of === table) ?? []
  return kind !== undefined && isWatchedKind(kind) ? kind : null
}

/** The kind of page that shows the rows of a table; null where that is no page of its own. */
export function kindOfTable(table: string): PageKind | null {
  const [kind] = Object.entries(PAGE_KINDS).find(([, page]) => page.table === table) ?? []
  return kind !== undefined && isPageKind(kind) ? kind : null
}

/** The figures of a thing, each of which can be protected by itself: "mark", "birthDate", and ITSELF for its presence. */
export function figuresOf(kind: PageKind): string[] {
  const { table } = PAGE_KINDS[kind]
  const columns = kind === 'result' ? Object.keys(OWN_FORMS.results ?? {}) : Object.keys(THINGS[kind].fields)
  return [...new Set(columns.map((column) => figureOf(table, column))), ITSELF]
}
