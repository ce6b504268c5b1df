/** What the inputs of a thing's form are called, wherever they are spoken of. */

import { fieldLabel } from '@/components/form/labels'
import { fieldWords, type Thing } from '@/lib/record/things/thing'
import type { Choices } from './thing-fields'

/** The label of an input: of a field of the thing, or of the reason and source. */
export function inputLabel({ fields }: Thing): (input: string) => string {
  return (input) => {
    const [, field = input] = input.split(/:(.*)/)
    return fields[field]?.label ?? fieldLabel(input)
  }
}

/** A value of a field in words; of another thing, those by which the form offers it. */
export function valueWords({ fields }: Thing, choices: Choices): (field: string, value: string) => string {
  return (name, value) => {
    const field = fields[name]
    if (!field) return value
    const offered = field.input.as === 'reference' ? (choices[field.input.to] ?? []) : []
    return offered.find(([chosen]) => chosen === value)?.[1] ?? fieldWords(field, value)
  }
}
