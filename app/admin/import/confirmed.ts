import { plainText } from '@/lib/form/plain-text'
import { confirmInput, DOUBTS } from '@/lib/import/doubts'

/** What was typed in a form to confirm what is odd about a list. */
export function confirmedIn(form: FormData): string[] {
  return DOUBTS.map((code) => plainText(form.get(confirmInput(code))))
}
