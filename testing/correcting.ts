/** Corrections of the first record's results, for database tests. */
import type { Draft } from '@/lib/record/merge'
import { draftOf } from '@/lib/record/result-draft'
import type { Client } from '@/prisma/client'
import type { Author } from '@/server/accounts/editor'
import { findAthleteRecord } from '@/server/athletes/athletes'
import { findResult, saveResult } from '@/server/results/results'
import { EVIDENCE, SER_OD } from './record'
import { saved } from './undoing'

/** The id of the result of Ser-Od Bat-Ochir at a competition. */
export async function resultAt(db: Client, competition: string): Promise<string> {
  const found = await findAthleteRecord(db, SER_OD)
  const result = found?.results.find((result) => result.competition.slug === competition)
  if (!result) throw new Error(`There is no result at ${competition}.`)
  return result.id
}

/** Changes fields of that result by its form. @returns the number of the change, or of the proposal. */
export async function correctAt(
  db: Client,
  author: Author,
  competition: string,
  edits: Draft,
  evidence = EVIDENCE,
): Promise<number> {
  const id = await resultAt(db, competition)
  const found = await findResult(db, id)
  if (!found) throw new Error('It is gone.')
  const base = { draft: draftOf(found.result), version: found.result.version }
  return saved(await saveResult(db, author, { id, base, draft: { ...base.draft, ...edits } }, evidence))
}
