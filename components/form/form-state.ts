/** The answer to a form of the desk: plain data, between the action and the form. */

import type { Preview } from '@/lib/career/save-preview'
import type { FieldErrors } from '@/lib/form/field-errors'
import type { Typed } from '@/lib/form/typed'
import type { Clash } from '@/lib/record/merge'
import type { Base } from '@/lib/record/result-base'

export interface FormState {
  /** How often the form was sent; with each new number the form is rendered again, with what was typed. */
  attempt: number
  /** What was typed; null before anything was sent. */
  typed: Typed | null
  /** By the name of the input; `form` is about none of them. */
  errors: FieldErrors
  isSignedOut: boolean
  /** Whether no answer came, so that nobody knows whether it was saved. */
  isUnanswered?: boolean
  /** The version that a form is based on from now on, where somebody has changed the thing meanwhile. */
  version?: number | null
}

export interface CompetitionCandidate {
  slug: string
  label: string
  detail: string
}

export interface ResultFormState extends FormState {
  /** What the form is based on, which a clash replaces; null before anything was sent. */
  base: Base | null
  candidates: CompetitionCandidate[]
  clash: { clashes: Clash[]; taken: { field: string; value: string }[] } | null
  preview: Preview | null
}

export const UNSENT: ResultFormState = {
  attempt: 0,
  typed: null,
  errors: {},
  isSignedOut: false,
  base: null,
  candidates: [],
  clash: null,
  preview: null,
}

/** The values and errors of a form, by input; of inputs that stand several times, by row. */
export interface Filled {
  value(name: string, row?: number): string
  isTicked(name: string): boolean
  error(input: string): string | undefined
}

export function filled(typed: Typed, errors: FieldErrors): Filled {
  return {
    value: (name, row = 0) => typed[name]?.[row] ?? '',
    isTicked: (name) => typed[name] !== undefined,
    error: (input) => errors[input],
  }
}
