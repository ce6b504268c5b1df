import 'server-only'
import { cache } from 'react'
import type { FieldErrors } from '@/lib/form/field-errors'
import type { NewCompetition } from '@/lib/record/competition-form'
import type { Evidence } from '@/lib/record/evidence'
import { changedFields, type Draft, merge } from '@/lib/record/merge'
import type { Result } from '@/lib/record/result'
import { checkDraft } from '@/lib/record/result-check'
import { draftOf, draftOfInput, writtenFields } from '@/lib/record/result-draft'
import { RACE_FIELDS, type ResultInput } from '@/lib/record/result-fields'
import type { Client, Db, Prisma } from '@/prisma/client'
import type { Editor } from '../accounts/editor'
import { resultRows, toResult } from '../athletes/record-rows'
import { makeCompetition } from '../competitions/competition-choice'
import { db } from '../db'
import { AbortChange, type Change, change } from '../history/change'
import { insertMany, touch } from '../history/rows'
import { citeResult } from '../sources/citations'

/** A result, withdrawn or not, and its athlete; null where there is none. */
export async function findResult(
  db: Db,
  id: string,
): Promise<{ result: Result; withdrawn: boolean; athlete: { slug: string; displayName: string } | null } | null> {
  const row = await db.result.findUnique({
    where: { id },
    include: { ...resultRows.include, athlete: { select: { slug: true, displayName: true } } },
  })
  return row && { result: toResult(row), withdrawn: row.withdrawn, athlete: row.athlete }
}

export type SaveOutcome =
  | { saved: true; resultId: string; changeSetId: number }
  | { saved: false; errors: FieldErrors }
  /** A colleague saved in between and both changed a field: base, theirs and mine, for the editor to choose from. */
  | { saved: false; clash: { theirs: Draft; version: number; merge: ReturnType<typeof merge> } }

/** A result's form as it is saved. */
interface TypedResult {
  draft: Draft
  /** A competition to create for it, as part of the same change; the draft's own is then not read. */
  newCompetition?: NewCompetition | null
}

export interface Correction extends TypedResult {
  id: string
  /** The form's values when it was opened, and the result's version then. */
  base: { draft: Draft; version: number }
}

export interface NewResult extends TypedResult {
  athleteId: string
}

/**
 * Saves a correction: the row, the citations of what changed, and (by the database) the revisions, in one transaction.
 * If the result was saved since the form was opened, what does not clash is merged.
 */
export async function saveResult(
  db: Client,
  editor: Editor,
  { id, base, draft, newCompetition = null }: Correction,
  evidence: Evidence,
): Promise<SaveOutcome> {
  return change<SaveOutcome, SaveOutcome>(db, editor, { kind: 'EDIT', ...evidence }, async (context) => {
    const { tx } = context
    await tx.$queryRaw`SELECT id FROM results WHERE id = ${id} FOR UPDATE`
    const current = await findResult(tx, id)
    if (!current || current.withdrawn) {
      throw refused({ form: 'This result has been withdrawn since you opened it. Its history can restore it.' })
    }
    const theirs = draftOf(current.result)
    const mine = newCompetition
      ? { ...draft, competition: await makeCompetition(context, newCompetition, evidence) }
      : draft
    const merged = merge(current.result.version === base.version ? theirs : base.draft, theirs, mine)
    if (merged.clashes.length > 0) {
      throw new AbortChange<SaveOutcome>({
        saved: false,
        clash: { theirs, version: current.result.version, merge: merged },
      })
    }
    const { after, changed } = await reviseResult(context, current.result, merged.merged)
    if (changed.length === 0) throw refused({ form: 'Nothing was changed.' })
    await citeResult(context, evidence, id, { after, changed })
    return { saved: true, resultId: id, changeSetId: context.id }
  })
}

/**
 * Writes what a draft changes of a result, inside a change that is under way. The citations are the caller's to write.
 *
 * @returns the result's fields afterwards, and which of them were written.
 * @throws an AbortChange with the errors by field, where the draft breaks a rule.
 */
export async function reviseResult(
  context: Change,
  current: Result,
  draft: Draft,
): Promise<{ after: Draft; changed: string[] }> {
  const checked = checkDraft(draft)
  if (!checked.ok) throw refused(checked.errors)
  const changed = writtenFields(draftOf(current), draft, checked.input)
  if (changed.length > 0) await writeResult(context, current, checked.input, changed)
  return { after: draftOfInput(checked.input), changed }
}

/** Adds a result to an athlete's record, with a citation for each field that it states. */
export async function addResult(
  db: Client,
  editor: Editor,
  { athleteId, draft, newCompetition = null }: NewResult,
  evidence: Evidence,
): Promise<SaveOutcome> {
  return change<SaveOutcome, SaveOutcome>(db, editor, { kind: 'EDIT', ...evidence }, async (context) => {
    const competition = newCompetition
      ? await makeCompetition(context, newCompetition, evidence)
      : (draft.competition ?? '')
    return insertResult(context, athleteId, { ...draft, competition }, evidence)
  })
}

