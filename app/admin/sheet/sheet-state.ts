import type { Candidate, FormState } from '@/components/form/form-state'
import { EMPTY_ROWS } from '@/lib/import/sheet'

/** The answer to the form of a sheet. */
export interface SheetState extends FormState {
  /** Which competitions may be meant, where that is to be asked. */
  candidates: Candidate[]
  /** How many rows there are at least. */
  rows: number
}

export const UNSENT_SHEET: SheetState = {
  attempt: 0,
  typed: null,
  errors: {},
  isSignedOut: false,
  candidates: [],
  rows: EMPTY_ROWS,
}
