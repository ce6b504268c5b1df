/** What a visitor says is wrong on a page, as the form sends it. */

import { z } from 'zod'
import type { FieldErrors } from '../form/field-errors'
import { optionalText, parsedText, readFields, requiredText, textIn } from '../form/form-fields'
import type { Typed } from '../form/typed'

export type SuggestionState = 'OPEN' | 'TAKEN' | 'PUBLISHED' | 'DECLINED'

export interface Suggestion {
  /** The field that it is about; null for something else. */
  figure: string | null
  wrong: string | null
  right: string
  evidence: string
  name: string | null
  email: string | null
  /** Whether the history may name its sender. */
  wantsCredit: boolean
}

/** What a page shows that can be chosen as wrong: a field, with its value in words; '' where the page shows nothing. */
export interface ShownFigure {
  name: string
  value: string
}

/** The figure of a suggestion about something that is none of the page's figures. */
export const SOMETHING_ELSE = ''

const FIELDS = z.object({
  wrong: optionalText(2000),
  right: requiredText('What should it say?', 2000),
  evidence: requiredText('How do you know? A link, a result list, “I was there”.', 2000),
  name: optionalText(100),
  email: parsedText(
    (text) => (z.email().safeParse(text).success && text.length <= 200 ? text : null),
    'This is not an e-mail address.',
  ),
})

/** @param figures what the page shows: nothing else can be chosen. */
export function readSuggestion(
  form: FormData,
  figures: readonly ShownFigure[],
): { ok: true; suggestion: Suggestion } | { ok: false; errors: FieldErrors } {
  const text = textIn(form)
  const read = readFields(FIELDS, text)
  const chosen = text('figure')
  const figure = figures.find(({ name }) => name === chosen)?.name ?? null
  const wantsCredit = form.has('wantsCredit')
  const errors: FieldErrors = {
    ...read.errors,
    ...(chosen !== SOMETHING_ELSE && figure === null && { figure: 'The page does not show this. Choose again.' }),
    ...(chosen === SOMETHING_ELSE && text('wrong') === '' && { wrong: 'What is wrong, or missing?' }),
    ...(wantsCredit && text('name') === '' && { name: 'Under which name may the history thank you?' }),
  }
  if (!read.ok || Object.keys(errors).length > 0) return { ok: false, errors }
  return { ok: true, suggestion: { ...read.values, figure, wantsCredit } }
}

/** What a suggestion puts into the form of its figure: the value, the reason, and how its sender knows as the source. */
export function typedSuggestion({ figure, right, evidence, name }: Suggestion): Typed {
  const [address] = /^https?:\/\/\S+$/.exec(evidence.trim()) ?? []
  return {
    ...(figure !== null && { [figure]: [right] }),
    reason: [`Suggested by ${name ?? 'a visitor'}`],
    ...(address ? { url: [address] } : { source: [evidence.slice(0, 300)] }),
  }
}
