import { assertionsOf } from '@/lib/record/assertions'
import type { Evidence } from '@/lib/record/evidence'
import type { Draft } from '@/lib/record/merge'
import { PLACE_FIELDS, RECORD_FIELDS } from '@/lib/record/result-fields'
import type { Citation } from '@/lib/record/source'
import { isMemberField, memberNamed } from '@/lib/record/team'
import { type DisciplineSlug, isDisciplineSlug } from '@/lib/sport/disciplines'
import type { Db, Prisma } from '@/prisma/client'
import { toSource } from '../athletes/record-rows'
import type { Change } from '../history/change'

/** What a citation points at: a row, by the column that names it. */
export type CitationTarget = Pick<
  Prisma.CitationUncheckedCreateInput,
  'athleteId' | 'nameVariantId' | 'affiliationId' | 'resultId' | 'placeId' | 'recordClaimId' | 'competitionId'
>

/** A field as it stands after a change. */
export interface CitedValue {
  target: CitationTarget
  field: string
  /** As a form writes it; null where the field is empty now. */
  asserts: string | null
  discipline: DisciplineSlug | null
}

/** Cites the source of a change for each field of a result that was changed. */
export async function citeResult(
  context: Change,
  evidence: Pick<Evidence, 'reason' | 'locator'>,
  resultId: string,
  { after, changed }: { after: Draft; changed: readonly string[] },
): Promise<void> {
  const discipline = after.discipline && isDisciplineSlug(after.discipline) ? after.discipline : null
  for (const key of changed) {
    const [kind = '', name] = key.split(/:(.*)/)
    const target = await targetOf(context.tx, resultId, kind, name)
    const field = name === undefined || 'resultId' in target ? key : kind
    await citeValue(context, evidence, { target, field, asserts: assertedAs(key, after[key] ?? ''), discipline })
  }
}

/** A record claim is asserted by its code; whose record it is belongs to the claim. Of a member the name is asserted. */
function assertedAs(key: string, value: string): string | null {
  if (value === '') return null
  const [kind, name = ''] = key.split(/:(.*)/)
  if (kind === 'record') return name
  return isMemberField(key) ? (memberNamed(value)?.name ?? value) : value
}

/**
 * Cites the source of a change for one field, and corrects which other sources are followed: one that asserts another
 * value is kept and marked as contradicted, with the reason of the change; one that asserted the new value all along is
 * now accepted. Values are compared by their meaning, so a source with "2014-12" is not contradicted by "2014-12-07".
 * Where the same place in the same source is cited already with another value, that was a misreading, and the citation
 * is corrected.
 */
export async function citeValue(
  { tx, sourceId }: Change,
  { reason, locator }: Pick<Evidence, 'reason' | 'locator'>,
  { target, field, asserts, discipline }: CitedValue,
): Promise<void> {
  const rows = await tx.citation.findMany({ where: { ...target, field, withdrawn: false }, include: { source: true } })
  const citations = rows.map((row) => ({ ...row, source: toSource(row.source) }))
  const same = citations.find((citation) => citation.source.id === sourceId && citation.locator === locator)
  const others = citations.filter((citation) => citation !== same && citation.asserts !== null)
  const agreeing =
    asserts === null
      ? []
      : assertionsOf(field, asserts, others, discipline).flatMap((group) => (group.accepted ? group.citations : []))
  await judge(tx, others, agreeing, reason)
  if (sourceId === null) return
  if (!same) await tx.citation.create({ data: { ...target, sourceId, locator, field, asserts, reason } })
  else if (same.asserts !== asserts || !same.accepted) {
    await tx.citation.update({ where: { id: same.id }, data: { asserts, accepted: true, rejection: null, reason } })
  }
}

/** Accepts the citations that agree with the new value, and marks those that contradict it. */
async function judge(tx: Db, citations: Citation[], agreeing: Citation[], reason: string): Promise<void> {
  for (const citation of citations) {
    const accepted = agreeing.includes(citation)
    if (accepted === citation.accepted) continue
    await tx.citation.update({
      where: { id: citation.id },
      data: { accepted, rejection: accepted ? null : 'CONTRADICTED', reason },
    })
  }
}

/** A place and a record are cited themselves, even where the row has just been withdrawn; all else is the result's. */
async function targetOf(tx: Db, resultId: string, kind: string, name = ''): Promise<CitationTarget> {
  if (PLACE_FIELDS.some((field) => field === kind)) {
    const place = await tx.place.findFirst({
      where: { resultId, classification: name },
      orderBy: { withdrawn: 'asc' },
      select: { id: true },
    })
    if (place) return { placeId: place.id }
  }
  if (RECORD_FIELDS.some((field) => field === kind)) {
    const record = await tx.recordClaim.findFirst({
      where: { resultId, code: name },
      orderBy: { withdrawn: 'asc' },
      select: { id: true },
    })
    if (record) return { recordClaimId: record.id }
  }
  return { resultId }
}
