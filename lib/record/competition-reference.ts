/**
 * Which competition the text of a result's form means. A hidden input `competitionReference` holds it, and so does each
 * radio button that asks which of several is meant; it counts for as long as the text is the one it was given for.
 */

import { z } from 'zod'
import { jsonText } from '../form/json-text'
import { plainText } from '../form/plain-text'
import type { Typed } from '../form/typed'
import type { Competition } from './competition'
import { competitionLabel } from './competition-form'

const REFERENCE = jsonText(
  z.object({
    slug: z.string(),
    /** The text that means it. */
    text: z.string(),
    /** Whether the editor was asked which of several is meant. */
    isChosen: z.boolean(),
  }),
)

export type CompetitionReference = z.output<typeof REFERENCE>

export function encodeReference(reference: CompetitionReference): string {
  return REFERENCE.encode(reference)
}

/** The references among the values of an input; a choice comes after what the form was opened with. */
export function decodeReferences(values: readonly FormDataEntryValue[]): CompetitionReference[] {
  return values.flatMap((value) => REFERENCE.safeDecode(plainText(value)).data ?? [])
}

/** The inputs of a form that means a competition of the record. */
export function typedCompetition(competition: Competition): Typed {
  const { slug } = competition
  const text = competitionLabel(competition)
  return { competition: [text], competitionReference: [encodeReference({ slug, text, isChosen: false })] }
}
