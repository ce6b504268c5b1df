import { z } from 'zod'
import { plainText } from '@/lib/form/plain-text'
import { FORMATS } from '@/lib/import/format'
import type { Column } from '@/lib/import/listing'
import { ENCODINGS, type ImportSetup } from '@/lib/import/setup'
import { isColumn } from '@/lib/import/stored'
import { RESULT } from '@/lib/record/result-fields'
import { findCountry } from '@/lib/sport/countries'
import { isDisciplineSlug } from '@/lib/sport/disciplines'
import { parsePartialDate } from '@/lib/sport/partial-date'
import { ROUNDS } from '@/lib/sport/performance'

const text = z.preprocess((value) => plainText(typeof value === 'string' ? value : null), z.string())
const optionalText = text.transform((value) => value || null)
/** One of a list; null for anything else, which no browser sends. */
const optionalChoice = <const T extends string>(choices: readonly T[]) =>
  text.transform((value) => choices.find((choice) => choice === value) ?? null)

/** As the form of a result has it. */
const byRule = (name: 'ageGroup' | 'paraClass') =>
  text.transform((value, context) => {
    const read = RESULT.shape[name].safeParse(value)
    if (!read.success) context.addIssue(read.error.issues[0]?.message ?? 'This cannot be read.')
    return read.success ? (read.data ?? null) : null
  })

/** The form that says how a file is read, and what is true of all its rows. */
const setupForm = z.object({
  format: optionalChoice(FORMATS.map(({ format }) => format)),
  encoding: optionalChoice(ENCODINGS),
  delimiter: text.transform((value) =>
    value === '\\t' ? '\t' : ([',', ';', '|'].find((one) => one === value) ?? null),
  ),
  dayOrder: optionalChoice(['DMY', 'MDY']),
  publication: optionalText,
  discipline: text.transform((value) => (isDisciplineSlug(value) ? value : null)),
  sex: optionalChoice(['M', 'F', 'X']),
  date: optionalText.transform((value, context) => {
    const date = value === null ? null : parsePartialDate(value)
    if (value !== null && date === null) context.addIssue('Write 2014, 2014-12 or 2014-12-07.')
    return date
  }),
  competition: optionalText,
  city: optionalText,
  country: text.transform((value, context) => {
    const found = value === '' ? null : findCountry(value)
    if (value !== '' && found === null) context.addIssue('Write three letters, MGL or JPN, or the name.')
    return found?.code ?? null
  }),
  athlete: optionalText,
  ageGroup: byRule('ageGroup'),
  paraClass: byRule('paraClass'),
  round: optionalChoice(ROUNDS),
})

export type SetupInput = z.infer<typeof setupForm>

/** What the form says, or the error of each field that cannot be read. */
export function parseSetup(form: FormData): { input: SetupInput } | { errors: Record<string, string> } {
  const parsed = setupForm.safeParse(Object.fromEntries(form))
  if (parsed.success) return { input: parsed.data }
  return { errors: Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), message])) }
}

/** The columns as the editor chose them; where they were remembered, only those that were changed by hand. */
export function chosenTables(setup: ImportSetup, form: FormData, isRemembered: boolean): ImportSetup['tables'] {
  return setup.tables.map((table, index) => {
    const columns = table.columns.map((guess, column): Column | null => {
      const chosen = form.get(`column.${index}.${column}`)
      if (typeof chosen !== 'string' || (isRemembered && form.get(`guessed.${index}.${column}`) === chosen))
        return guess
      return isColumn(chosen) ? chosen : null
    })
    const isShown = form.has(`column.${index}.0`)
    return { ...table, columns, leftOut: isShown ? form.has(`leftOut.${index}`) : table.leftOut }
  })
}
