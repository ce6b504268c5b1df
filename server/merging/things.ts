/** Merging two competitions, two series or two sources that are one and the same. */
import 'server-only'
import type { FieldErrors } from '@/lib/form/field-errors'
import type { Evidence } from '@/lib/record/evidence'
import type { Draft } from '@/lib/record/merge'
import { compareSides, takenFacts } from '@/lib/record/merge-sides'
import {
  type Fact,
  factsOf,
  factText,
  type MergedKind,
  type MergedSide,
  type ThingMergeChoices,
  type ThingMergePreview,
  undecidedMerge,
} from '@/lib/record/thing-merge'
import { draftOfRow, type Row } from '@/lib/record/things/thing'
import { thingOf } from '@/lib/record/things/things'
import type { Client, Db } from '@/prisma/client'
import type { Editor } from '../accounts/editor'
import { competitionParts } from '../competitions/merging'
import { seriesParts } from '../competitions/series-merging'
import { AbortChange, type Change, change } from '../history/change'
import { findCurrentRow, updateRow } from '../history/rows'
import { sourceParts } from '../sources/merging'
import { checkThing } from '../things/things'
import { followChosen } from './citations'
import type { MergedTable } from './merged'
import type { FindParts, Parts } from './parts'

export type MergeRefusal = 'same' | 'missing'
export type MergeOutcome = { saved: true; changeSetId: number } | { saved: false; errors: FieldErrors }

/** A competition or a source can have a hundred thousand citations. */
const LONGEST = 180_000

const TABLES: Record<MergedKind, MergedTable> = { competition: 'competitions', series: 'series', source: 'sources' }
const PARTS: Record<MergedKind, FindParts> = {
  competition: competitionParts,
  series: seriesParts,
  source: sourceParts,
}

interface Side extends MergedSide {
  row: Row
  draft: Draft
}

interface Plan {
  preview: ThingMergePreview
  from: Side
  into: Side
  /** The facts in which they differ, or that only one has; those of what belongs to them are in the parts. */
  own: ReturnType<typeof compareSides>
  parts: Parts
}

/** What is merged away, to be named before the other is chosen; null where there is none. */
export async function findMergeSide(db: Db, kind: MergedKind, slug: string): Promise<MergedSide | null> {
  return findSide(db, kind, slug)
}

/** What merging one thing into another would do; a word where they cannot be merged. */
export async function previewThingMerge(
  db: Db,
  kind: MergedKind,
  slugs: { from: string; into: string },
): Promise<ThingMergePreview | MergeRefusal> {
  const plan = await planMerge(db, kind, slugs)
  return typeof plan === 'string' ? plan : plan.preview
}

async function findSide(db: Db, kind: MergedKind, slug: string): Promise<Side | null> {
  const thing = thingOf(kind)
  const [found] = await db.$queryRawUnsafe<{ id: string }[]>(
    `SELECT id FROM "${TABLES[kind]}" WHERE slug = $1 AND NOT withdrawn`,
    slug,
  )
  const row = found && (await findCurrentRow(db, thing.table, found.id))
  if (!row) return null
  return { id: String(row.id), slug, title: thing.title(row), row, draft: await namedDraft(db, kind, row) }
}

/** The values of a row as its form shows them; a series by its name and address, since two may have one name. */
async function namedDraft(db: Db, kind: MergedKind, row: Row): Promise<Draft> {
  const draft = draftOfRow(thingOf(kind), row)
  if (kind !== 'competition' || !draft.seriesId) return draft
  const series = await db.series.findUnique({ where: { id: draft.seriesId }, select: { name: true, slug: true } })
  return { ...draft, seriesId: series ? `${series.name} (${series.slug})` : '' }
}

async function planMerge(
  db: Db,
  kind: MergedKind,
  slugs: { from: string; into: string },
): Promise<Plan | MergeRefusal> {
  if (slugs.from === slugs.into) return 'same'
  const [from, into] = [await findSide(db, kind, slugs.from), await findSide(db, kind, slugs.into)]
  if (!from || !into) return 'missing'
  const facts = new Map(factsOf(thingOf(kind)).map((fact) => [fact.fact, fact]))
  const textOf = (side: Side) => (name: string) => factText(facts.get(name) as Fact, side.draft)
  const own = compareSides([...facts.keys()], { from: textOf(from), into: textOf(into) })
  const parts = await PARTS[kind](db, from, into)
  const labelled = <Of extends { fact: string }>(of: Of) => ({ ...of, label: facts.get(of.fact)?.label ?? of.fact })
  return {
    from,
    into,
    own,
    parts,
    preview: {
      kind,
      from: sideOf(from),
      into: sideOf(into),
      choices: [...own.choices.map(labelled), ...parts.choices],
      gains: [...own.gains.map(labelled), ...parts.gains],
      moves: parts.moves,
      twins: parts.twins,
    },
  }
}

