import 'server-only'
import { checkStatement } from '@/lib/findings/claims'
import type { ClaimKind, Statement } from '@/lib/record/claim'
import type { Draft } from '@/lib/record/merge'
import { CLAIM_THING } from '@/lib/record/things/source'
import { readThing, type Values } from '@/lib/record/things/thing'
import { isDisciplineSlug } from '@/lib/sport/disciplines'
import type { Db } from '@/prisma/client'
import { findAthleteRecord } from '../athletes/athletes'
import { findCompany } from '../findings/findings'
import { findCurrentRow } from '../history/rows'
import { resolveNames } from './references'

/** What the record says of a claim that is being written. */
export interface ClaimCheck {
  words: string
  /** Whether a rule of the findings would notice the claim. */
  isFinding: boolean
}

/**
 * Checks a claim by the rules of the findings, before it is saved; null where its form cannot be read yet.
 *
 * @param id of a claim that is changed; the athlete of a new one is `partOf`, by id.
 */
export async function checkClaim(
  db: Db,
  { id, partOf, draft }: { id: string | null; partOf: string | null; draft: Draft },
): Promise<ClaimCheck | null> {
  const read = readThing(CLAIM_THING, draft)
  if (!read.ok) return null
  const { values, errors } = await resolveNames(db, CLAIM_THING, read.values)
  const athleteId = id === null ? partOf : (await findCurrentRow(db, CLAIM_THING.table, id))?.athleteId
  const athlete = await db.athlete.findUnique({ where: { id: String(athleteId ?? '') }, select: { slug: true } })
  const record = athlete && (await findAthleteRecord(db, athlete.slug))
  if (!record || Object.keys(errors).length > 0) return null
  const claim = statementOf(id ?? 'new', values)
  const company = await findCompany(db, [{ ...record, claims: [claim] }])
  const others = company.filter(({ result }) => result.athleteId !== record.athlete.id)
  return checkStatement(claim, record, { others })
}

/** The description's rules have read every value: each is of its column's type. */
function statementOf(id: string, values: Values): Statement {
  const text = (field: string) => (typeof values[field] === 'string' ? String(values[field]) : null)
  const discipline = text('disciplineSlug')
  return {
    id,
    kind: values.kind as ClaimKind,
    resultId: text('resultId'),
    otherId: text('otherId'),
    seriesSlug: text('seriesSlug'),
    disciplineSlug: discipline !== null && isDisciplineSlug(discipline) ? discipline : null,
    level: text('level') as Statement['level'],
    number: typeof values.number === 'number' ? values.number : null,
    text: text('text'),
    since: text('since'),
    asOf: text('asOf'),
  }
}
