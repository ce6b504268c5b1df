/** Why, and from where: what every save must say, as a form of the desk sends it. */

import { z } from 'zod'
import type { FieldErrors } from '../form/field-errors'
import { limitedText, optionalText, parsedText, readFields, requiredText, textIn } from '../form/form-fields'
import { parsePartialDate } from '../sport/partial-date'

export interface Evidence {
  reason: string
  /** Where in the source. */
  locator: string
  source:
    | { slug: string }
    | {
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
}

export type EvidenceRead = { ok: true; evidence: Evidence } | { ok: false; errors: FieldErrors }

export const REASON = requiredText('Say why: the reason stands in the public history.', 1000)
export const LOCATOR = requiredText('Say where it stands: a page, a paragraph, a row of a table.', 300)

/** A source that the record does not have yet. */
const NEW_SOURCE = {
  publication: limitedText(300),
  title: limitedText(300),
  author: optionalText(300),
  translator: optionalText(300),
  sourceDate: parsedText(parsePartialDate, 'Write 2014, 2014-12 or 2014-12-07.'),
  language: parsedText(
    (text) => (/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text) ? text : null),
    'A language is written en, mn, ja …',
  ),
  url: limitedText(1000).pipe(
    parsedText(
      (text) => (/^https?:\/\/\S+$/.test(text) && URL.canParse(text) ? text : null),
      'An address begins with https://',
    ),
  ),
  accessed: parsedText(parsePartialDate, 'Write the day on which it was read: 2014-12-07.'),
}
const EVIDENCE = z.object({ reason: REASON, locator: LOCATOR, source: z.string(), ...NEW_SOURCE })

/** The reason of a change that is based on the history itself, as undoing one is. */
export function readReason(form: FormData): { reason: string; errors: FieldErrors | null } {
  const read = readFields(z.object({ reason: REASON }), textIn(form))
  return { reason: read.values.reason ?? '', errors: read.ok ? null : read.errors }
}

/** Reads the reason and the source of a change; a source is chosen by its slug or described, not both. */
export function readEvidence(form: FormData): EvidenceRead {
  const read = readFields(EVIDENCE, textIn(form))
  const errors = { ...read.errors, ...sourceErrors(textIn(form)) }
  if (!read.ok || Object.keys(errors).length > 0) return { ok: false, errors }
  const { reason, locator, source: slug, sourceDate: date, ...described } = read.values
  return { ok: true, evidence: { reason, locator, source: slug === '' ? { ...described, date } : { slug } } }
}

function sourceErrors(text: (name: string) => string): FieldErrors {
  const isDescribed = Object.keys(NEW_SOURCE).some((name) => text(name) !== '')
  if (!isDescribed) return text('source') === '' ? { source: 'Choose the source, or describe a new one below.' } : {}
  return {
    ...(text('source') !== '' && { source: 'Choose a source or describe a new one, not both.' }),
    ...(text('publication') === '' && { publication: 'Where was it published?' }),
    ...(text('title') === '' && { title: 'What is its title?' }),
  }
}
