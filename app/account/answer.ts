import 'server-only'
import type { AccountFormState } from '@/components/account/account-form'
import type { FieldErrors } from '@/lib/form/field-errors'
import { plainText } from '@/lib/form/plain-text'

/** What is never given back to a form. */
const SECRET = /password|code/i

/** The answer that has done nothing and gives back what was typed, but for passwords and codes. */
export function refused(state: AccountFormState, form: FormData, errors: FieldErrors): AccountFormState {
  const typed: Record<string, string> = {}
  for (const [name, value] of form) {
    if (typeof value === 'string' && !name.startsWith('$') && !SECRET.test(name)) typed[name] = plainText(value)
  }
  return { attempt: state.attempt + 1, typed, errors, done: null, once: null }
}

export function done(
  state: AccountFormState,
  sentence: string,
  once: AccountFormState['once'] = null,
): AccountFormState {
  return { attempt: state.attempt + 1, typed: {}, errors: {}, done: sentence, once }
}

/** A password is taken as it is typed, spaces included. */
export function secretOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

export const TOO_MANY = 'There have been too many attempts. Wait a while, then try again.'
