import { textIn } from '@/lib/form/form-fields'
import type { PutBackAnswer } from '@/lib/record/put-back-view'

/** What the form that puts figures back says: what was seen, and what was chosen of it. */
export function readPutBack(form: FormData): PutBackAnswer {
  const keys = form.getAll('figure').flatMap((value) => (typeof value === 'string' ? [value] : []))
  return { token: textIn(form)('token'), keys, more: form.get('more') !== null }
}
