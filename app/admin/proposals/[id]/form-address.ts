import type { ProposalEntry } from '@/lib/record/proposal'
import type { Thing } from '@/lib/record/things/thing'
import { THINGS } from '@/lib/record/things/things'

/** The form in which something is proposed anew: that of the first thing it was about, or where a new one is added. */
export function formAddress({ changes, athletes }: Pick<ProposalEntry, 'changes' | 'athletes'>): string {
  const isNew = (id: string) => changes.some(({ entityId, kind }) => entityId === id && kind === 'added')
  const result = changes.find(({ resultId }) => resultId !== null)?.resultId
  if (result) {
    const slug = athletes.find((athlete) => athlete.slug !== null)?.slug
    if (!isNew(result)) return `/admin/results/${result}`
    return `/admin/results/new${slug ? `?athlete=${slug}` : ''}`
  }
  for (const { entity, entityId, row } of changes) {
    const [kind, thing] = Object.entries<Thing>(THINGS).find(([, { table }]) => table === entity) ?? []
    if (!kind) continue
    if (!isNew(entityId)) return `/admin/things/${kind}/${entityId}`
    const owner = thing?.partOf ? String(row[thing.partOf.column] ?? '') : null
    return `/admin/things/${kind}/new${owner === null ? '' : `?of=${encodeURIComponent(owner)}`}`
  }
  return '/admin/proposals'
}
