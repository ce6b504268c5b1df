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
  /** What the row is about: "Marathon, Fukuoka Marathon 2014". */
  subject: string
  /** `counted`: only its version went on, with what belongs to it. */
  kind: 'added' | 'changed' | 'counted' | 'withdrawn' | 'restored'
  fields: FieldChange[]
}

/** Changes of one change set are counted so far: an import holds hundreds of thousands. */
export const MOST_COUNTED = 10_000

export interface HistoryEntry {
  /** The change set's number. */
  id: number
  kind: 'SEED' | 'EDIT' | 'RESTORE' | 'IMPORT'
  /** ISO instant. */
  at: string
  author: string
  reason: string
  source: Source | null
  athletes: { slug: string; name: string }[]
  /** How many changes it holds, counted to MOST_COUNTED; `changes` may be cut to the first of them. */
  changeCount: number
  changes: Change[]
}

// What a reader of the history does not ask about: keys, counters, and what the kind of change says already.
const SILENT = new Set(['id', 'version', 'withdrawn'])
const isKey = (field: string) => /Id$/.test(field)

/** Whether a row appeared, went, came back or was changed, or only counted on. */
export function changeKind(before: Row | null, after: Row | null): Change['kind'] {
  if (before === null) return 'added'
  if (!before.withdrawn && after?.withdrawn) return 'withdrawn'
  if (before.withdrawn && !after?.withdrawn) return 'restored'
  const isChanged = ([field, value]: [string, unknown]) => field !== 'version' && shown(value) !== shown(before[field])
  return Object.entries(after ?? {}).some(isChanged) ? 'changed' : 'counted'
}

/** The fields that differ, in the row's own order; of a new row, those that hold something. */
export function fieldChanges(before: Row | null, after: Row | null): FieldChange[] {
  const fields = Object.keys({ ...before, ...after }).filter((field) => !SILENT.has(field) && !isKey(field))
  return fields.flatMap((field) => {
    const change = { field, before: shown(before?.[field]), after: shown(after?.[field]) }
    return change.before === change.after ? [] : [change]
  })
}

/** A field of a row at three moments. */
export interface FieldState {
  field: string
  before: string | null
  after: string | null
  now: string | null
}

/**
 * A row before a change, after it and as it stands now, in the row's own order. Keys are told only where they moved (a
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

function shown(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value)) return value.length === 0 ? null : value.join(', ')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}
