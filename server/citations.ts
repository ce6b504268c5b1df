import type { Draft } from '@/lib/merge'
import type { Evidence } from '@/lib/result-form'
import type { Prisma } from '@/prisma/client'
import type { Change } from './change'

/**
 * Writes down what the source of a change asserts, field by field, and sets right what other sources were accepted
 * for: one that asserts the old value is kept and marked as contradicted, with the reason of the change; one that
 * asserted the new value all along is now accepted.
 */
export async function citeChange(
  { tx, sourceId }: Change,
  { reason, locator }: Pick<Evidence, 'reason' | 'locator'>,
  resultId: string,
  before: Draft,
  after: Draft,
  changed: string[],
): Promise<void> {
  for (const field of changed) {
    const [kind, name] = field.split(/:(.*)/)
    const own = kind === 'place' || kind === 'record' ? kind : field
    const target = await targetOf(tx, resultId, own, name)
    const asserts = after[field] || null
    const others = await tx.citation.findMany({ where: { ...target, field: own, withdrawn: false } })
    for (const other of others) {
      if (other.accepted && other.asserts !== null && other.asserts !== asserts && before[field] !== undefined) {
        await tx.citation.update({
          where: { id: other.id },
          data: { accepted: false, rejection: 'CONTRADICTED', reason },
        })
      }
      if (!other.accepted && other.asserts !== null && other.asserts === asserts) {
        await tx.citation.update({ where: { id: other.id }, data: { accepted: true, rejection: null, reason } })
      }
    }
    if (sourceId === null) continue
    const same = others.find(
      (other) => other.sourceId === sourceId && other.asserts === asserts && other.locator === locator,
    )
    if (!same) {
      await tx.citation.create({ data: { ...target, sourceId, locator, field: own, asserts, reason } })
    }
  }
}

/** A place's or a record's citations hang on that row, even where it has just been withdrawn; the others on the result. */
async function targetOf(
  tx: Change['tx'],
  resultId: string,
  kind: string,
  name = '',
): Promise<Pick<Prisma.CitationUncheckedCreateInput, 'resultId' | 'placeId' | 'recordClaimId'>> {
  if (kind === 'place') {
    const place = await tx.place.findFirst({
      where: { resultId, classification: name },
      orderBy: { withdrawn: 'asc' },
      select: { id: true },
    })
    if (place) return { placeId: place.id }
  }
  if (kind === 'record') {
    const record = await tx.recordClaim.findFirst({
      where: { resultId, code: name },
      orderBy: { withdrawn: 'asc' },
      select: { id: true },
    })
    if (record) return { recordClaimId: record.id }
  }
  return { resultId }
}