/** The same inside a change that is under way (one that has just created the competition, say). */
export async function insertResult(
  context: Change,
  athleteId: string,
  draft: Draft,
  evidence: Evidence,
): Promise<SaveOutcome> {
  const checked = checkDraft(draft)
  if (!checked.ok) throw refused(checked.errors)
  const { input } = checked
  const raceId = await findOrCreateRace(context.tx, input)
  await refuseSecondResult(context.tx, raceId, athleteId, null)
  const { id } = await context.tx.result.create({ data: { raceId, athleteId, ...columnsOf(input) } })
  const { places, records } = input
  await insertMany(
    context,
    'places',
    places.map((place) => ({ resultId: id, ...place })),
  )
  await insertMany(
    context,
    'record_claims',
    records.map((record) => ({ resultId: id, ...record })),
  )
  const values = draftOfInput(input)
  const stated = changedFields({}, values).filter((field) => !RACE_FIELDS.includes(field))
  await citeResult(context, evidence, id, { after: values, changed: stated.length > 0 ? stated : ['competition'] })
  return { saved: true, resultId: id, changeSetId: context.id }
}

/** Takes a result out of the record; the history keeps it, and can restore it. */
export async function withdrawResult(db: Client, editor: Editor, id: string, evidence: Evidence): Promise<SaveOutcome> {
  return change<SaveOutcome, SaveOutcome>(
    db,
    editor,
    { kind: 'EDIT', ...evidence },
    async ({ tx, id: changeSetId }) => {
      const { count } = await tx.result.updateMany({ where: { id, withdrawn: false }, data: { withdrawn: true } })
      if (count === 0) throw refused({ form: 'This result has been withdrawn already.' })
      return { saved: true, resultId: id, changeSetId }
    },
  )
}

function refused(errors: FieldErrors): AbortChange<SaveOutcome> {
  return new AbortChange<SaveOutcome>({ saved: false, errors })
}

/**
 * Nobody runs a race twice. The athlete's row is locked first, so that of two editors who add the same result at once
 * the second is refused.
 */
async function refuseSecondResult(tx: Db, raceId: string, athleteId: string, resultId: string | null): Promise<void> {
  await tx.$queryRaw`SELECT id FROM athletes WHERE id = ${athleteId} FOR UPDATE`
  const second = await tx.result.findFirst({
    where: { raceId, athleteId, withdrawn: false, id: { not: resultId ?? undefined } },
  })
  if (second)
    throw refused({ competition: 'This athlete has a result in that race already: correct that one instead.' })
}

function columnsOf(input: ResultInput) {
  const { mark, value, precision, timing, status, wind, date, countryCode, club, flags, qualification, note } = input
  return { mark, value, precision, timing, status, wind, date, countryCode, club, flags, qualification, note }
}

// One field of the form may fill several columns, and another discipline may read the same mark differently.
const COLUMNS: Record<string, (keyof ReturnType<typeof columnsOf>)[]> = {
  mark: ['mark', 'value', 'precision', 'timing'],
  discipline: ['mark', 'value', 'precision'],
}

async function writeResult(context: Change, current: Result, input: ResultInput, changed: string[]): Promise<void> {
  const { tx } = context
  const columns = columnsOf(input)
  const written = new Set(changed.flatMap((field) => COLUMNS[field] ?? [field]))
  const data: Prisma.ResultUncheckedUpdateInput = Object.fromEntries(
    Object.entries(columns).filter(([column]) => written.has(column)),
  )
  if (changed.some((field) => RACE_FIELDS.includes(field))) {
    data.raceId = await findOrCreateRace(tx, input)
    if (current.athleteId) await refuseSecondResult(tx, data.raceId, current.athleteId, current.id)
  }
  if (Object.keys(data).length > 0) await tx.result.update({ where: { id: current.id }, data })
  const named = (kind: string) =>
    changed.filter((field) => field.startsWith(`${kind}:`)).map((field) => field.slice(kind.length + 1))
  await writePlaces(tx, current.id, input, named('place'))
  await writeRecords(tx, current.id, input, named('record'))
  await touch(context, 'results', current.id)
}

async function writePlaces(tx: Db, resultId: string, input: ResultInput, classifications: string[]): Promise<void> {
  for (const classification of classifications) {
    const wanted = input.places.find((place) => place.classification === classification)
    const known = await tx.place.findFirst({ where: { resultId, classification, withdrawn: false } })
    if (!wanted && known) await tx.place.update({ where: { id: known.id }, data: { withdrawn: true } })
    if (wanted && known) await tx.place.update({ where: { id: known.id }, data: wanted })
    if (wanted && !known) await tx.place.create({ data: { resultId, ...wanted } })
  }
}

async function writeRecords(tx: Db, resultId: string, input: ResultInput, codes: string[]): Promise<void> {
  for (const code of codes) {
    const wanted = input.records.find((record) => record.code === code)
    const known = await tx.recordClaim.findFirst({ where: { resultId, code, withdrawn: false } })
    if (!wanted && known) await tx.recordClaim.update({ where: { id: known.id }, data: { withdrawn: true } })
    if (wanted && known) await tx.recordClaim.update({ where: { id: known.id }, data: wanted })
    if (wanted && !known) await tx.recordClaim.create({ data: { resultId, ...wanted } })
  }
}

async function findOrCreateRace(tx: Db, input: ResultInput): Promise<string> {
  const competition = await tx.competition.findFirst({ where: { slug: input.competition, withdrawn: false } })
  if (!competition) throw refused({ competition: `There is no competition ${input.competition}.` })
  const { sex, ageGroup, paraClass, round, raceNumber: number } = input
  const which = { competitionId: competition.id, disciplineSlug: input.discipline, sex, ageGroup, paraClass }
  const event = await tx.event.findFirst({ where: { ...which, withdrawn: false } })
  const eventId = event?.id ?? (await tx.event.create({ data: which })).id
  const race = await tx.race.findFirst({ where: { eventId, round, number, withdrawn: false } })
  return race?.id ?? (await tx.race.create({ data: { eventId, round, number } })).id
}

export const getResult = cache((id: string) => findResult(db(), id))
