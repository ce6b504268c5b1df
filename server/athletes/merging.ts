import 'server-only'
import type { FieldErrors } from '@/lib/form/field-errors'
import { FACTS, type Fact, type MergePreview, type MergeSide, undecided } from '@/lib/record/athlete-merge'
import { resultTitle } from '@/lib/record/cited-thing'
import type { Evidence } from '@/lib/record/evidence'
import { AUTHORITY } from '@/lib/record/external-id'
import { compareSides, type Side, takenFacts } from '@/lib/record/merge-sides'
import type { Result } from '@/lib/record/result'
import { isSameResult } from '@/lib/record/result-twins'
import type { Client, Db } from '@/prisma/client'
import type { Editor } from '../accounts/editor'
import { AbortChange, type Change, change } from '../history/change'
import { followChosen } from '../merging/citations'
import { joinResults } from '../results/joining'
import {
  type AthleteRow,
  appendChapters,
  mergeAffiliations,
  mergeExternalIds,
  mergeNames,
  mergeRepresentations,
  newNames,
  otherIds,
} from './merging-parts'
import { athleteRows, resultRows, toResult } from './record-rows'

export type MergeRefusal = 'same' | 'missing'
export type MergeOutcome = { saved: true; changeSetId: number } | { saved: false; errors: FieldErrors }

/** What merging one athlete into another would do; a word where they cannot be merged. */
export async function previewMerge(db: Db, fromSlug: string, intoSlug: string): Promise<MergePreview | MergeRefusal> {
  const plan = await planMerge(db, fromSlug, intoSlug)
  return typeof plan === 'string' ? plan : plan.preview
}

interface Plan {
  preview: MergePreview
  from: AthleteRow
  into: AthleteRow
  twins: { one: Result; other: Result; isSame: boolean }[]
}

async function planMerge(db: Db, fromSlug: string, intoSlug: string): Promise<Plan | MergeRefusal> {
  if (fromSlug === intoSlug) return 'same'
  const find = (slug: string) => db.athlete.findFirst({ where: { slug, withdrawn: false }, ...athleteRows })
  const [from, into] = [await find(fromSlug), await find(intoSlug)]
  if (!from || !into) return 'missing'
  const [results, others] = [await resultsOf(db, from.id), await resultsOf(db, into.id)]
  const teams = await db.teamMember.count({ where: { athleteId: from.id, withdrawn: false } })
  const twins = results.flatMap(({ raceId, result: one }) => {
    const other = others.find((known) => known.raceId === raceId)?.result
    return other ? [{ one, other, isSame: isSameResult(one, other) }] : []
  })
  const { choices, gains } = compareSides(FACTS, {
    from: (fact) => factOf(from, fact),
    into: (fact) => factOf(into, fact),
  })
  return {
    from,
    into,
    twins,
    preview: {
      from: sideOf(from),
      into: sideOf(into),
      choices,
      gains,
      moves: {
        results: results.length,
        teams,
        names: newNames(from, into, factOf(into, 'displayName')).length + from.names.length,
        affiliations: from.affiliations.length,
        chapters: from.chapters.length,
        externalIds: from.externalIds.length,
        photos: from.photos.length,
        claims: from.claims.length,
      },
      dropped: otherIds(from, into).map(({ authority, value }) => `${AUTHORITY[authority]} ${value}`),
      twins: twins.map(({ one, other, isSame }) => ({
        id: one.id,
        otherId: other.id,
        title: resultTitle(one),
        mark: one.mark ?? one.status,
        otherMark: other.mark ?? other.status,
        isSame,
      })),
    },
  }
}

async function resultsOf(db: Db, athleteId: string): Promise<{ raceId: string; result: Result }[]> {
  const rows = await db.result.findMany({
    where: { athleteId, withdrawn: false },
    ...resultRows,
    orderBy: { id: 'asc' },
  })
  return rows.map((row) => ({ raceId: row.raceId, result: toResult(row) }))
}

function sideOf({ slug, displayName: name, countryCode, birthDate }: AthleteRow): MergeSide {
  return { slug, name, countryCode, birthDate }
}

function factOf(athlete: AthleteRow, fact: Fact): string | null {
  const value = athlete[fact]
  return value === null ? null : String(value)
}

