/** What a form of the desk is told after it was sent: plain data, between the action and the form. */

import type { Preview } from '@/lib/career/save-preview'
import type { FieldErrors } from '@/lib/form/field-errors'
import type { Typed } from '@/lib/form/typed'
import type { Clash, Draft } from '@/lib/record/merge'

export interface FormState {
  /** How often the form was sent; a new number lays the form out anew, with what was typed. */
  attempt: number
  /** What was typed; null before anything was sent. */
  typed: Typed | null
  /** By the name of the input; `form` is about none of them. */
  errors: FieldErrors
  isSignedOut: boolean
  /** Whether no answer came, so that nobody knows whether it was saved. */
  isUnanswered?: boolean
  /** The version that a form rests on from now on, where it rests on one and somebody has changed the thing meanwhile. */
  version?: number | null
}

export interface CompetitionCandidate {
  slug: string
  label: string
  detail: string
}

/** A result's values as they were when its form was opened, and its version then. */
export interface Base {
  draft: Draft
  version: number
}

export interface ResultFormState extends FormState {
  /** The base that the form stands on, which a clash moves on; null before anything was sent. */
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
