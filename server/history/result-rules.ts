/** The rules of a result's form, for results that were written without it. */
import type { FieldErrors } from '@/lib/form/field-errors'
import { resultTitle } from '@/lib/record/cited-thing'
import { agreeIn, changedColumns, isPresent } from '@/lib/record/figures'
import { checkDraft } from '@/lib/record/result-check'
import { draftOf } from '@/lib/record/result-draft'
import type { Db } from '@/prisma/client'
import { resultRows, toResult } from '../athletes/record-rows'
import { findRows, rowsAt } from './figure-states'

const SECOND = 'This athlete has another result in that race.'

export interface BrokenRules {
  title: string
  errors: FieldErrors
}

/** The rules that each of these results breaks, as far as it is in the record. */
export async function findBrokenRules(db: Db, ids: readonly string[]): Promise<Map<string, BrokenRules>> {
  const rows = await db.result.findMany({ where: { id: { in: [...ids] }, withdrawn: false }, ...resultRows })
  const seconds = new Set((await findSeconds(db, ids)).map(({ id }) => id))
  const broken = rows.map((row): [string, BrokenRules] => {
    const result = toResult(row)
    const checked = checkDraft(draftOf(result))
    const errors = { ...(checked.ok ? {} : checked.errors), ...(seconds.has(row.id) ? { competition: SECOND } : {}) }
    return [row.id, { title: resultTitle(result), errors }]
  })
  return new Map(broken.filter(([, { errors }]) => Object.keys(errors).length > 0))
}

/**
 * Whether a result stands as it stood just after a revision, with its places and records, and beside the same results of
 * its athlete in the race: then a rule that it breaks is none that putting it back has broken.
 */
export async function stoodSo(db: Db, id: string, revision: number): Promise<boolean> {
  const parts = await db.$queryRaw<{ entity: string; id: string }[]>`
    SELECT 'places' AS entity, id FROM places WHERE "resultId" = ${id}
    UNION ALL SELECT 'record_claims', id FROM record_claims WHERE "resultId" = ${id}
    UNION ALL SELECT 'results', ${id}`
  const now = await findRows(db, parts)
  const then = await rowsAt(db, now, revision)
  const isSame = [...now].every(([key, row]) => {
    const former = then.get(key) ?? null
    return isPresent(row) === isPresent(former) && (!isPresent(row) || changedColumns(row, former).length === 0)
  })
  if (!isSame) return false
  const seconds = await findRows(
    db,
    (await findSeconds(db, [id])).map(({ other }) => ({ entity: 'results', id: other })),
  )
  const formerly = await rowsAt(db, seconds, revision)
  return [...seconds].every(([key, row]) => {
    const former = formerly.get(key) ?? null
    return isPresent(former) && agreeIn('raceId', row, former) && agreeIn('athleteId', row, former)
  })
}

/** The other results of the same athletes in the races of these. */
async function findSeconds(db: Db, ids: readonly string[]): Promise<{ id: string; other: string }[]> {
  return db.$queryRaw`
    SELECT r.id, other.id AS other FROM results r
    JOIN results other ON other."raceId" = r."raceId" AND other."athleteId" = r."athleteId" AND other.id <> r.id
    WHERE r.id = ANY (${[...ids]}::text[]) AND NOT r.withdrawn AND NOT other.withdrawn`
}