export interface MergeChoices {
  /** Whose fact is kept, for each in which the two differ. */
  chosen: Partial<Record<Fact, Side>>
  /** Results of the one that the other has as well, to be withdrawn; what is cited for them is kept. */
  dropped: readonly string[]
}

/**
 * Merges one athlete into another, who is the same: everything that belongs to the one belongs to the other afterwards,
 * and the address leads there. It is one change set, which can be undone like any other.
 */
export async function mergeAthletes(
  db: Client,
  editor: Editor,
  { from: fromSlug, into: intoSlug, chosen, dropped }: { from: string; into: string } & MergeChoices,
  evidence: Evidence,
): Promise<MergeOutcome> {
  const set = { kind: 'EDIT', isApart: true, ...evidence } as const
  return change<MergeOutcome, MergeOutcome>(db, editor, set, async (context) => {
    const { tx, id } = context
    await tx.$queryRaw`SELECT id FROM athletes WHERE slug IN (${fromSlug}, ${intoSlug}) ORDER BY id FOR UPDATE`
    const plan = await planMerge(tx, fromSlug, intoSlug)
    if (plan === 'same') throw refused({ form: 'These are one athlete already.' })
    if (plan === 'missing') throw refused({ form: 'One of them is not in the record any more.' })
    const { preview, from, into, twins } = plan
    const errors = undecided(preview, { chosen, dropped: [...dropped] })
    if (Object.keys(errors).length > 0) throw refused(errors)

    const joins = twins.map(({ one, other }) => ({ from: one, into: other, isSame: true }))
    await joinResults(context, joins, evidence.reason)
    const data = { athleteId: into.id }
    // What has been withdrawn as well: it may be brought back, and belongs to the one who is left.
    const own = { where: { athleteId: from.id }, data }
    await tx.result.updateMany(own)
    await tx.teamMember.updateMany(own)
    await tx.claim.updateMany(own)
    await tx.claim.updateMany({ where: { otherId: from.id }, data: { otherId: into.id } })
    await tx.photo.updateMany(own)
    await tx.citation.updateMany({ where: { athleteId: from.id, withdrawn: false }, data })
    const [shown, hidden] = chosen.displayName === 'from' ? [from, into] : [into, from]
    await mergeNames(context, from, into, shown.displayName)
    await citeName(context, into.id, hidden.displayName, evidence)
    await mergeAffiliations(context, from, into)
    await mergeRepresentations(context, from, into)
    await mergeExternalIds(context, from, into)
    await appendChapters(context, from, into)
    await mergeFacts(tx, plan, chosen, evidence.reason)
    // Last, so that undoing the change brings the athlete back first, and everything else can be put back there.
    await tx.athlete.update({ where: { id: from.id }, data: { withdrawn: true, mergedIntoId: into.id } })
    return { saved: true, changeSetId: id }
  })
}

function refused(errors: FieldErrors): AbortChange<MergeOutcome> {
  return new AbortChange<MergeOutcome>({ saved: false, errors })
}

/** Writes the chosen facts, and marks which of the citations of both agree with them. */
async function mergeFacts(
  tx: Db,
  { preview, from, into }: Plan,
  chosen: Partial<Record<Fact, Side>>,
  reason: string,
): Promise<void> {
  const taken = takenFacts(preview, chosen)
  if (taken.length > 0) {
    const facts = Object.fromEntries(taken.map((fact) => [fact, from[fact]]))
    const name = taken.includes('displayName') ? { sortName: from.sortName, nameOrder: from.nameOrder } : {}
    await tx.athlete.update({ where: { id: into.id }, data: { ...facts, ...name } })
  }
  for (const choice of preview.choices) {
    const kept = choice[chosen[choice.fact] ?? 'into']
    await followChosen(tx, { athleteId: into.id }, { field: choice.fact, kept, reason })
  }
}

/** The source of the merger is cited for the name that is no longer shown. */
async function citeName(
  { tx, sourceId }: Change,
  athleteId: string,
  asserts: string,
  { locator, reason }: Evidence,
): Promise<void> {
  if (sourceId === null) return
  const variant = await tx.nameVariant.findFirst({ where: { athleteId, text: asserts, withdrawn: false } })
  const of = variant ? { nameVariantId: variant.id, field: 'text' } : { athleteId, field: 'displayName' }
  await tx.citation.create({ data: { ...of, sourceId, locator, reason, asserts } })
}
