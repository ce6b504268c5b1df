/** Why, and from where: what every save must say, as a form of the desk sends it. */

import { z } from 'zod'
import type { FieldErrors } from '../form/field-errors'
import { limitedText, optionalText, parsedText, readFields, requiredText, textIn } from '../form/form-fields'
import { decodeReferences, type Reference, referenceFor } from '../form/reference'
import type { Typed } from '../form/typed'
import { parsePartialDate } from '../sport/partial-date'
import { sourceName } from './source-choice'
import { ADDRESS, LANGUAGE } from './things/field'

export interface Evidence {
  reason: string
  /** Where in the source. */
  locator: string
  source: { slug: string } | NewSource
}

/** A source that the record does not have yet. */
export interface NewSource {
  publication: string
  title: string
  url: string | null
  date: string | null
  author: string | null
  translator?: string | null
  /** BCP 47: en, mn, ja … */
  language?: string | null
  /** When it was read, where it may change. */
  accessed?: string | null
}

/** The reason and the source as they were sent: which source is meant, only the record can tell. */
export interface SubmittedEvidence {
  /** '' where it is missing, and so is the locator. */
  reason: string
  locator: string
  /** Null where the form does not say, or not clearly. */
  source: SubmittedSource | null
  errors: FieldErrors
}

export type SubmittedSource =
  /** `slug` is what the text means, as far as the form says. */
  | { text: string; slug: string | null }
  /** `chosen` is the source of the record that was chosen in place of the description, when that was asked. */
  | { described: NewSource; chosen: string | null }

export const REASON = requiredText('Say why: the reason stands in the public history.', 1000)
export const LOCATOR = requiredText('Say where it stands: a page, a paragraph, a row of a table.', 300)

const NEW_SOURCE = {
  publication: limitedText(300),
  title: limitedText(300),
  author: optionalText(300),
  translator: optionalText(300),
  sourceDate: parsedText(parsePartialDate, 'Write 2014, 2014-12 or 2014-12-07.'),
  language: LANGUAGE,
  url: ADDRESS,
  accessed: parsedText(parsePartialDate, 'Write the day on which it was read: 2014-12-07.'),
}
const WHY_AND_WHERE = z.object({ reason: REASON, locator: LOCATOR })

/** The inputs that describe a new source. */
export const DESCRIPTION = Object.keys(NEW_SOURCE)
export const NOTHING_DESCRIBED: Typed = Object.fromEntries(DESCRIPTION.map((input) => [input, ['']]))

/** The reason of a change that needs no source, such as undoing another. */
export function readReason(form: FormData): { reason: string; errors: FieldErrors | null } {
  const read = readFields(z.object({ reason: REASON }), textIn(form))
  return { reason: read.values.reason ?? '', errors: read.ok ? null : read.errors }
}

/** Reads the reason and the source of a change; a source is named or described, not both. */
export function readEvidence(form: FormData): SubmittedEvidence {
  const { values, errors } = readFields(WHY_AND_WHERE, textIn(form))
  const source = readSource(form)
  return {
    reason: values.reason ?? '',
    locator: values.locator ?? '',
    source: source.ok ? source.source : null,
    errors: { ...errors, ...(source.ok ? {} : source.errors) },
  }
}

type SourceRead = { ok: true; source: SubmittedSource } | { ok: false; errors: FieldErrors }

function readSource(form: FormData): SourceRead {
  const text = textIn(form)
  const name = text('source')
  const references = decodeReferences(form.getAll('sourceReference'))
  const meant = referenceFor(references, name)
  const described = DESCRIPTION.filter((input) => text(input) !== '')
  // Text that the record did not know was put into the description, and stands in both.
  const isNamed = name !== '' && meant?.slug !== null
  if (name !== '' && (described.length === 0 || (isNamed && isCarried(described, text('title'), references)))) {
    return { ok: true, source: { text: name, slug: meant?.slug ?? null } }
  }
  if (described.length === 0) return { ok: false, errors: { source: 'Name the source, or describe a new one below.' } }
  const read = readDescription(text)
  if (!isNamed && read.ok) {
    const chosen = referenceFor(references, sourceName(read.described))?.slug ?? null
    return { ok: true, source: { described: read.described, chosen } }
  }
  const both = { source: 'Name a source or describe a new one, not both.' }
  return { ok: false, errors: { ...(isNamed && both), ...(read.ok ? {} : read.errors) } }
}

/** Whether all that is described is a title that nobody typed as one: another name typed since replaces it. */
function isCarried(described: readonly string[], title: string, references: readonly Reference[]): boolean {
  const [only, ...others] = described
  return only === 'title' && others.length === 0 && referenceFor(references, title)?.slug === null
}

function readDescription(
  text: (name: string) => string,
): { ok: true; described: NewSource } | { ok: false; errors: FieldErrors } {
  const read = readFields(z.object(NEW_SOURCE), text)
  const errors = {
    ...read.errors,
    ...(text('publication') === '' && { publication: 'Where was it published?' }),
    ...(text('title') === '' && { title: 'What is its title?' }),
  }
  if (!read.ok || Object.keys(errors).length > 0) return { ok: false, errors }
  const { sourceDate: date, ...described } = read.values
  return { ok: true, described: { ...described, date } }
}
