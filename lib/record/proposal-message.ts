import { z } from 'zod'
import type { FieldErrors } from '../form/field-errors'
import { readFields, requiredText, textIn } from '../form/form-fields'

const MESSAGE = z.object({ message: requiredText('Write what you want to say.', 2000) })

/** What somebody says of a proposal. */
export function readMessage(form: FormData): { text: string; errors: FieldErrors | null } {
  const read = readFields(MESSAGE, textIn(form))
  return { text: read.values.message ?? '', errors: read.ok ? null : read.errors }
}
