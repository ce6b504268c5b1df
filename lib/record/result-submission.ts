/** A result's form as it was sent, read once: by the server for an answer, and by the browser for a preview while one types. */

import type { FieldErrors } from '../form/field-errors'
import { textIn } from '../form/form-fields'
import { plainText } from '../form/plain-text'
import { type Typed, typedIn } from '../form/typed'
import { readNewCompetition } from './competition-form'
import { decodeReferences } from './competition-reference'
import { type EvidenceRead, readEvidence } from './evidence'
import type { Draft } from './merge'
import { type Base, readBase } from './result-base'
import { NO_SCOPE, RESULT_FIELDS } from './result-fields'

export interface Submission {
  /** Every input as it was typed, for an answer that saves nothing. */
  typed: Typed
  /** What the form was opened with; null for a new result. */
  base: Base | null
  /** What is to be saved; the competition as text, or as a slug where that is chosen. */
  draft: Draft
  competition: SubmittedCompetition
  evidence: EvidenceRead
  /** What is wrong with added rows and with choices, by the name of the input: `newPlace.0`. */
  errors: FieldErrors
  /** The input in which a field of the draft was typed, where it is an added row. */
  inputs: Record<string, string>
}

export interface SubmittedCompetition {
  text: string
  /** What the text means, as far as the form says. */
  slug: string | null
  /** The slug that the editor chose when asked, whatever the text is now. */
  chosen: string | null
  /** A competition to be made; null where none is described. */
  described: ReturnType<typeof readNewCompetition>
}

export function readSubmission(form: FormData): Submission {
  const base = readBase(form)
  const read = readDraft(form)
  const { draft, errors } = applyChoices(form, read.draft, base?.draft ?? {})
  return {
    typed: typedIn(form),
    base,
    draft,
    competition: readCompetition(form, draft.competition ?? ''),
    evidence: readEvidence(form),
    errors: { ...read.errors, ...errors },
    inputs: read.inputs,
  }
}

/** @param text the draft's competition: a colleague's slug, where theirs was chosen instead of what was typed. */
function readCompetition(form: FormData, text: string): SubmittedCompetition {
  const typed = textIn(form)('competition')
  const references = decodeReferences(form.getAll('competitionReference'))
  const slug = text === typed ? references.findLast((reference) => reference.text === text)?.slug : text
  const chosen = references.findLast(({ isChosen }) => isChosen)
  return { text, slug: slug ?? null, chosen: chosen?.slug ?? null, described: readNewCompetition(form) }
}

/**
 * A draft out of a submitted form, its text trimmed and composed (NFC).
 *
 * A place is in `place:<classification>`. A record is a box `record:<code>` with its scope in `scope:<code>`; one that
 * is not ticked is taken away. Beside the named fields come added rows, paired in order: `newClassification` with
 * `newPlace` (overall where no classification is given), `newRecord` with `newScope`.
 */
export function readDraft(form: FormData): Pick<Submission, 'draft' | 'errors' | 'inputs'> {
  const text = textIn(form)
  const draft: Draft = {}
  for (const field of RESULT_FIELDS) draft[field] = text(field)
  for (const [name, value] of form) {
    const [kind, rest = ''] = name.split(/:(.*)/)
    if (kind === 'place') draft[name] = plainText(value)
    if (kind === 'record') draft[name] = text(`scope:${rest}`) || NO_SCOPE
  }
  const errors: FieldErrors = {}
  const inputs: Record<string, string> = {}
  for (const { field, value, input, valueInput } of [...addedPlaces(form, errors), ...addedRecords(form, errors)]) {
    if (draft[field]) errors[input] = 'This stands in the form already: correct it there.'
    draft[field] ||= value
    inputs[field] = valueInput
  }
  return { draft, errors, inputs }
}

interface AddedRow {
  field: string
  value: string
  /** The input that names the field, and the one that holds its value. */
  input: string
  valueInput: string
}

function addedPlaces(form: FormData, errors: FieldErrors): AddedRow[] {
  return pairsIn(form, 'newClassification', 'newPlace').flatMap(([typed, place], row): AddedRow[] => {
    if (typed === '' && place === '') return []
    const [input, valueInput] = [`newClassification.${row}`, `newPlace.${row}`]
    const classification = typed === '' ? 'overall' : classificationSlug(typed)
    if (place === '') errors[valueInput] = 'Which place was it?'
    if (classification !== '') return [{ field: `place:${classification}`, value: place, input, valueInput }]
    errors[input] = 'Write it in Latin letters: Asian championship.'
    return []
  })
}

function addedRecords(form: FormData, errors: FieldErrors): AddedRow[] {
  return pairsIn(form, 'newRecord', 'newScope').flatMap(([typed, scope], row): AddedRow[] => {
    const [code, input] = [typed.toUpperCase(), `newRecord.${row}`]
    if (code !== '') return [{ field: `record:${code}`, value: scope || NO_SCOPE, input, valueInput: input }]
    if (scope !== '') errors[input] = 'Which record was it? NR, AR, CR, WR …'
    return []
  })
}

/** Two inputs that come several times each, by row. */
function pairsIn(form: FormData, first: string, second: string): [first: string, second: string][] {
  const seconds = form.getAll(second)
  return form.getAll(first).map((value, row) => [plainText(value), plainText(seconds[row] ?? null)])
}

/** "Asian championship" → "asian-championship"; '' where nothing of it is Latin. */
function classificationSlug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
}

/**
 * Resolves what two editors changed differently: for each field that the form names in `clash`, `choice:<field>` says
 * whether `mine` (what is in the form) or `theirs` is saved.
 */
export function applyChoices(form: FormData, mine: Draft, theirs: Draft): { draft: Draft; errors: FieldErrors } {
  const draft = { ...mine }
  const errors: FieldErrors = {}
  for (const field of form.getAll('clash').map(plainText)) {
    const choice = form.get(`choice:${field}`)
    if (choice === 'theirs') draft[field] = theirs[field] ?? ''
    else if (choice !== 'mine') errors[`choice:${field}`] = 'Choose which of the two stands.'
  }
  return { draft, errors }
}
