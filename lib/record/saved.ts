/** What a save leads to: the public page and the place in it that show what was changed, or none. */

import type { Change, HistoryEntry } from './history'

export interface Saved {
  entry: HistoryEntry
  /** The result that the change is about, where it is about one. */
  resultId: string | null
  athlete: { slug: string; name: string } | null
  /** Address of the public page, with the place in it; null where what was saved is no longer public. */
  shownAt: string | null
  /** Whether it is about several things, so that no single place shows it. */
  isOfMany: boolean
}

/** The changes that say what was done: only a version was counted up by the others. */
export function changesSaid({ changes }: Pick<HistoryEntry, 'changes'>): Change[] {
  return changes.filter(({ kind }) => kind !== 'counted')
}

/** Whether several results, or several things that are no part of a result, were changed. */
export function isOfMany(entry: Pick<HistoryEntry, 'changes'>): boolean {
  const changes = changesSaid(entry)
  const results = new Set(changes.flatMap(({ resultId }) => resultId ?? []))
  if (results.size > 0) return results.size > 1
  const things = changes.filter(({ entity }) => entity !== 'citations' && entity !== 'sources')
  return new Set(things.map(({ entityId }) => entityId)).size > 1
}
