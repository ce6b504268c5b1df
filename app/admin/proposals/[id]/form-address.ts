import type { Change } from '@/lib/record/history'
import type { ProposalEntry } from '@/lib/record/proposal'
import type { Thing } from '@/lib/record/things/thing'
import { THINGS } from '@/lib/record/things/things'

/**
 * The form in which something is proposed anew: that of the first thing it was about, or where a new one is added.
 *
 * @param as "drafted" where the forms show a draft that has what is new.
 */
export function formAddress(
  { changes, athletes }: Pick<ProposalEntry, 'changes' | 'athletes'>,
  as: 'published' | 'drafted' = 'published',
): string {
  const isNew = (id: string) =>
    as === 'published' && changes.some(({ entityId, kind }) => entityId === id && kind === 'added')
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
  return as === 'drafted' ? '/admin/drafts' : '/admin/proposals'
}

/** How many forms are offered. */
const MOST_FORMS = 20

/** The forms of all that a draft is about, each of which shows what the draft says. */
export function formsOf({ changes }: { changes: readonly Change[] }): { href: string; words: string }[] {
  const forms = new Map<string, string>()
  for (const { entity, entityId, resultId, subject, kind, row } of changes) {
    if (kind === 'withdrawn' || kind === 'counted') continue
    if (resultId !== null) forms.set(`/admin/results/${resultId}`, subject || 'A new result')
    const [thing] = Object.entries<Thing>(THINGS).find(([, { table }]) => table === entity) ?? []
    if (thing) forms.set(`/admin/things/${thing}/${entityId}`, subject || String(row.displayName ?? row.name ?? thing))
    if (typeof row.slug === 'string' && entity === 'athletes' && kind === 'added') {
      forms.set(`/admin/results/new?athlete=${row.slug}`, `Add a result of ${row.displayName}`)
    }
  }
  return [...forms].slice(0, MOST_FORMS).map(([href, words]) => ({ href, words }))
}
