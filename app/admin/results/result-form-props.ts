import type { ResultFormState } from '@/components/form/form-state'
import type { Typed } from '@/lib/form/typed'
import type { Competition } from '@/lib/record/competition'
import type { Base } from '@/lib/record/form-base'
import type { Result } from '@/lib/record/result'
import type { SourceChoice } from '@/lib/record/source-choice'

export interface ResultFormProps {
  action: (state: ResultFormState, form: FormData) => Promise<ResultFormState>
  isNew: boolean
  /** What the form holds before anything is typed. */
  initial: Typed
  /** The result that is corrected, and the values and version that its form was opened with; null where that is not known. */
  before: Result | null
  base: Base | null
  /** Everything the athlete has done; null where the result is nobody's. */
  results: Result[] | null
  competitions: Competition[]
  sources: SourceChoice[]
  series: string[]
  /** Whether to begin with the first field, as after another result has been added. */
  isNext?: boolean
  /** The athlete on whose page the result is added, as a member of a team is named; null for a correction. */
  runner?: string | null
}

/** For somebody who has been signed out while typing: the form holds what was sent, and nothing of the record. */
export const NOTHING_KNOWN: Omit<ResultFormProps, 'action' | 'isNew'> = {
  initial: {},
  before: null,
  base: null,
  results: null,
  competitions: [],
  sources: [],
  series: [],
}
