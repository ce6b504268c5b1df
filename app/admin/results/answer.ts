import 'server-only'
import type { ResultFormState } from '@/components/form/form-state'
import { venueText } from '@/components/record/venue'
import { previewOf, uncited } from '@/lib/career/save-preview'
import type { FieldErrors } from '@/lib/form/field-errors'
import { type Typed, typedIn } from '@/lib/form/typed'
import type { Competition } from '@/lib/record/competition'
import { competitionLabel } from '@/lib/record/competition-form'
import type { Result } from '@/lib/record/result'
import { typedFrom } from '@/lib/record/result-form'
import { findCompetitionChoice } from '@/server/competitions/competition-choice'
import { db } from '@/server/db'
import { readBase, type Submission } from '@/server/results/result-submission'
import type { SaveOutcome } from '@/server/results/results'

/** The form as it was sent, with nothing said of it yet. */
export function echo(state: ResultFormState, form: FormData): ResultFormState {
  return {
    attempt: state.attempt + 1,
    typed: typedIn(form),
    base: readBase(form),
    errors: {},
    isSignedOut: false,
    candidates: [],
    // Asked about until it is saved, whatever else may be wrong with the form.
    clash: form.has('clash') ? state.clash : null,
    preview: null,
  }
}

/** What stands in the inputs that say which competition it is. */
export function typedCompetition(competition: Competition): Typed {
  const label = competitionLabel(competition)
  return { competition: [label], competitionKnown: [competition.slug], competitionKnownAs: [label] }
}

/** The answer to a form that cannot be saved as it is: why, by input, and which competitions may be meant. */
export function refusal(echoed: ResultFormState, submission: Submission, errors: FieldErrors): ResultFormState {
  const { making, competition, candidates } = submission
  return {
    ...echoed,
    errors,
    typed: competition && !making ? settled(echoed.typed ?? {}, competition) : echoed.typed,
    candidates: candidates.map((candidate) => ({
      slug: candidate.slug,
      label: competitionLabel(candidate),
      detail: venueText(candidate),
    })),
  }
}

/** Once it is clear which competition is meant, it is not asked about again, nor made. */
function settled(typed: Typed, competition: Competition): Typed {
  const others = Object.entries(typed).filter(([name]) => !name.startsWith('newCompetition'))
  return { ...Object.fromEntries(others), ...typedCompetition(competition) }
}

/** The answer to somebody who only wants to know what saving would do. */
export function previewAnswer(
  echoed: ResultFormState,
  submission: Submission,
  results: Result[] | null,
  before: Result | null,
): ResultFormState {
  const preview = previewOf(
    results,
    before && uncited(before),
    submission.draft,
    Object.keys(submission.errors).length > 0 ? null : submission.competition,
  )
  return { ...refusal(echoed, submission, submission.errors), preview }
}

/**
 * The answer where a colleague has saved in between: the form stands on theirs from now on, holds what was merged, and
 * asks about what clashes. The added rows have become fields of their own.
 */
export async function clashAnswer(
  echoed: ResultFormState,
  { theirs, version, merge }: Extract<SaveOutcome, { clash: unknown }>['clash'],
): Promise<ResultFormState> {
  const isAddedRow = (name: string) =>
    /^new(Classification|Place|Record|Scope)$|^(place|record|scope|choice):|^clash$/.test(name)
  const others = Object.entries(echoed.typed ?? {}).filter(([name]) => !isAddedRow(name))
  const competition = await findCompetitionChoice(db(), merge.merged.competition ?? '')
  return {
    ...echoed,
    base: { draft: theirs, version },
    typed: {
      ...Object.fromEntries(others),
      ...typedFrom(merge.merged),
      ...(competition ? typedCompetition(competition) : {}),
    },
    clash: {
      clashes: await Promise.all(
        merge.clashes.map(async ({ field, base, theirs, mine }) => ({
          field,
          base: await shown(field, base),
          theirs: await shown(field, theirs),
          mine: await shown(field, mine),
        })),
      ),
      taken: await Promise.all(
        merge.taken.map(async (field) => ({ field, value: await shown(field, theirs[field] ?? '') })),
      ),
    },
  }
}

async function shown(field: string, value: string): Promise<string> {
  const competition = field === 'competition' ? await findCompetitionChoice(db(), value) : null
  return competition ? competitionLabel(competition) : value
}
