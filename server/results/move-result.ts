/** A result that was filed under the wrong athlete becomes the right one's. */
import 'server-only'
import { effects } from '@/lib/career/effects'
import type { FieldErrors } from '@/lib/form/field-errors'
import type { AthleteRecord } from '@/lib/record/athlete'
import type { Evidence } from '@/lib/record/evidence'
import type { Client, Db } from '@/prisma/client'
import type { Author } from '../accounts/editor'
import { type AthleteChoice, resolveAthlete } from '../athletes/athlete-choice'
import { findAthleteRecord } from '../athletes/athletes'
import { change } from '../history/change'
import { touch } from '../history/rows'
import { citeValue } from '../sources/citations'
import { refused } from './refusal'
import { findResult, type SaveOutcome } from './results'
import { findSecondResult, refuseSecondResult } from './second-result'

/** Whose the result is said to be, as the form has it. */
export interface TypedAthlete {
  text: string
  /** Whom the text means, as far as the form says. */
  slug: string | null
}

export type MoveCheck =
  | { ok: true; athlete: { slug: string; name: string }; sentences: string[] }
  | { ok: false; errors: FieldErrors; candidates: AthleteChoice[]; twin: string | null }

/** Who is meant, and what moving the result would do; or why it cannot be moved, by input. */
export async function checkMove(db: Db, id: string, { text, slug }: TypedAthlete): Promise<MoveCheck> {
  if (text === '') return no({ newAthlete: 'Whose result is it?' })
  const found = await findResult(db, id)
  const owner = found?.athlete && (await findAthleteRecord(db, found.athlete.slug))
  if (!found || found.withdrawn || !owner) return no({ form: 'There is no such result of one athlete any more.' })
  const resolved = await resolveAthlete(db, text, slug)
  if (!('athlete' in resolved)) return { ...no({ newAthlete: resolved.reason }), candidates: resolved.candidates }
  const { athlete } = resolved
  if (athlete.id === owner.athlete.id) return no({ newAthlete: `It is the result of ${athlete.name} already.` })
  const { raceId } = await db.result.findUniqueOrThrow({ where: { id }, select: { raceId: true } })
  const second = await findSecondResult(db, { raceId, resultId: id }, { team: null, athleteIds: [athlete.id] })
  if (second) return { ...no({ newAthlete: second.reason }), twin: second.id }
  const other = await findAthleteRecord(db, athlete.slug)
  return other ? { ok: true, athlete, sentences: sentencesOf(id, owner, other) } : no({ form: 'The athlete is gone.' })
}

function no(errors: FieldErrors): Extract<MoveCheck, { ok: false }> {
  return { ok: false, errors, candidates: [], twin: null }
}

const WHO = { M: 'men', F: 'women', X: 'both' }

/** What becomes of the bests and records of both. */
function sentencesOf(id: string, from: AthleteRecord, to: AthleteRecord): string[] {
  const result = from.results.find((one) => one.id === id)
  if (!result) return []
  const others = from.results.filter((one) => one !== result)
  const isNamed = from.athlete.chapters.some(({ body }) => body.includes(id))
  const isOther = result.sex !== 'X' && result.sex !== to.athlete.sex
  return [
    `It goes from ${from.athlete.displayName} to ${to.athlete.displayName}, with its places, records and sources.`,
    ...changesOf(from, effects(from.results, others)),
    ...changesOf(to, effects(to.results, [...to.results, { ...result, athleteId: to.athlete.id }])),
    ...(isOther
      ? [`The event was for ${WHO[result.sex]}, and ${to.athlete.displayName} is not in the record as one.`]
      : []),
    ...(isNamed
      ? [`The biography of ${from.athlete.displayName} tells of it, and has to be put right afterwards.`]
      : []),
    'It is one change: undoing it brings everything back to where it is now.',
  ]
}

function changesOf({ athlete: { displayName } }: AthleteRecord, changes: string[]): string[] {
  return changes.length > 0
    ? changes.map((sentence) => `${displayName}: ${sentence}`)
    : [`The bests and records of ${displayName} stay as they are.`]
}

/** Moves a result to another athlete, with all that is said of it; refused where that one has run the race already. */
export async function moveResult(
  db: Client,
  author: Author,
  { id, slug }: { id: string; slug: string },
  evidence: Evidence,
): Promise<SaveOutcome> {
  return change<SaveOutcome, SaveOutcome>(db, author, { kind: 'EDIT', ...evidence }, async (context) => {
    const { tx } = context
    await tx.$queryRaw`SELECT id FROM results WHERE id = ${id} FOR UPDATE`
    const row = await tx.result.findFirst({ where: { id, withdrawn: false, athleteId: { not: null } } })
    if (!row?.athleteId) throw refused({ form: 'There is no such result of one athlete any more.' })
    const athlete = await tx.athlete.findFirst({ where: { slug, withdrawn: false } })
    if (!athlete) throw refused({ newAthlete: 'This athlete is not in the record any more.' })
    if (athlete.id === row.athleteId)
      throw refused({ newAthlete: `It is the result of ${athlete.displayName} already.` })
    const race = { raceId: row.raceId, resultId: id, input: 'newAthlete' }
    await refuseSecondResult(tx, race, { team: null, athleteIds: [athlete.id] })
    await tx.result.update({ where: { id }, data: { athleteId: athlete.id } })
    // What sources claim of the athlete in this race, they claim of the one who ran it.
    const claims = { resultId: id, athleteId: row.athleteId, withdrawn: false }
    const { count } = await tx.claim.updateMany({ where: claims, data: { athleteId: athlete.id } })
    if (count > 0) await touch(context, 'athletes', row.athleteId, athlete.id)
    const cited = { target: { resultId: id }, field: 'athlete', asserts: athlete.displayName, discipline: null }
    await citeValue(context, evidence, cited)
    return { saved: true, resultId: id, changeSetId: context.id }
  })
}
