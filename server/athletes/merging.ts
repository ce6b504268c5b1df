import 'server-only'
import type { FieldErrors } from '@/lib/form/field-errors'
import { sayTheSame } from '@/lib/record/assertions'
import { FACTS, type Fact, type MergePreview, type MergeSide, type Side, undecided } from '@/lib/record/athlete-merge'
import { resultTitle } from '@/lib/record/cited-thing'
import type { Evidence } from '@/lib/record/evidence'
import type { Result } from '@/lib/record/result'
import type { Client, Db } from '@/prisma/client'
import type { Editor } from '../accounts/editor'
import { AbortChange, type Change, change } from '../history/change'
import {
  type AthleteRow,
  appendChapters,
  mergeAffiliations,
  mergeNames,
  mergeRepresentations,
  mergeResults,
  newNames,
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
  const sides = FACTS.map((fact) => ({ fact, from: factOf(from, fact), into: factOf(into, fact) }))
  return {
    from,
    into,
    twins,
    preview: {
      from: sideOf(from),
      into: sideOf(into),
      choices: sides.flatMap(({ fact, from, into }) =>
        from !== null && into !== null && from !== into ? [{ fact, from, into }] : [],
      ),
      gains: sides.flatMap(({ fact, from, into }) => (from !== null && into === null ? [{ fact, value: from }] : [])),
      moves: {
        results: results.length,
        teams,
        names: newNames(from, into, factOf(into, 'displayName')).length + from.names.length,
        affiliations: from.affiliations.length,
        chapters: from.chapters.length,
        claims: from.claims.length,
      },
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

/** Where two results of a race are the same, these agree; what one leaves open, the other may fill. */
const COMPARED = ['value', 'status', 'timing', 'wind', 'date', 'countryCode', 'club', 'qualification', 'note'] as const

function isSameResult(one: Result, other: Result): boolean {
  const agree = (a: unknown, b: unknown) => a === b || a === null || b === null
  return (
    COMPARED.every((field) => agree(one[field], other[field])) &&
    (one.mark === null) === (other.mark === null) &&
    one.flags.toSorted().join() === other.flags.toSorted().join() &&
    one.places.every(({ classification, place }) =>
      other.places.every((known) => known.classification !== classification || known.place === place),
    ) &&
    one.records.every(({ code, state }) => other.records.every((known) => known.code !== code || known.state === state))
  )
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
  return change<MergeOutcome, MergeOutcome>(db, editor, { kind: 'EDIT', ...evidence }, async (context) => {
    const { tx, id } = context
    await tx.$queryRaw`SELECT id FROM athletes WHERE slug IN (${fromSlug}, ${intoSlug}) ORDER BY id FOR UPDATE`
    const plan = await planMerge(tx, fromSlug, intoSlug)
    if (plan === 'same') throw refused({ form: 'These are one athlete already.' })
    if (plan === 'missing') throw refused({ form: 'One of them is not in the record any more.' })
    const { preview, from, into, twins } = plan
    const errors = undecided(preview, { chosen, dropped: [...dropped] })
    if (Object.keys(errors).length > 0) throw refused(errors)

    for (const { one, other } of twins) await mergeResults(context, one, other)
    const own = { where: { athleteId: from.id, withdrawn: false }, data: { athleteId: into.id } }
    await tx.result.updateMany(own)
    await tx.teamMember.updateMany(own)
    await tx.claim.updateMany(own)
    await tx.citation.updateMany(own)
    const [shown, hidden] = chosen.displayName === 'from' ? [from, into] : [into, from]
    await mergeNames(context, from, into, shown.displayName)
    await citeName(context, into.id, hidden.displayName, evidence)
    await mergeAffiliations(context, from, into)
    await mergeRepresentations(context, from, into)
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
  const taken = [
    ...preview.gains.map(({ fact }) => fact),
    ...preview.choices.filter(({ fact }) => chosen[fact] === 'from').map(({ fact }) => fact),
  ]
  if (taken.length > 0) {
    const facts = Object.fromEntries(taken.map((fact) => [fact, from[fact]]))
    const name = taken.includes('displayName') ? { sortName: from.sortName, nameOrder: from.nameOrder } : {}
    await tx.athlete.update({ where: { id: into.id }, data: { ...facts, ...name } })
  }
  for (const choice of preview.choices) {
    const kept = chosen[choice.fact] === 'from' ? choice.from : choice.into
    const citations = await tx.citation.findMany({
      where: { athleteId: into.id, field: choice.fact, withdrawn: false, asserts: { not: null } },
    })
    for (const { id, asserts, accepted } of citations) {
      const agrees = sayTheSame(choice.fact, null, asserts ?? '', kept)
      if (agrees === accepted) continue
      const data = { accepted: agrees, rejection: agrees ? null : ('CONTRADICTED' as const), reason }
      await tx.citation.update({ where: { id }, data })
    }
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
