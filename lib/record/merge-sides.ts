/** Two that turn out to be one: the facts in which they differ, whose is chosen, and how a form sends that. */

import { z } from 'zod'
import type { FieldErrors } from '../form/field-errors'

/** The one that is merged away, or the one that stays. */
export type Side = 'from' | 'into'

export interface FactChoice<Fact extends string = string> {
  fact: Fact
  from: string
  into: string
}

/** A fact that only the one that is merged away has: it is taken over. */
export interface Gain<Fact extends string = string> {
  fact: Fact
  value: string
}

const SIDE = z.enum(['from', 'into'])

/** What has to be chosen, and what is taken over; null or '' is a fact that one does not have. */
export function compareSides<Fact extends string>(
  facts: readonly Fact[],
  sides: Record<Side, (fact: Fact) => string | null>,
): { choices: FactChoice<Fact>[]; gains: Gain<Fact>[] } {
  const choices: FactChoice<Fact>[] = []
  const gains: Gain<Fact>[] = []
  for (const fact of facts) {
    const [from, into] = [sides.from(fact) ?? '', sides.into(fact) ?? '']
    if (from === '' || from === into) continue
    if (into === '') gains.push({ fact, value: from })
    else choices.push({ fact, from, into })
  }
  return { choices, gains }
}

/** Reads `<prefix>:<name>` = from or into. */
export function readSides(form: FormData, prefix: 'fact' | 'twin'): Partial<Record<string, Side>> {
  const sides: Partial<Record<string, Side>> = {}
  for (const [input, value] of form.entries()) {
    const side = SIDE.safeParse(value)
    if (input.startsWith(`${prefix}:`) && side.success) sides[input.slice(prefix.length + 1)] = side.data
  }
  return sides
}

/** The choices that are still missing, by input. */
export function undecidedFacts(choices: readonly FactChoice[], chosen: Partial<Record<string, Side>>): FieldErrors {
  const open = choices.filter(({ fact }) => !chosen[fact])
  return Object.fromEntries(open.map(({ fact }) => [`fact:${fact}`, 'Choose which of the two holds.']))
}

/** The facts that the one that stays takes from the other. */
export function takenFacts<Fact extends string>(
  { choices, gains }: { choices: readonly FactChoice<Fact>[]; gains: readonly Gain<Fact>[] },
  chosen: Partial<Record<string, Side>>,
): Fact[] {
  return [
    ...gains.map(({ fact }) => fact),
    ...choices.filter(({ fact }) => chosen[fact] === 'from').map(({ fact }) => fact),
  ]
}
