import type { Filled } from './form-state'
import { fieldLabel } from './labels'

/** What every input of a form is given: its id, name and label, and what was typed in it and is wrong with it. */
export function inputProps(form: Filled, idOf: (input: string) => string) {
  return (name: string) => ({
    id: idOf(name),
    name,
    label: fieldLabel(name),
    error: form.error(name),
    defaultValue: form.value(name),
  })
}
