import { assertionsOf } from '@/lib/record/assertions'
import type { Evidence } from '@/lib/record/evidence'
import type { Draft } from '@/lib/record/merge'
import { isDisciplineSlug } from '@/lib/sport/disciplines'
import type { Prisma } from '@/prisma/client'
import { toSource } from '../athletes/record-rows'
import type { Change } from '../history/change'

/**
 * Writes down what the source of a change asserts, field by field, and sets right what other sources were accepted
 * for: one that asserts another value is kept and marked as contradicted, with the reason of the change; one that
 * asserted the new value all along is now accepted. Values are compared as what they are, so a source that says
 * "2014-12" is not contradicted by "2014-12-07". What the same place in the same source was said to assert was read
 * wrongly, and is put right.
 */
export async function citeChange(
  { tx, sourceId }: Change,
  { reason, locator }: Pick<Evidence, 'reason' | 'locator'>,
  resultId: string,
  after: Draft,
  changed: string[],
): Promise<void> {
  const discipline = after.discipline && isDisciplineSlug(after.discipline) ? after.discipline : null
  for (const changedField of changed) {
    const [kind = '', name] = changedField.split(/:(.*)/)
    const field = name === undefined ? changedField : kind
    const target = await targetOf(tx, resultId, kind, name)
    // A record claim is asserted by its code; whose record it is belongs to the claim.
    const asserts = (kind === 'record' && after[changedField] ? name : after[changedField]) || null
    const rows = await tx.citation.findMany({
      where: { ...target, field, withdrawn: false },
      include: { source: true },
    })
    const citations = rows.map((row) => ({ ...row, source: toSource(row.source) }))
    const same = citations.find((citation) => citation.source.id === sourceId && citation.locator === locator)
    const others = citations.filter((citation) => citation !== same && citation.asserts !== null)
    const agreeing =
      asserts === null
        ? []
        : assertionsOf(field, asserts, others, discipline).flatMap((group) => (group.accepted ? group.citations : []))
    for (const other of others) {
      const agrees = agreeing.includes(other)
      if (agrees === other.accepted) continue
      await tx.citation.update({
        where: { id: other.id },
        data: { accepted: agrees, rejection: agrees ? null : 'CONTRADICTED', reason },
      })
    }
    if (sourceId === null) continue
    if (!same) await tx.citation.create({ data: { ...target, sourceId, locator, field, asserts, reason } })
    else if (same.asserts !== asserts || !same.accepted) {
      await tx.citation.update({ where: { id: same.id }, data: { asserts, accepted: true, rejection: null, reason } })
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
