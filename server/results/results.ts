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
import { isMemberField } from '@/lib/record/team'
import type { Client, Db, Prisma } from '@/prisma/client'
import type { Author } from '../accounts/editor'
import { readResultRows } from '../athletes/record-parts'
import { toResult } from '../athletes/record-rows'
import { currentTables } from '../athletes/record-tables'
import { makeCompetition } from '../competitions/competition-choice'
import { db } from '../db'
import { dependsOn } from '../freshness/depends-on'
import { athleteNameSubject, competitionHeadSubject, resultSubject, sourceHeadSubject } from '../freshness/subjects'
import { AbortChange, type Change, change } from '../history/change'
import { touch } from '../history/rows'
import { citeResult } from '../sources/citations'
import { refused } from './refusal'
import { findMemberIds, insertParts, writeParts } from './result-parts'
import { refuseSecondResult } from './second-result'

/** A result, withdrawn or not, and its athlete; null where there is none. */
export async function findResult(
  db: Db,
  id: string,
): Promise<{ result: Result; withdrawn: boolean; athlete: { slug: string; displayName: string } | null } | null> {
  const [row] = await readResultRows(currentTables(db), [id])
  if (!row) return null
  const people = [row.athleteId ?? [], row.members.map((member) => member.athleteId)].flat()
  const cited = [row, ...row.places, ...row.records, row.race.event.competition].flatMap((thing) => thing.citations)
  dependsOn(
    resultSubject(id),
    competitionHeadSubject(row.race.event.competitionId),
    ...people.map(athleteNameSubject),
    ...[...cited, ...row.publishedPlaces].flatMap(({ sourceId }) => (sourceId ? [sourceHeadSubject(sourceId)] : [])),
  )
  const { slug, displayName } = row.athlete ?? {}
  const athlete = slug === undefined || displayName === undefined ? null : { slug, displayName }
  return { result: toResult(row), withdrawn: row.withdrawn, athlete }
}

export type SaveOutcome =
  | { saved: true; resultId: string; changeSetId: number }
  /** `twin`: the result that is in the way, where there is one. */
  | { saved: false; errors: FieldErrors; twin: string | null }
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
  /** Whose result it is; of a relay, one of the team. */
  athleteId: string
}

/**
 * Saves a correction: the row, the citations of what changed, and (by the database) the revisions, in one transaction.
 * If the result was saved since the form was opened, what does not clash is merged.
 */
export async function saveResult(
  db: Client,
  author: Author,
  { id, base, draft, newCompetition = null }: Correction,
  evidence: Evidence,
): Promise<SaveOutcome> {
  return change<SaveOutcome, SaveOutcome>(db, author, { kind: 'EDIT', ...evidence }, async (context) => {
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
  author: Author,
  { athleteId, draft, newCompetition = null }: NewResult,
  evidence: Evidence,
): Promise<SaveOutcome> {
  return change<SaveOutcome, SaveOutcome>(db, author, { kind: 'EDIT', ...evidence }, async (context) => {
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
  const { tx } = context
  const input = await withMember(tx, checked.input, athleteId)
  const raceId = await findOrCreateRace(tx, input)
  await refuseSecondResult(tx, { raceId, resultId: null }, await entrantOf(tx, input, athleteId))
  const owner = input.team === null ? { athleteId } : {}
  const { id } = await tx.result.create({ data: { raceId, ...owner, ...columnsOf(input) } })
  await insertParts(context, id, input)
  const values = draftOfInput(input)
  const stated = changedFields({}, values).filter((field) => !RACE_FIELDS.includes(field))
  await citeResult(context, evidence, id, { after: values, changed: stated.length > 0 ? stated : ['competition'] })
  return { saved: true, resultId: id, changeSetId: context.id }
}

/** Takes a result out of the record; the history keeps it, and can restore it. */
export async function withdrawResult(db: Client, author: Author, id: string, evidence: Evidence): Promise<SaveOutcome> {
  return change<SaveOutcome, SaveOutcome>(
    db,
    author,
    { kind: 'EDIT', ...evidence },
    async ({ tx, id: changeSetId }) => {
      const { count } = await tx.result.updateMany({ where: { id, withdrawn: false }, data: { withdrawn: true } })
      if (count === 0) throw refused({ form: 'This result has been withdrawn already.' })
      return { saved: true, resultId: id, changeSetId }
    },
  )
}

/** The athlete on whose page a relay is added, or whose result becomes one, is in the team. */
async function withMember(tx: Db, input: ResultInput, athleteId: string | null): Promise<ResultInput> {
  if (input.team === null || athleteId === null) return input
  const { slug, displayName } = await tx.athlete.findUniqueOrThrow({ where: { id: athleteId } })
  if (input.members.some((member) => member.slug === slug)) return input
  return { ...input, members: [...input.members, { slug, name: displayName, leg: null }] }
}

async function entrantOf(tx: Db, { team, members }: ResultInput, athleteId: string) {
  if (team === null) return { team, athleteIds: [athleteId] }
  return { team, athleteIds: [...(await findMemberIds(tx, members)).values()] }
}

/** Whose result it is after a correction; a relay is nobody's alone. */
function ownerAfter({ athleteId, members }: Result, { team }: ResultInput): string | null {
  if (team !== null) return null
  const [only, ...others] = members
  const owner = athleteId ?? (others.length === 0 ? only?.athleteId : undefined)
  if (owner === undefined) throw refused({ team: 'Several have run it: whose result is it, without a team?' })
  return owner
}

function columnsOf(input: ResultInput) {
  const { team, mark, value, precision, timing, status, wind, date, countryCode, club, flags, note } = input
  const { qualification, reactionTime, ruleBroken, implement, teamScore } = input
  const details = { qualification, reactionTime, ruleBroken, implement, teamScore }
  return { team, mark, value, precision, timing, status, wind, date, countryCode, club, flags, note, ...details }
}

// One field of the form may fill several columns, and another discipline may read the same mark differently.
const COLUMNS: Record<string, (keyof ReturnType<typeof columnsOf>)[]> = {
  mark: ['mark', 'value', 'precision', 'timing', 'flags'],
  discipline: ['mark', 'value', 'precision'],
}

async function writeResult(context: Change, current: Result, given: ResultInput, changed: string[]): Promise<void> {
  const { tx } = context
  const input = await withMember(tx, given, current.athleteId)
  const columns = columnsOf(input)
  const written = new Set(changed.flatMap((field) => COLUMNS[field] ?? [field]))
  const data: Prisma.ResultUncheckedUpdateInput = Object.fromEntries(
    Object.entries(columns).filter(([column]) => written.has(column)),
  )
  const athleteId = ownerAfter(current, input)
  if (athleteId !== current.athleteId) data.athleteId = athleteId
  if (changed.some((field) => RACE_FIELDS.includes(field) || field === 'team' || isMemberField(field))) {
    const raceId = await findOrCreateRace(tx, input)
    if (changed.some((field) => RACE_FIELDS.includes(field))) data.raceId = raceId
    await refuseSecondResult(tx, { raceId, resultId: current.id }, await entrantOf(tx, input, athleteId ?? ''))
  }
  if (Object.keys(data).length > 0) await tx.result.update({ where: { id: current.id }, data })
  await writeParts(tx, current.id, input, changed)
  await touch(context, 'results', current.id)
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
