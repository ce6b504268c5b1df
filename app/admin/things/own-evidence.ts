import 'server-only'
import { readReason } from '@/lib/record/evidence'
import type { Draft } from '@/lib/record/merge'
import { describedSource, SOURCE } from '@/lib/record/things/source'
import { readThing } from '@/lib/record/things/thing'
import type { CheckedEvidence } from '@/server/sources/evidence'
import { findThing } from '@/server/things/desk'

/** What a source is called stands in itself: its own form asks for a reason alone. `id` is null for a new one. */
export async function ownEvidence(id: string | null, draft: Draft, form: FormData): Promise<CheckedEvidence> {
  const { reason, errors } = readReason(form)
  const nothing = { typed: {}, candidates: [] }
  if (errors) return { ok: false, errors, ...nothing }
  const slug = id === null ? null : (await findThing('source', id))?.row.slug
  const read = readThing(SOURCE, draft)
  // What is wrong with a new one is said by the check of its fields.
  if (!slug && !read.ok) return { ok: false, errors: {}, ...nothing }
  const source = slug ? { slug: String(slug) } : describedSource(read.values)
  return { ok: true, evidence: { reason, locator: 'The source itself', source }, ...nothing }
}
