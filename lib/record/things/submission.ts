/** A thing's form as it was sent: its inputs are `value:<field>`. */

import type { FieldErrors } from '../../form/field-errors'
import { textIn } from '../../form/form-fields'
import { type Typed, typedIn } from '../../form/typed'
import { type Base, readBase } from '../form-base'
import type { Draft } from '../merge'
import { applyChoices } from '../result-submission'
import type { Thing } from './thing'

export interface ThingSubmission {
  typed: Typed
  /** What the form was opened with; null for a new thing. */
  base: Base | null
  draft: Draft
  /** Clashes that were not decided, by `choice:<field>`. */
  errors: FieldErrors
  /** Whether what is unlikely was confirmed. */
  isSure: boolean
}

export function inputOf(field: string): string {
  return `value:${field}`
}

export function readThingForm(thing: Thing, form: FormData): ThingSubmission {
  const text = textIn(form)
  const base = readBase(form)
  const typed = Object.fromEntries(Object.keys(thing.fields).map((field) => [field, text(inputOf(field))]))
  const { draft, errors } = applyChoices(form, typed, base?.draft ?? {})
  return { typed: typedIn(form), base, draft, errors, isSure: form.get('sure') === 'yes' }
}

/** The inputs of a form that holds a draft. */
export function typedThing(draft: Draft): Typed {
  return Object.fromEntries(Object.entries(draft).map(([field, value]) => [inputOf(field), [value]]))
}
