/** What can be changed of many things at once: fields of their forms that several may have in common. */

import type { FormField } from '../../form/form-fields'
import { RESULT } from '../result-fields'
import { type FieldInput, text } from '../things/field'
import { thingOf } from '../things/things'

export const MANY_KINDS = ['result', 'competition', 'athlete'] as const
export type ManyKind = (typeof MANY_KINDS)[number]

export interface ManyField {
  label: string
  hint?: string
  input: FieldInput
  rule: FormField<string | number | null>
}

const FIELDS: Record<ManyKind, readonly string[]> = {
  result: ['club', 'countryCode', 'note'],
  competition: ['name', 'officialName', 'category', 'seriesId', 'city', 'venue', 'countryCode'],
  athlete: ['displayName', 'sortName', 'nativeName', 'nameOrder', 'nickname', 'sex', 'countryCode', 'birthPlace'],
}

const OF_RESULT: Record<string, ManyField> = {
  club: { ...text({ label: 'Club or team' }), rule: RESULT.shape.club },
  countryCode: {
    label: 'Country represented',
    hint: 'MGL or Mongolia.',
    input: { as: 'text', list: 'countries' },
    rule: RESULT.shape.countryCode,
  },
  note: { label: 'Note', input: { as: 'area', rows: 2 }, rule: RESULT.shape.note },
}

export function isManyKind(kind: unknown): kind is ManyKind {
  return MANY_KINDS.some((known) => known === kind)
}

/** The fields of a kind, by name, in the order of its form. */
export function manyFields(kind: ManyKind): [name: string, field: ManyField][] {
  const known: Readonly<Record<string, ManyField>> = kind === 'result' ? OF_RESULT : thingOf(kind).fields
  return FIELDS[kind].flatMap((name): [string, ManyField][] => (known[name] ? [[name, known[name]]] : []))
}

export function manyField(kind: ManyKind, name: string): ManyField | null {
  return manyFields(kind).find(([known]) => known === name)?.[1] ?? null
}

/** Whether a part of the text can be replaced by another: not where the text names something of a list. */
export function isFreeText({ input }: ManyField): boolean {
  return input.as === 'area' || (input.as === 'text' && input.list === undefined)
}
