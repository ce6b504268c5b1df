/** Where what a change touched is edited further. */
import type { HistoryEntry } from './history'
import { isThingKind, THINGS } from './things/things'

/** How many forms are offered; an import has touched thousands of things. */
const MOST_FORMS = 3

/** The forms of what a change touched, results first. */
export function editingOf({ changes }: Pick<HistoryEntry, 'changes'>): { href: string; words: string }[] {
  const forms = new Map<string, string>()
  for (const { resultId, isResultShown, subject } of changes) {
    if (resultId !== null && isResultShown) forms.set(`/admin/results/${resultId}`, subject)
  }
  for (const { entity, entityId, kind, subject } of changes) {
    const [thing] = Object.entries(THINGS).find(([, { table }]) => table === entity) ?? []
    if (thing === undefined || !isThingKind(thing) || kind === 'withdrawn' || kind === 'counted') continue
    forms.set(`/admin/things/${thing}/${entityId}`, subject)
  }
  return [...forms].slice(0, MOST_FORMS).map(([href, subject]) => ({ href, words: `Edit further: ${subject}` }))
}
