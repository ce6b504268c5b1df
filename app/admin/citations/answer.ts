import 'server-only'
import type { CiteFormState } from '@/components/desk/cite-form'
import { readVersion } from '@/lib/citation-form'
import { typedIn } from '@/lib/typed'

export const FOREIGN = { form: 'This form is not one of ours: open the page again.' }

/** The form as it was sent, with nothing said of it yet. */
export function citeAnswer(state: CiteFormState, form: FormData): CiteFormState {
  return {
    attempt: state.attempt + 1,
    typed: typedIn(form),
    errors: {},
    isSignedOut: false,
    version: readVersion(form),
  }
}
