/** One change to one field of many things, as a form sends it. */

import type { FieldErrors } from '../../form/field-errors'
import { firstReason, textIn } from '../../form/form-fields'
import { isFreeText, type ManyField } from './fields'

/** A value that all of them have afterwards, or a text that is replaced wherever it stands. */
export type ManyEdit = { mode: 'set'; value: string } | { mode: 'replace'; find: string; replacement: string }

/** How many things one change may be about. */
export const MOST_AT_ONCE = 999
/** How many are listed. */
export const MOST_LISTED = 500

export interface ManySubmission {
  edit: ManyEdit
  /** Ids of what was ticked. */
  chosen: string[]
  /** Whether all that the filter finds are meant, listed or not. */
  isAll: boolean
  /** What was previewed; '' where nothing was. */
  seen: string
  errors: FieldErrors
}

export function readManyForm(field: ManyField, form: FormData): ManySubmission {
  const text = textIn(form)
  const edit: ManyEdit =
    isFreeText(field) && text('mode') === 'replace'
      ? // The spaces around a text are part of what is replaced.
        { mode: 'replace', find: raw(form, 'find'), replacement: raw(form, 'replacement') }
      : { mode: 'set', value: text('value') }
  const chosen = [...new Set(form.getAll('chosen').map(String))]
  const isAll = form.get('all') === 'yes'
  return {
    edit,
    chosen,
    isAll,
    seen: text('seen'),
    errors: { ...wrongEdit(field, edit), ...wrongChoice(chosen, isAll) },
  }
}

function raw(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.normalize('NFC').replace(/\p{Cc}|\p{Bidi_Control}/gu, '') : ''
}

function wrongEdit({ rule }: ManyField, edit: ManyEdit): FieldErrors {
  if (edit.mode === 'replace') {
    if (edit.find.trim() === '') return { find: 'Which text is to be replaced?' }
    return edit.find === edit.replacement ? { replacement: 'This is the same text.' } : {}
  }
  const read = rule.safeParse(edit.value)
  return read.success ? {} : { value: firstReason(read.error) }
}

function wrongChoice(chosen: readonly string[], isAll: boolean): FieldErrors {
  if (!isAll && chosen.length === 0) return { chosen: 'Tick what is to be changed.' }
  return chosen.length > MOST_AT_ONCE ? { chosen: `One change is about ${MOST_AT_ONCE} at most.` } : {}
}

/** The text of a field after the change. */
export function edited(edit: ManyEdit, before: string): string {
  if (edit.mode === 'set') return edit.value
  return before.includes(edit.find) ? before.replaceAll(edit.find, edit.replacement).trim() : before
}
