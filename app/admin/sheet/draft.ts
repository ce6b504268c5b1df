/** Sheets that were typed and not published yet, kept in the browser. */
import type { Typed } from '@/lib/form/typed'

export interface Draft {
  /** The same through all corrections of a sheet, so that publishing it ends them all. */
  id: string
  at: string
  typed: Typed
}

const PREFIX = 'palmares-sheet:'

export function readDraft(key: string): Draft | null {
  return attempt(() => parsed(localStorage.getItem(PREFIX + key)))
}

export function writeDraft(key: string, draft: Draft): void {
  attempt(() => localStorage.setItem(PREFIX + key, JSON.stringify(draft)))
}

export function dropDraft(key: string): void {
  attempt(() => localStorage.removeItem(PREFIX + key))
}

/** Drops every draft of a sheet, under whatever keys it was typed. */
export function dropDraftsOf(id: string): void {
  attempt(() => {
    for (const key of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX)))
      if (parsed(localStorage.getItem(key))?.id === id) localStorage.removeItem(key)
  })
}

function parsed(text: string | null): Draft | null {
  const found = text === null ? null : (JSON.parse(text) as Partial<Draft>)
  return found?.id && found.at && found.typed ? (found as Draft) : null
}

/** A browser may forbid its storage, or have no room left in it: the sheet works without. */
function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