function sideOf({ id, slug, title }: Side): MergedSide {
  return { id, slug, title }
}

/**
 * Merges one thing into another that is the same: what belongs to the one belongs to the other afterwards, and the
 * address leads there. It is one change set, which can be undone like any other.
 */
export async function mergeThings(
  db: Client,
  editor: Editor,
  {
    kind,
    from: fromSlug,
    into: intoSlug,
    ...choices
  }: { kind: MergedKind; from: string; into: string } & ThingMergeChoices,
  evidence: Evidence,
): Promise<MergeOutcome> {
  const set = { kind: 'EDIT', isApart: true, ...evidence } as const
  return change<MergeOutcome, MergeOutcome>(
    db,
    editor,
    set,
    async (context) => {
      const { tx, id: changeSetId } = context
      await tx.$queryRawUnsafe(
        `SELECT id FROM "${TABLES[kind]}" WHERE slug IN ($1, $2) ORDER BY id FOR UPDATE`,
        fromSlug,
        intoSlug,
      )
      const plan = await planMerge(tx, kind, { from: fromSlug, into: intoSlug })
      if (plan === 'same') throw refused({ form: 'These are one already.' })
      if (plan === 'missing') throw refused({ form: 'One of them is not in the record any more.' })
      const errors = undecidedMerge(plan.preview, choices)
      if (Object.keys(errors).length > 0) throw refused(errors)
      // What stays is written first, which counts up its version, and is what the change is about.
      await updateRow(context, TABLES[kind], plan.into.id, { withdrawn: false })
      // Before the facts, so that rules which look for a second one of the same name do not find it.
      await updateRow(context, TABLES[kind], plan.from.id, { withdrawn: true, mergedIntoId: plan.into.id })
      await plan.parts.carry(context, choices, evidence.reason)
      await mergeFacts(context, kind, plan, { choices, reason: evidence.reason })
      return { saved: true, changeSetId }
    },
    { timeout: LONGEST },
  )
}

/** Writes the chosen facts, by the rules of the form, and marks which of the citations of both agree with them. */
async function mergeFacts(
  context: Change,
  kind: MergedKind,
  { from, into, own, preview }: Plan,
  { choices: { chosen }, reason }: { choices: ThingMergeChoices; reason: string },
): Promise<void> {
  const { tx } = context
  const facts = factsOf(thingOf(kind))
  const taken = new Set(takenFacts(own, chosen))
  const columns = facts.filter(({ fact }) => taken.has(fact)).flatMap((fact) => fact.columns)
  const { row: fromRow } = from
  const written = Object.fromEntries(columns.map((column) => [column, fromRow[column] ?? null]))
  // A series is named in a form; which one it is has been settled here by its key.
  const draft = { ...draftOfRow(thingOf(kind), { ...into.row, ...written }), seriesId: '' }
  const { errors } = await checkThing(tx, { kind, id: into.id, partOf: null, draft })
  if (Object.keys(errors).length > 0) throw refused(inputErrors(errors, preview, facts))
  if (columns.length > 0) {
    await updateRow(context, TABLES[kind], into.id, written as Record<string, string | number | null>)
  }
  if (kind !== 'competition') return
  for (const choice of own.choices) {
    const kept = chosen[choice.fact] === 'from' ? from : into
    for (const field of facts.find(({ fact }) => fact === choice.fact)?.columns ?? []) {
      await followChosen(tx, { competitionId: into.id }, { field, kept: kept.draft[field] ?? '', reason })
    }
  }
}

/** Errors under the choices they are about; the others, in words, about the whole. */
function inputErrors(errors: FieldErrors, { choices }: ThingMergePreview, facts: readonly Fact[]): FieldErrors {
  const inputs: FieldErrors = {}
  const others: string[] = []
  for (const [field, reason] of Object.entries(errors)) {
    const fact = facts.find(({ columns }) => columns.includes(field))
    if (fact && choices.some((choice) => choice.fact === fact.fact)) inputs[`fact:${fact.fact}`] = reason
    else others.push(fact ? `${fact.label}: ${reason}` : reason)
  }
  return others.length > 0 ? { ...inputs, form: others.join(' ') } : inputs
}

function refused(errors: FieldErrors): AbortChange<MergeOutcome> {
  return new AbortChange<MergeOutcome>({ saved: false, errors })
}
