import type { FieldErrors } from '@/lib/form/field-errors'
import { AbortChange } from '../history/change'
import type { SaveOutcome } from './results'

/** Leaves everything as it was. @param twin the result that is in the way. */
export function refused(errors: FieldErrors, twin: string | null = null): AbortChange<SaveOutcome> {
  return new AbortChange<SaveOutcome>({ saved: false, errors, twin })
}
