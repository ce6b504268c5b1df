/**
 * Revisions made readable: which fields a change touched, from what to what.
 */
import type { Source } from './source'

export type Row = Record<string, unknown>

export interface FieldChange {
  field: string
  before: string | null
  after: string | null
}

export interface Change {
  revisionId: number
  /** The table: results, places, citations … */
  entity: string
  entityId: string
  resultId: string | null
  /** Whether the result that it is about stands in the record, and is to be seen there. */
  isResultShown: boolean
  /** What the row is about: "Marathon, Fukuoka Marathon 2014". */
  subject: string
  /** `counted`: only its version changed, because a part of it did. */
  kind: 'added' | 'changed' | 'counted' | 'withdrawn' | 'restored'
  /** The row as the change left it. */
  row: Row
  /** The row before it; null where there was none. */
  former: Row | null
  fields: FieldChange[]
}

/** Changes of one change set are counted up to this number: an import has hundreds of thousands. */
export const MOST_COUNTED = 10_000

export interface HistoryEntry {
  /** The change set's number. */
  id: number
  kind: 'SEED' | 'EDIT' | 'RESTORE' | 'IMPORT'
  /** ISO instant. */
  at: string
  author: string
  /** The account: null for the first record. */
  authorId: string | null
  /** Who approved it, where its author may not publish. */
  reviewer: string | null
  /** Whether the reviewer published something else than what was proposed. */
  isAmended: boolean
  /** Visitors who suggested it, and wish to be named. */
  suggestedBy: string[]
  reason: string
  source: Source | null
  /** The slug is null where nobody has a page under it any more. */
  athletes: { slug: string | null; name: string }[]
  /** The change set that this one undoes, whole or in part. */
  undoes: number | null
  /** The change sets that undid this one; `isWhole` where nothing of it is left to undo. */
  undone: { by: number[]; isWhole: boolean } | null
  /** The number of changes, counted up to MOST_COUNTED; `changes` may contain only the first of them. */
  changeCount: number
  changes: Change[]
}

// Left out of the history's wording: keys, counters, and what the kind of change says already.
const SILENT = new Set(['id', 'version', 'withdrawn', 'slug', 'addedAt'])
const isKey = (field: string) => /Id$/.test(field)

/** Whether a row was added, withdrawn, restored or changed, or only its version was. */
export function changeKind(before: Row | null, after: Row | null): Change['kind'] {
  if (before === null) return 'added'
  if (!before.withdrawn && after?.withdrawn) return 'withdrawn'
  if (before.withdrawn && !after?.withdrawn) return 'restored'
  const isChanged = ([field, value]: [string, unknown]) => field !== 'version' && shown(value) !== shown(before[field])
  return Object.entries(after ?? {}).some(isChanged) ? 'changed' : 'counted'
}

/** The fields that differ, in the row's own order; of a new row, those that are not empty. */
export function fieldChanges(before: Row | null, after: Row | null): FieldChange[] {
  const fields = Object.keys({ ...before, ...after }).filter((field) => !SILENT.has(field) && !isKey(field))
  return fields.flatMap((field) => {
    const change = { field, before: shown(before?.[field]), after: shown(after?.[field]) }
    return change.before === change.after ? [] : [change]
  })
}

/** A field of a row at three points in time. */
export interface FieldState {
  field: string
  before: string | null
  after: string | null
  now: string | null
}

/**
 * A row before a change, after it and now, in the row's own order. Keys are listed only where they changed (a
 * result to another race), and `withdrawn` only where it did.
 */
export function fieldStates(before: Row | null, after: Row | null, now: Row | null): FieldState[] {
  const fields = Object.keys({ ...before, ...after, ...now }).filter((field) => field !== 'id' && field !== 'version')
  return fields.flatMap((field) => {
    const state = { field, before: shown(before?.[field]), after: shown(after?.[field]), now: shown(now?.[field]) }
    const values = new Set([...(before ? [state.before] : []), state.after, state.now])
    const isQuiet = isKey(field) || SILENT.has(field)
    const isEmpty = values.size === 1 && values.has(null)
    return isEmpty || (isQuiet && values.size === 1) ? [] : [state]
  })
}

/** A value as text; null where there is none. */
export function shown(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value)) return value.length === 0 ? null : value.join(', ')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}
