/**
 * Which thing of the record the text of an input means. A hidden input beside it holds this, and so does each radio
 * button that asks which of several is meant; it counts for as long as the text is the one it was given for.
 */

import { z } from 'zod'
import { jsonText } from './json-text'
import { plainText } from './plain-text'

const REFERENCE = jsonText(
  z.object({
    /** Null where nothing in the record goes by the text. */
    slug: z.string().nullable(),
    text: z.string(),
    /** Whether the editor was asked which of several is meant. */
    isChosen: z.boolean(),
  }),
)

export type Reference = z.output<typeof REFERENCE>

export function encodeReference(reference: Reference): string {
  return REFERENCE.encode(reference)
}

/** The references among the values of an input; a choice comes after what the form was opened with. */
export function decodeReferences(values: readonly FormDataEntryValue[]): Reference[] {
  return values.flatMap((value) => REFERENCE.safeDecode(plainText(value)).data ?? [])
}

/** The last reference that was given for a text. */
export function referenceFor(references: readonly Reference[], text: string): Reference | undefined {
  return references.findLast((reference) => reference.text === text)
}
