/** What the inputs of a thing's form are called, wherever they are spoken of. */

import { fieldLabel } from '@/components/form/labels'
import { fieldWords, type Thing } from '@/lib/record/things/thing'

/** The label of an input: of a field of the thing, or of the reason and source. */
export function inputLabel({ fields }: Thing): (input: string) => string {
  return (input) => {
    const [, field = input] = input.split(/:(.*)/)
    return fields[field]?.label ?? fieldLabel(input)
  }
}

/** A value of a field in words. */
export function valueWords({ fields }: Thing): (field: string, value: string) => string {
  return (name, value) => {
    const field = fields[name]
    return field ? fieldWords(field, value) : value
  }
}
