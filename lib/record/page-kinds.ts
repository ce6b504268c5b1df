/** Things of the record that can be watched or protected, by the name of their kind in an address. */

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

export const WATCHED_KINDS = ['athlete', 'competition'] as const satisfies readonly PageKind[]
export type WatchedKind = (typeof WATCHED_KINDS)[number]

export function isPageKind(text: string): text is PageKind {
  return Object.hasOwn(PAGE_KINDS, text)
}

export function isWatchedKind(text: string): text is WatchedKind {
  return WATCHED_KINDS.some((kind) => kind === text)
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
