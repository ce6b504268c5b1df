import 'server-only'
import type { EvidenceRead } from '@/lib/record/evidence'
import type { Db } from '@/prisma/client'
import { isSource } from './source-choice'

/** Sees that the record has the source on which a change is based. */
export async function checkEvidence(db: Db, read: EvidenceRead): Promise<EvidenceRead> {
  if (!read.ok || !('slug' in read.evidence.source)) return read
  const isKnown = await isSource(db, read.evidence.source.slug)
  return isKnown ? read : { ok: false, errors: { source: 'This source is not in the record.' } }
}
