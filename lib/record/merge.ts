/**
 * Three-way merge by field, for two people who edited the same thing: what only one of them touched is taken, what
 * both changed differently is a clash and is asked about.
 */

/** A form's values by field; a field that is absent counts as empty. */
export type Draft = Record<string, string>

export interface Clash {
  field: string
  base: string
  theirs: string
  mine: string
}

export interface Merge {
  /** The three in one; on a clash, mine. */
  merged: Draft
  clashes: Clash[]
  /** The fields in which their change was taken over. */
  taken: string[]
}

export function merge(base: Draft, theirs: Draft, mine: Draft): Merge {
  const merged: Draft = {}
  const clashes: Clash[] = []
  const taken: string[] = []
  for (const field of new Set([...Object.keys(theirs), ...Object.keys(mine), ...Object.keys(base)])) {
    const versions = { base: base[field] ?? '', theirs: theirs[field] ?? '', mine: mine[field] ?? '' }
    const iChanged = versions.mine !== versions.base
    const theyChanged = versions.theirs !== versions.base
    if (theyChanged && !iChanged) taken.push(field)
    if (theyChanged && iChanged && versions.mine !== versions.theirs) clashes.push({ field, ...versions })
    merged[field] = iChanged ? versions.mine : versions.theirs
  }
  return { merged, clashes, taken }
}

/** The fields in which two drafts differ. */
export function changedFields(before: Draft, after: Draft): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (field) => (before[field] ?? '') !== (after[field] ?? ''),
  )
}
