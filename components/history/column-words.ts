/** Columns of the record by the words of their forms: what the description of a thing calls them and their choices. */

import { thingOfTable } from '@/lib/record/things/things'
import { wordFor } from '@/lib/text/word-for'
import { fieldName } from '../record/labels'
import { valueInWords } from './value-words'

/** "name in lists" for an athlete's sortName. Of a table that has no description, and of a unit, as everywhere. */
export function columnName(entity: string, field: string): string {
  const label = wordFor(thingOfTable(entity)?.fields ?? {}, field)?.label
  return label === undefined || field in UNITS ? fieldName(field) : `${label.charAt(0).toLowerCase()}${label.slice(1)}`
}

/** Their names say in what they are measured. */
const UNITS = { heightCm: 'cm', weightKg: 'kg' }

/** A value as the form shows it where it is chosen from a list, otherwise as everywhere. */
export function columnValue(entity: string, field: string, value: string | null): string {
  if (value === null) return 'nothing'
  const input = wordFor(thingOfTable(entity)?.fields ?? {}, field)?.input
  const chosen = input?.as === 'choice' ? input.choices.find(([code]) => code === value) : undefined
  return chosen?.[1] ?? valueInWords(field, value)
}
