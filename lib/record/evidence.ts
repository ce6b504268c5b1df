/** Why, and from where: what every save must say, as a form of the desk sends it. */

import type { FieldErrors } from '../form/field-errors'
import { plainText } from '../form/plain-text'
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

/** The reason of a change that rests on the history itself, as undoing one does. */
export function readReason(form: FormData): { reason: string; errors: FieldErrors | null } {
  const reason = plainText(form.get('reason'))
  const error = reasonError(reason)
  return { reason, errors: error === null ? null : { reason: error } }
}

function reasonError(reason: string): string | null {
  if (reason === '') return 'Say why: the reason stands in the public history.'
  return reason.length > 1000 ? 'This is longer than 1000 characters.' : null
}

/**
 * Reads the reason and the source of a change; a source is chosen by slug (`source`) or described anew (`publication`,
 * `title`, `author`, `translator`, `sourceDate`, `language`, `url`, `accessed`), not both.
 */
export function readEvidence(form: FormData): { ok: true; evidence: Evidence } | { ok: false; errors: FieldErrors } {
  const [reason, source, locator] = [text('reason'), text('source'), text('locator')]
  const [publication, title, author] = [text('publication'), text('title'), text('author')]
  const [sourceDate, url] = [text('sourceDate'), text('url')]
  const [translator, language, accessed] = [text('translator'), text('language'), text('accessed')]
  const errors: FieldErrors = {}
  const limit = (field: string, most: number) => {
    if (text(field).length > most) errors[field] = `This is longer than ${most} characters.`
  }
  function text(field: string): string {
    return plainText(form.get(field))
  }

  const unreasoned = reasonError(reason)
  if (unreasoned !== null) errors.reason = unreasoned
  if (locator === '') errors.locator = 'Say where it stands: a page, a paragraph, a row of a table.'
  limit('locator', 300)
  const given = [publication, title, author, translator, sourceDate, language, url, accessed]
  const isDescribed = given.some((text) => text !== '')
  if (source !== '' && isDescribed) errors.source = 'Choose a source or describe a new one, not both.'
  if (source === '' && !isDescribed) errors.source = 'Choose the source, or describe a new one below.'
  if (isDescribed && publication === '') errors.publication = 'Where was it published?'
  if (isDescribed && title === '') errors.title = 'What is its title?'
  for (const field of ['publication', 'title', 'author', 'translator']) limit(field, 300)
  const date = sourceDate === '' ? null : parsePartialDate(sourceDate)
  if (sourceDate !== '' && date === null) errors.sourceDate = 'Write 2014, 2014-12 or 2014-12-07.'
  const read = accessed === '' ? null : parsePartialDate(accessed)
  if (accessed !== '' && read === null) errors.accessed = 'Write the day on which it was read: 2014-12-07.'
  if (language !== '' && !/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language)) {
    errors.language = 'A language is written en, mn, ja …'
  }
  if (url !== '' && !(/^https?:\/\/\S+$/.test(url) && URL.canParse(url))) errors.url = 'An address begins with https://'
  limit('url', 1000)

  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const described = {
    publication,
    title,
    url: url || null,
    date,
    author: author || null,
    translator: translator || null,
    language: language || null,
    accessed: read,
  }
  return { ok: true, evidence: { reason, locator, source: source !== '' ? { slug: source } : described } }
}
