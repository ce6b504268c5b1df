/** The fields of a form as zod schemas under the names of its inputs: what each may hold, and what is wrong otherwise. */

import { z } from 'zod'
import type { FieldErrors } from './field-errors'
import { plainText } from './plain-text'

/** What a field makes of the text in its input. */
export type FormField<Value = unknown> = z.ZodType<Value, string>

type Shape = Record<string, FormField>
type Values<Fields extends Shape> = { [Name in keyof Fields]: z.output<Fields[Name]> }

export type FieldsRead<Fields extends Shape> =
  | { ok: true; values: Values<Fields>; errors: FieldErrors }
  /** Without the values of the fields that could not be read. */
  | { ok: false; values: Partial<Values<Fields>>; errors: FieldErrors }

/**
 * Reads each field by itself: everything that is wrong is reported at once, and rules between fields can still look at
 * the fields that are right. Where several things are wrong with a field, the first is reported.
 */
export function readFields<Fields extends Shape>(
  { shape }: z.ZodObject<Fields>,
  textOf: (name: string) => string,
): FieldsRead<Fields> {
  const values: Partial<Record<string, unknown>> = {}
  const errors: FieldErrors = {}
  for (const [name, field] of Object.entries<FormField>(shape)) {
    const read = field.safeParse(textOf(name))
    if (read.success) values[name] = read.data
    else errors[name] = firstReason(read.error)
  }
  const ok = Object.keys(errors).length === 0
  return { ok, values, errors } as FieldsRead<Fields>
}

/** The text of a form's input, cleaned; '' where there is none. */
export function textIn(form: FormData): (name: string) => string {
  return (name) => plainText(form.get(name))
}

export function firstReason(error: z.ZodError): string {
  return error.issues[0]?.message ?? 'This cannot be read.'
}

const tooLong = (most: number) => `This is longer than ${most} characters.`

/** Null where it is blank. */
export function optionalText(most = 200): FormField<string | null> {
  return limitedText(most).transform((text) => text || null)
}

/** '' where it is blank. */
export function limitedText(most: number): z.ZodString {
  return z.string().max(most, tooLong(most))
}

export function requiredText(missing: string, most = 200): FormField<string> {
  return z.string().min(1, missing).max(most, tooLong(most))
}

/** Text that `parse` reads, which answers null where it cannot; a blank input is null, too. */
export function parsedText<Value>(
  parse: (text: string) => Value | null,
  refusal: string | ((text: string) => string),
): FormField<Value | null> {
  return z.string().transform((text, context) => {
    const value = text === '' ? null : parse(text)
    if (text !== '' && value === null) {
      context.addIssue({ code: 'custom', message: typeof refusal === 'string' ? refusal : refusal(text) })
    }
    return value
  })
}

/** One of a list; null where nothing is chosen. */
export function choiceOf<Choice extends string>(
  choices: readonly Choice[],
  refusal: string | ((text: string) => string) = (text) => `“${text}” is not one of ${choices.join(', ')}.`,
): FormField<Choice | null> {
  return parsedText((text) => choices.find((choice) => choice === text) ?? null, refusal)
}

/** A field that must not be left blank. */
export function required<Value>(field: FormField<Value | null>, missing: string): FormField<Value> {
  return field.transform((value, context) => {
    if (value !== null) return value
    context.addIssue({ code: 'custom', message: missing })
    return z.NEVER
  })
}
