/** The answer to a form of the desk: plain data, between the action and the form. */

import type { Preview } from '@/lib/career/save-preview'
import type { FieldErrors } from '@/lib/form/field-errors'
import type { Typed } from '@/lib/form/typed'
import type { Base } from '@/lib/record/form-base'
import type { Clash } from '@/lib/record/merge'
import type { SourceChoice } from '@/lib/record/source-choice'

export interface FormState {
  /** How often the form was sent; with each new number the form is rendered again, with what was typed. */
  attempt: number
  /** What was typed; null before anything was sent. */
  typed: Typed | null
  /** By the name of the input; `form` is about none of them. */
  errors: FieldErrors
  isSignedOut: boolean
  /** Whether the password has to be given again first, because this matters most. */
  needsPassword?: boolean
  /** Whether no answer came, so that nobody knows whether it was saved. */
  isUnanswered?: boolean
  /** The version that a form is based on from now on, where somebody has changed the thing meanwhile. */
  version?: number | null
  /** Which sources may be meant, where that is to be asked. */
  sourceCandidates?: SourceChoice[]
}

/** One of several things that a text may mean. */
export interface Candidate {
  slug: string
  label: string
  detail: string
}

/** What a colleague saved in between: what clashes with the form, and what was merged into it. */
export interface ClashState {
  clashes: Clash[]
  taken: { field: string; value: string }[]
}

export interface ResultFormState extends FormState {
  /** What the form is based on, which a clash replaces; null before anything was sent. */
  base: Base | null
  candidates: Candidate[]
  /** Who may be meant by a member of the team, by the number of the row. */
  runnerCandidates: Record<number, Candidate[]>
  /** The result that is in the way of a save: nobody runs a race twice. */
  twin: string | null
  clash: ClashState | null
  preview: Preview | null
}

export const UNSENT: ResultFormState = {
  attempt: 0,
  typed: null,
  errors: {},
  isSignedOut: false,
  base: null,
  candidates: [],
  runnerCandidates: {},
  twin: null,
  clash: null,
  preview: null,
}

/** The values and errors of a form, by input; of inputs that come several times, by row. */
export interface Filled {
  value(name: string, row?: number): string
  /** Of a name that comes several times, every value. */
  values(name: string): readonly string[]
  isTicked(name: string): boolean
  error(input: string): string | undefined
}

export function filled(typed: Typed, errors: FieldErrors): Filled {
  return {
    value: (name, row = 0) => typed[name]?.[row] ?? '',
    values: (name) => typed[name] ?? [],
    isTicked: (name) => typed[name] !== undefined,
    error: (input) => errors[input],
  }
}

/** The answer to the form of a thing that its description makes: lib/record/things. */
export interface ThingFormState extends FormState {
  /** What the form is based on, which a clash replaces; null before anything was sent. */
  base: Base | null
  clash: ClashState | null
  /** What is unlikely, by field: saved once the editor says that it is so. */
  doubts: FieldErrors
  /** Of a claim, what the record says of the same, and whether the claim would be a finding. */
  checked?: { words: string; isFinding: boolean } | null
  /** Who may be meant by a new athlete. */
  namesakes: { slug: string; name: string; detail: string }[]
}

export const UNSENT_THING: ThingFormState = {
  attempt: 0,
  typed: null,
  errors: {},
  isSignedOut: false,
  base: null,
  clash: null,
  doubts: {},
  namesakes: [],
}
