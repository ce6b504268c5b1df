import 'server-only'
import type { ResultFormState } from '@/components/form/form-state'
import { venueText } from '@/components/record/venue'
import { previewOf, uncited } from '@/lib/career/save-preview'
import type { FieldErrors } from '@/lib/form/field-errors'
import type { Typed } from '@/lib/form/typed'
import type { Competition } from '@/lib/record/competition'
import { competitionLabel, typedCompetition } from '@/lib/record/competition-form'
import type { Result } from '@/lib/record/result'
import { typedFrom } from '@/lib/record/result-draft'
import type { Submission } from '@/lib/record/result-submission'
import { memberText } from '@/lib/record/team'
import type { Runner } from '@/lib/record/team-form'
import { findCompetitionChoice } from '@/server/competitions/desk'
import type { SaveOutcome } from '@/server/results/results'
import { type CheckedSubmission, inTheirInputs } from '@/server/results/submission-check'
import { withSource } from '../form-answer'

/** The answer that saves nothing and gives back what was typed; errors are added to it. */
export function keepResult(state: ResultFormState, { typed, base }: Submission): ResultFormState {
  return {
    attempt: state.attempt + 1,
    typed,
    base,
    errors: {},
    isSignedOut: false,
    candidates: [],
    runnerCandidates: {},
    twin: null,
    // Asked about until it is saved, whatever else may be wrong with the form.
    clash: 'clash' in typed ? state.clash : null,
    preview: null,
  }
}

/** What keeps a form from being saved, by input. */
export function errorsOf({ errors, evidence }: CheckedSubmission): FieldErrors {
  return { ...errors, ...(evidence.ok ? {} : evidence.errors) }
}

/** The answer to a form that cannot be saved as it is: why, by input, and what may be meant where that is not clear. */
export function refusal(answer: ResultFormState, checked: CheckedSubmission, errors: FieldErrors): ResultFormState {
  return withSource(withChoices(answer, checked, errors), checked.evidence)
}

/** The answer to a form that the record refused. */
export function refusedSave(
  answer: ResultFormState,
  checked: CheckedSubmission,
  { errors, twin }: Extract<SaveOutcome, { errors: unknown }>,
): ResultFormState {
  return { ...refusal(answer, checked, inTheirInputs(errors, checked.inputs)), twin }
}

function withChoices(
  answer: ResultFormState,
  { newCompetition, competition, candidates, runners, runnerCandidates }: CheckedSubmission,
  errors: FieldErrors,
): ResultFormState {
  const isUnknown = competition === null && candidates.length === 0 && newCompetition === null
  const typed =
    competition && !newCompetition
      ? withCompetition(answer.typed ?? {}, competition)
      : isUnknown
        ? withNewCompetition(answer.typed)
        : answer.typed
  return {
    ...answer,
    errors,
    typed: { ...typed, ...typedRunners(runners) },
    runnerCandidates,
    candidates: candidates.map((candidate) => ({
      slug: candidate.slug,
      label: competitionLabel(candidate),
      detail: venueText(candidate),
    })),
  }
}

/** Once it is clear who is meant, the row says so. */
function typedRunners(runners: readonly Runner[]): Typed {
  return Object.fromEntries(
    runners.flatMap(({ row, slug, name }) => (slug === null ? [] : [[`runner.${row}`, [memberText({ slug, name })]]])),
  )
}

/** A competition that the record does not have is described by what was typed: its name, and the year in it. */
function withNewCompetition(typed: Typed | null): Typed | null {
  const text = typed?.competition?.[0]?.trim() ?? ''
  const isDescribed = Object.entries(typed ?? {}).some(
    ([name, [value]]) => /^newCompetition(?!Category)/.test(name) && value,
  )
  if (typed === null || text === '' || isDescribed) return typed
  const year = /\b(1[89]|20)\d\d\b/.exec(text)?.[0] ?? ''
  const name = text.replace(year, '').replace(/\s+/g, ' ').trim()
  return { ...typed, newCompetitionName: [name], newCompetitionYear: [year] }
}

/** Once it is clear which competition is meant, it is not asked about again, nor made. */
function withCompetition(typed: Typed, competition: Competition): Typed {
  const others = Object.entries(typed).filter(([name]) => !name.startsWith('newCompetition'))
  return { ...Object.fromEntries(others), ...typedCompetition(competition) }
}

/** The answer to somebody who only wants to know what saving would do. */
export function previewAnswer(
  answer: ResultFormState,
  checked: CheckedSubmission,
  results: Result[] | null,
  before: Result | null,
): ResultFormState {
  const competition = Object.keys(checked.errors).length > 0 ? null : checked.competition
  const preview = previewOf(results, before && uncited(before), checked.draft, competition)
  return { ...withChoices(answer, checked, checked.errors), preview }
}

/**
 * The answer where a colleague has saved in between: the form is based on theirs from now on, holds what was merged, and
 * asks about what clashes. The added rows have become fields of their own.
 */
export async function clashAnswer(
  answer: ResultFormState,
  { theirs, version, merge }: Extract<SaveOutcome, { clash: unknown }>['clash'],
): Promise<ResultFormState> {
  const isAddedRow = (name: string) =>
    /^new(Classification|Place|PlaceAsPublished|Record|Scope|Authority|State)$|^clash$|^(runner|runnerReference|leg)\./.test(
      name,
    ) || /^(place|placeAsPublished|record|scope|authority|state|equalled|choice):/.test(name)
  const others = Object.entries(answer.typed ?? {}).filter(([name]) => !isAddedRow(name))
  const competition = await findCompetitionChoice(merge.merged.competition ?? '')
  return {
    ...answer,
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
  const competition = field === 'competition' ? await findCompetitionChoice(value) : null
  return competition ? competitionLabel(competition) : value
}
