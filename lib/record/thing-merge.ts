/** Merging two competitions, two series or two sources that are one and the same. */

import type { FieldErrors } from '../form/field-errors'
import { figureOf } from './figures'
import type { Draft } from './merge'
import { type FactChoice, type Gain, readSides, type Side, undecidedFacts } from './merge-sides'
import type { Thing } from './things/thing'

export const MERGED_KINDS = ['competition', 'series', 'source'] as const
export type MergedKind = (typeof MERGED_KINDS)[number]

/** One fact of a thing: a field of its form, or several that only hold together, such as a position on the map. */
export interface Fact {
  fact: string
  label: string
  columns: string[]
}

export interface MergedSide {
  id: string
  slug: string
  title: string
}

/** Things of one sort that go over: those that come to stand beside the others, and those that become one with one. */
export interface Moved {
  one: string
  many?: string
  moved: number
  joined: number
}

/** Both have a result of the same athlete or team in a race that is one. */
export interface ThingTwin {
  /** The result of the one that is merged away. */
  id: string
  otherId: string
  title: string
  mark: string | null
  otherMark: string | null
  /** Neither contradicts the other: they become one. Otherwise the editor says which stays. */
  isSame: boolean
}

export interface ThingMergePreview {
  kind: MergedKind
  from: MergedSide
  into: MergedSide
  choices: (FactChoice & { label: string })[]
  gains: (Gain & { label: string })[]
  moves: Moved[]
  twins: ThingTwin[]
}

export interface ThingMergeChoices {
  /** Whose fact is kept, for each in which the two differ. */
  chosen: Partial<Record<string, Side>>
  /** Whose result is kept, by the id of the twin. */
  kept: Partial<Record<string, Side>>
}

/** The facts of a thing, in the order of its form. */
export function factsOf({ table, fields }: Thing): Fact[] {
  const facts = new Map<string, Fact>()
  for (const [column, { label }] of Object.entries(fields)) {
    const fact = figureOf(table, column)
    const known = facts.get(fact)
    if (known) Object.assign(known, { label: `${known.label}, ${label.toLowerCase()}` }).columns.push(column)
    else facts.set(fact, { fact, label, columns: [column] })
  }
  return [...facts.values()]
}

/** A fact as a form shows it; '' where there is none. */
export function factText({ columns }: Fact, draft: Draft): string {
  return columns
    .map((column) => draft[column] ?? '')
    .filter(Boolean)
    .join(', ')
}

export function readThingMerge(form: FormData): ThingMergeChoices {
  return { chosen: readSides(form, 'fact'), kept: readSides(form, 'twin') }
}

/** The choices that are still missing, by input. */
export function undecidedMerge(
  { choices, twins }: Pick<ThingMergePreview, 'choices' | 'twins'>,
  { chosen, kept }: ThingMergeChoices,
): FieldErrors {
  const open = twins.filter(({ id, isSame }) => !isSame && !kept[id])
  return {
    ...undecidedFacts(choices, chosen),
    ...Object.fromEntries(open.map(({ id }) => [`twin:${id}`, 'Choose which of the two results stays.'])),
  }
}
