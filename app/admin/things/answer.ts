import 'server-only'
import type { ThingFormState } from '@/components/form/form-state'
import type { FieldErrors } from '@/lib/form/field-errors'
import { inputOf, type ThingSubmission, typedThing } from '@/lib/record/things/submission'
import { countryName } from '@/lib/sport/countries'
import { formatDate } from '@/lib/sport/partial-date'
import type { SaveOutcome } from '@/server/things/things'

/** The answer that saves nothing and gives back what was typed; errors are added to it. */
export function keepThing(state: ThingFormState, { typed, base }: ThingSubmission): ThingFormState {
  return {
    attempt: state.attempt + 1,
    typed,
    base,
    errors: {},
    isSignedOut: false,
    // Asked about until it is saved, whatever else may be wrong with the form.
    clash: 'clash' in typed ? state.clash : null,
    doubts: {},
    namesakes: [],
  }
}

/** Errors of fields, under the names of their inputs. */
export function ofInputs(errors: FieldErrors): FieldErrors {
  return Object.fromEntries(
    Object.entries(errors).map(([field, reason]) => [field === 'form' ? field : inputOf(field), reason]),
  )
}

/** The answer to a save that was refused, or that something is asked about first. */
export function answerOf(answer: ThingFormState, outcome: Exclude<SaveOutcome, { saved: true }>): ThingFormState {
  if ('clash' in outcome) {
    const { theirs, version, merge } = outcome.clash
    const others = Object.entries(answer.typed ?? {}).filter(([name]) => !/^(value:|choice:|clash$)/.test(name))
    return {
      ...answer,
      base: { draft: theirs, version },
      typed: { ...Object.fromEntries(others), ...typedThing(merge.merged) },
      clash: {
        clashes: merge.clashes,
        taken: merge.taken.map((field) => ({ field, value: theirs[field] ?? '' })),
      },
    }
  }
  const { errors, doubts = {}, namesakes = [] } = outcome
  return {
    ...answer,
    errors: ofInputs(errors),
    doubts,
    namesakes: namesakes.map(({ slug, name, countryCode, birthDate }) => ({
      slug,
      name,
      detail: [countryCode && countryName(countryCode), birthDate && `born ${formatDate(birthDate)}`]
        .filter(Boolean)
        .join(', '),
    })),
  }
}
