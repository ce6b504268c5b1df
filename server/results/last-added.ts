import 'server-only'
import type { Draft } from '@/lib/record/merge'
import { draftOf } from '@/lib/record/result-draft'
import { RACE_FIELDS } from '@/lib/record/result-fields'
import type { Db } from '@/prisma/client'
import { findResult } from './results'

/** What adding one result leaves in the form for the next: the race, whom it was run for, and what it rests on. */
export interface LastAdded {
  resultId: string
  draft: Draft
  evidence: { reason: string; source: string; locator: string }
}

/** The fields that stay as they were; what was done in the race, and when, is different every time. */
const STAYS = [...RACE_FIELDS, 'countryCode', 'club']

/** Null where the change set added no result, or not one of this athlete. */
export async function findLastAdded(db: Db, changeSetId: number, athleteId: string): Promise<LastAdded | null> {
  const set = await db.changeSet.findUnique({
    where: { id: changeSetId, kind: 'EDIT' },
    include: { source: true, revisions: { where: { athleteId, version: 1 }, orderBy: { id: 'asc' } } },
  })
  const added = set?.revisions.find(({ entity }) => entity === 'results')
  const found = added && (await findResult(db, added.entityId))
  if (!set || !found) return null
  const draft = Object.entries(draftOf(found.result)).filter(([field]) => STAYS.includes(field))
  const cited = set.revisions.find(({ entity }) => entity === 'citations')?.after
  const locator = typeof cited === 'object' && cited !== null && 'locator' in cited ? String(cited.locator) : ''
  return {
    resultId: found.result.id,
    draft: Object.fromEntries(draft),
    evidence: { reason: set.reason, source: set.source?.slug ?? '', locator },
  }
}
