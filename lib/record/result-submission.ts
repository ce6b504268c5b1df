/** A result's form as it was sent, read once: by the server for an answer, and by the browser for a preview while one types. */

import type { FieldErrors } from '../form/field-errors'
import { textIn } from '../form/form-fields'
import { plainText } from '../form/plain-text'
import { decodeReferences, referenceFor } from '../form/reference'
import { type Typed, typedIn } from '../form/typed'
import { flagsIn, inOrder } from '../sport/flags'
import { readNewCompetition } from './competition-form'
import { readEvidence, type SubmittedEvidence } from './evidence'
import { type Base, readBase } from './form-base'
import type { Draft } from './merge'
import { NO_SCOPE, RESULT_FIELDS } from './result-fields'
import { draftOfRunners, type Runner, readRunners } from './team-form'

export interface Submission {
  /** Every input as it was typed, for an answer that saves nothing. */
  typed: Typed
  /** What the form was opened with; null for a new result. */
  base: Base | null
  /** What is to be saved; the competition as text, or as a slug where that is chosen. */
  draft: Draft
  competition: SubmittedCompetition
  /** The members of the team; the draft has those of whom the form says who they are. */
  runners: Runner[]
  evidence: SubmittedEvidence
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
    runners: read.runners,
    evidence: readEvidence(form),
    errors: { ...read.errors, ...errors },
    inputs: read.inputs,
  }
}

/** @param text the draft's competition: a colleague's slug, where theirs was chosen instead of what was typed. */
function readCompetition(form: FormData, text: string): SubmittedCompetition {
  const typed = textIn(form)('competition')
  const references = decodeReferences(form.getAll('competitionReference'))
  const slug = text === typed ? referenceFor(references, text)?.slug : text
  const chosen = references.findLast(({ isChosen }) => isChosen)
  return { text, slug: slug ?? null, chosen: chosen?.slug ?? null, described: readNewCompetition(form) }
}

/**
 * A draft out of a submitted form, its text trimmed and composed (NFC).
 *
 * A place is in `place:<classification>`. A record is a box `record:<code>` with its scope in `scope:<code>`; one that
 * is not ticked is taken away, with all that goes with it. Beside the named fields come added rows, in order:
 * `newClassification`, `newPlace` and `newPlaceAsPublished` (overall where no classification is given); `newRecord`,
 * `newScope`, `newAuthority` and `newState`, where "=NR" is a record that was equalled. Each flag is a box `flags`.
 */
export function readDraft(form: FormData): Pick<Submission, 'draft' | 'errors' | 'inputs' | 'runners'> {
  const text = textIn(form)
  const draft: Draft = {}
  for (const field of RESULT_FIELDS) draft[field] = text(field)
  draft.flags = inOrder(form.getAll('flags').flatMap((letters) => flagsIn(plainText(letters)))).join(' ')
  for (const [name, value] of form) {
    const [kind, rest = ''] = name.split(/:(.*)/)
    if (kind === 'place') {
      draft[name] = plainText(value)
      draft[`placeAsPublished:${rest}`] = draft[name] === '' ? '' : text(`placeAsPublished:${rest}`)
    }
    if (kind === 'record') {
      draft[name] = text(`scope:${rest}`) || NO_SCOPE
      for (const part of ['authority', 'state', 'equalled']) draft[`${part}:${rest}`] = text(`${part}:${rest}`)
    }
  }
  const { runners, errors } = readRunners(form)
  const { draft: members, inputs } = draftOfRunners(runners)
  Object.assign(draft, members)
  for (const { input, fields } of [...addedPlaces(form, errors), ...addedRecords(form, errors)]) {
    for (const [index, { field, value, valueInput }] of fields.entries()) {
      if (index === 0 && draft[field]) errors[input] = 'This stands in the form already: correct it there.'
      draft[field] ||= value
      inputs[field] = valueInput
    }
  }
  return { draft, errors, inputs, runners }
}

interface AddedRow {
  /** The input that names the row. */
  input: string
  /** The row's own field, and those that go with it, each with the input that holds its value. */
  fields: { field: string; value: string; valueInput: string }[]
}

function addedPlaces(form: FormData, errors: FieldErrors): AddedRow[] {
  return rowsIn(form, ['newClassification', 'newPlace', 'newPlaceAsPublished']).flatMap((texts, row): AddedRow[] => {
    const [typed = '', place = '', published = ''] = texts
    if (texts.every((text) => text === '')) return []
    const [input, valueInput] = [`newClassification.${row}`, `newPlace.${row}`]
    const classification = typed === '' ? 'overall' : classificationSlug(typed)
    if (place === '') errors[valueInput] = 'Which place was it?'
    if (classification === '') {
      errors[input] = 'Write it in Latin letters: Asian championship.'
      return []
    }
    const asPublished = { field: `placeAsPublished:${classification}`, valueInput: `newPlaceAsPublished.${row}` }
    const fields = [
      { field: `place:${classification}`, value: place, valueInput },
      { ...asPublished, value: published },
    ]
    return [{ input, fields }]
  })
}

function addedRecords(form: FormData, errors: FieldErrors): AddedRow[] {
  return rowsIn(form, ['newRecord', 'newScope', 'newAuthority', 'newState']).flatMap((texts, row): AddedRow[] => {
    const [typed = '', scope = '', authority = '', state = ''] = texts
    const code = typed.toUpperCase().replace(/^= ?/, '')
    const input = `newRecord.${row}`
    if (code === '') {
      if (texts.some((text) => text !== '')) errors[input] = 'Which record was it? NR, AR, CR, WR …'
      return []
    }
    const fields = [
      { field: `record:${code}`, value: scope || NO_SCOPE, valueInput: input },
      { field: `authority:${code}`, value: authority, valueInput: `newAuthority.${row}` },
      { field: `state:${code}`, value: state, valueInput: `newState.${row}` },
      { field: `equalled:${code}`, value: typed.startsWith('=') ? 'yes' : '', valueInput: input },
    ]
    return [{ input, fields }]
  })
}

/** Inputs that come several times each, by row. */
function rowsIn(form: FormData, names: readonly [string, ...string[]]): string[][] {
  const columns = names.map((name) => form.getAll(name))
  return form.getAll(names[0]).map((_, row) => columns.map((column) => plainText(column[row] ?? null)))
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
