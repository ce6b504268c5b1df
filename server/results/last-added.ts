import 'server-only'
import type { Draft } from '@/lib/record/merge'
import { draftOf } from '@/lib/record/result-draft'
import { RACE_FIELDS } from '@/lib/record/result-fields'
import { type SourceChoice, sourceChoice } from '@/lib/record/source-choice'
import type { Db } from '@/prisma/client'
import { toSource } from '../athletes/record-rows'
import { findResult } from './results'

/** What adding one result leaves in the form for the next: the race, for which country and club, and the source. */
export interface LastAdded {
  resultId: string
  /** Whether it was this athlete's, alone or in a team. */
  isTheirs: boolean
  draft: Draft
  evidence: { reason: string; locator: string }
  source: SourceChoice | null
}

/** The fields that stay as they were; what was done in the race, and when, is different every time. */
const KEPT_FIELDS = [...RACE_FIELDS, 'countryCode', 'club']

/** Null where the change set added no result. Of somebody else's, the race and the source are kept alone. */
export async function findLastAdded(db: Db, changeSetId: number, athleteId: string): Promise<LastAdded | null> {
  const set = await db.changeSet.findUnique({
    where: { id: changeSetId, kind: 'EDIT' },
    include: { source: true, revisions: { where: { version: 1 }, orderBy: { id: 'asc' } } },
  })
  const added = set?.revisions.find(({ entity }) => entity === 'results')
  const found = added && (await findResult(db, added.entityId))
  if (!set || !found) return null
  const { result } = found
  const isTheirs = [result.athleteId, ...result.members.map((member) => member.athleteId)].includes(athleteId)
  const kept = isTheirs ? KEPT_FIELDS : RACE_FIELDS
  const draft = Object.entries(draftOf(result)).filter(([field]) => kept.includes(field))
  const cited = set.revisions.find(({ entity }) => entity === 'citations')?.after
  const locator = typeof cited === 'object' && cited !== null && 'locator' in cited ? String(cited.locator) : ''
  return {
    resultId: result.id,
    isTheirs,
    draft: Object.fromEntries(draft),
    evidence: { reason: set.reason, locator },
    source: set.source && sourceChoice(toSource(set.source)),
  }
}
