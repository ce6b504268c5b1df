/**
 * How a kind of thing on the record is described. Its form, the checks before it is saved, its history in words, its
 * citations and the table in docs/editing.md read the description; a column that no description speaks of fails a test.
 */

import type { FieldErrors } from '../../form/field-errors'
import { type FieldsRead, firstReason } from '../../form/form-fields'
import type { Draft } from '../merge'
import type { Field } from './field'

export type Value = string | number | null
export type Values = Readonly<Record<string, Value>>

/** A row as the database keeps it: every column by its name. */
export type Row = Readonly<Record<string, unknown>>

export interface Thing {
  /** One of them in words, as in "Edit the name". */
  name: string
  table: string
  fields: Readonly<Record<string, Field>>
  /** Columns that its form does not write, and where they are written. */
  elsewhere: Readonly<Record<string, string>>
  /** The column of a citation that points to it; null where its changes are all that is cited. */
  citation: 'athleteId' | 'nameVariantId' | 'affiliationId' | 'competitionId' | null
  /** The column that points to the thing it is part of; null where it stands by itself. */
  partOf: { kind: 'athlete' | 'competition' | 'event' | 'result'; column: string } | null
  /** Rules between its fields; errors by field. Fields that could not be read are missing. */
  check?: (values: Partial<Values>) => FieldErrors
  /**
   * What one is called in a heading: "Toyo Suisan", "Athens 2004". The row may have, besides its columns, the names of
   * what they point to: `competition` for `competitionId`.
   */
  title: (row: Row) => string
}

/** The values of a row as its form shows them. */
export function draftOfRow({ fields }: Thing, row: Row): Draft {
  return Object.fromEntries(Object.entries(fields).map(([name, { text = textOf }]) => [name, text(row[name])]))
}

/** A value as a form shows it; '' for nothing. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** Reads a form by the description: every field by itself, then the rules between them. */
export function readThing(thing: Thing, draft: Draft): FieldsRead<Record<string, Field['rule']>> {
  const values: Record<string, Value> = {}
  const errors: FieldErrors = {}
  for (const [name, { rule }] of Object.entries(thing.fields)) {
    const read = rule.safeParse(draft[name] ?? '')
    if (read.success) values[name] = read.data
    else errors[name] = firstReason(read.error)
  }
  Object.assign(errors, thing.check?.(values))
  return Object.keys(errors).length === 0 ? { ok: true, values, errors } : { ok: false, values, errors }
}

/** The fields that a source can be cited for by themselves. */
export function citedFields({ fields }: Thing): string[] {
  return Object.entries(fields).flatMap(([name, { isCited }]) => (isCited ? [name] : []))
}

/** A value of a field in words: "Men" for M, "nothing" for none. */
export function fieldWords({ input }: Field, value: string): string {
  if (value === '') return 'nothing'
  if (input.as === 'choice') return input.choices.find(([chosen]) => chosen === value)?.[1] ?? value
  return input.as === 'picture' ? `picture ${value}` : value
}
