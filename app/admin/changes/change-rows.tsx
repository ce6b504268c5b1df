import { HistoryItem } from '@/components/history/entry'
import type { HistoryEntry } from '@/lib/record/history'

/** Results first, and what belongs to them; what cites them last. */
const ORDER = ['results', 'places', 'record_claims', 'competitions', 'events', 'races', 'sources']

/** A change set with every row it touched; each leads to its states, and to restoring one. */
export function ChangeRows({ entry }: { entry: HistoryEntry }) {
  const weight = (entity: string) => (ORDER.includes(entity) ? ORDER.indexOf(entity) : ORDER.length)
  const changes = entry.changes.toSorted((a, b) => weight(a.entity) - weight(b.entity))
  return <HistoryItem entry={{ ...entry, changes }} desk changeHref={(change) => `/admin/changes/${change}`} />
}
