/** How one field of a thing is described: what it is called, how it is typed, and what it may hold. */

import {
  choiceOf,
  type FormField,
  limitedText,
  optionalText,
  parsedText,
  required,
  requiredText,
} from '../../form/form-fields'
import { findCountry } from '../../sport/countries'
import { parsePartialDate } from '../../sport/partial-date'

/** How a field is typed. */
export type FieldInput =
  | { as: 'text'; list?: 'countries' | 'scripts' | 'languages'; mode?: 'numeric' | 'decimal' | 'url' }
  | { as: 'area'; rows: number }
  /** Text with figures bound to results and footnotes: lib/career/biography.ts. */
  | { as: 'biography' }
  /** A picture by the key of its bytes, which are uploaded apart: lib/record/photo.ts. */
  | { as: 'picture' }
  | { as: 'choice'; choices: readonly Choice[] }
  /** Another thing of the record, chosen by what the column holds: an id, or a slug. */
  | { as: 'reference'; to: Reference }

export type Reference =
  | 'series'
  | 'seriesSlug'
  | 'competition'
  | 'discipline'
  | 'result'
  | 'athlete'
  | 'source'
  | 'chapter'

export type Choice = readonly [value: string, words: string]

export interface Field {
  label: string
  hint?: string
  input: FieldInput
  size?: 'half' | 'whole'
  /** From the text of the form to the value of the column, with the error in words. */
  rule: FormField<string | number | null>
  /** From the value of the column to the text of the form; the value itself where there is none. */
  text?: (value: unknown) => string
  /** Whether a source can be cited for it by itself. */
  isCited?: true
}

export const A_DATE = 'Write the date as far as it is known: 2014, 2014-12 or 2014-12-07; 2014-04~ for about.'

type Named = Pick<Field, 'label'> & Partial<Field>

export function text({ label, ...rest }: Named, most = 200): Field {
  return { label, input: { as: 'text' }, rule: optionalText(most), ...rest }
}

export function requiredLine({ label, ...rest }: Named, missing: string, most = 200): Field {
  return { label, input: { as: 'text' }, rule: requiredText(missing, most), ...rest }
}

export function area({ label, ...rest }: Named, rows = 2, most = 2000): Field {
  return { label, input: { as: 'area', rows }, size: 'whole', rule: optionalText(most), ...rest }
}

export function date({ label, ...rest }: Named): Field {
  return {
    label,
    hint: '1981, 1981-10 or 1981-10-07; 1981-10~ for about.',
    input: { as: 'text' },
    rule: parsedText(parsePartialDate, A_DATE),
    ...rest,
  }
}

export const ADDRESS = limitedText(1000).pipe(
  parsedText(
    (typed) => (/^https?:\/\/\S+$/.test(typed) && URL.canParse(typed) ? typed : null),
    'An address begins with https://',
  ),
)

export const LANGUAGE = parsedText(
  (typed) => (/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(typed) ? typed : null),
  'A language is written en, mn, ja …',
)

export function language({ label, ...rest }: Named): Field {
  return { label, hint: 'en, mn, ja …', input: { as: 'text', list: 'languages' }, rule: LANGUAGE, ...rest }
}

export function webAddress({ label, ...rest }: Named): Field {
  return {
    label,
    hint: 'Begins with https://',
    input: { as: 'text', mode: 'url' },
    size: 'half',
    rule: ADDRESS,
    ...rest,
  }
}

export const COUNTRY = parsedText(
  (typed) => findCountry(typed)?.code ?? null,
  (typed) => `“${typed}” is no country here. Type its code or its name: MGL or Mongolia.`,
)

export function countryField({ label, ...rest }: Named): Field {
  return { label, hint: 'MGL or Mongolia.', input: { as: 'text', list: 'countries' }, rule: COUNTRY, ...rest }
}

/** A whole number between two bounds. */
export function whole({ label, ...rest }: Named, [least, most]: readonly [number, number]): Field {
  return {
    label,
    input: { as: 'text', mode: 'numeric' },
    rule: parsedText((typed) => {
      const number = /^-?\d+$/.test(typed) ? Number(typed) : Number.NaN
      return number >= least && number <= most ? number : null
    }, `Write a whole number between ${least} and ${most}.`),
    ...rest,
  }
}

/** One of a list; `none` is what an empty choice is called, where it may be left empty. */
export function choice(
  { label, none, ...rest }: Named & { none?: string },
  words: Readonly<Record<string, string>>,
): Field {
  const values = Object.keys(words)
  const chosen = choiceOf(values, (typed) => `“${typed}” cannot be chosen here.`)
  return {
    label,
    input: { as: 'choice', choices: [...(none === undefined ? [] : [['', none] as const]), ...Object.entries(words)] },
    rule: none === undefined ? required(chosen, 'Choose one.') : chosen,
    ...rest,
  }
}

/** Another thing by its key, which may be left empty. The server sees that the record has it. */
export function reference({ label, ...rest }: Named, to: Extract<FieldInput, { as: 'reference' }>['to']): Field {
  return { label, input: { as: 'reference', to }, rule: optionalText(200), ...rest }
}
