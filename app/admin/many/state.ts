import { type FormState, UNSENT } from '@/components/form/form-state'
import type { ManyPreview } from '@/lib/record/many/preview'

/** The answer to the form of many at once. */
export interface ManyFormState extends FormState {
  /** What saving would do; null before that was asked. */
  preview: ManyPreview | null
}

export const UNSENT_MANY: ManyFormState = { ...UNSENT, preview: null }
