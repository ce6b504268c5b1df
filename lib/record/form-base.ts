/** A form's values as it was opened with them: what an editor's changes, and a colleague's, are compared with. */

import { z } from 'zod'
import { textIn } from '../form/form-fields'
import { jsonText } from '../form/json-text'

const BASE = jsonText(
  z.object({
    draft: z.record(z.string(), z.string()),
    /** The thing's version at that time. */
    version: z.int(),
  }),
)

export type Base = z.output<typeof BASE>

/** What the form's hidden input `base` holds. */
export function encodeBase(base: Base): string {
  return BASE.encode(base)
}

/** Null where the form has none that can be read, as the form of a new result. */
export function readBase(form: FormData): Base | null {
  return BASE.safeDecode(textIn(form)('base')).data ?? null
}
