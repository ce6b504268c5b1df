import 'server-only'
import type { FieldErrors } from '@/lib/form/field-errors'
import type { Competition } from '@/lib/record/competition'
import type { NewCompetition } from '@/lib/record/competition-form'
import type { Draft } from '@/lib/record/merge'
import { checkDraft } from '@/lib/record/result-check'
import type { Submission, SubmittedCompetition } from '@/lib/record/result-submission'
import { draftOfRunners, type Runner } from '@/lib/record/team-form'
import type { Db } from '@/prisma/client'
import { type AthleteChoice, resolveAthlete } from '../athletes/athlete-choice'
import {
  findCompetitionChoice,
  refuseCompetition,
  resolveCompetition,
  unsavedCompetition,
} from '../competitions/competition-choice'
import { type CheckedEvidence, checkEvidence } from '../sources/evidence'

export interface CheckedSubmission {
  /** With the competition's slug, where it is clear. */
  draft: Draft
  /** A competition to be made; null where it is one of the record. */
  newCompetition: NewCompetition | null
  /** The competition of the draft, also where it is yet to be made; null while that is not clear. */
  competition: Competition | null
  /** Competitions to choose from, where what was typed may mean several. */
  candidates: Competition[]
  /** The members of the team who are known now. */
  runners: Runner[]
  /** Who may be meant by the others, by row. */
  runnerCandidates: Record<number, AthleteChoice[]>
  evidence: CheckedEvidence
  /** The input in which a field of the draft was typed, where it is an added row. */
  inputs: Submission['inputs']
  /** By the name of the input; empty where the result could be saved, as far as the form alone can tell. */
  errors: FieldErrors
}

/** Looks up what the form of a result names, and finds everything that is wrong with it at once. */
export async function checkSubmission(db: Db, submission: Submission): Promise<CheckedSubmission> {
  const found = await findMeantCompetition(db, submission.competition)
  const team = await findTeam(db, submission.runners)
  const draft = {
    ...submission.draft,
    ...team.draft,
    competition: found.competition?.slug ?? submission.competition.text,
  }
  const inputs = { ...submission.inputs, ...team.inputs }
  const checked = checkDraft(draft)
  const { competition: missing, ...wrong } = checked.ok ? {} : inTheirInputs(checked.errors, inputs)
  const errors = {
    ...found.errors,
    ...wrong,
    // What is wrong with a competition that is described says enough.
    ...(missing && !submission.competition.described && !found.errors.competition ? { competition: missing } : {}),
    ...team.errors,
    ...submission.errors,
  }
  const { runners, runnerCandidates } = team
  const evidence = await checkEvidence(db, submission.evidence)
  return { ...found, draft, inputs, runners, runnerCandidates, evidence, errors }
}

/** Errors by field as errors by input. */
export function inTheirInputs(errors: FieldErrors, inputs: Readonly<Record<string, string>>): FieldErrors {
  return Object.fromEntries(Object.entries(errors).map(([field, reason]) => [inputs[field] ?? field, reason]))
}

/** Who the members of the team are; the draft has what their form alone could not say. */
async function findTeam(db: Db, typed: readonly Runner[]) {
  const runners: Runner[] = []
  const runnerCandidates: Record<number, AthleteChoice[]> = {}
  const errors: FieldErrors = {}
  for (const runner of typed) {
    const resolved = await resolveAthlete(db, runner.text, runner.slug)
    if ('athlete' in resolved) {
      runners.push({ ...runner, slug: resolved.athlete.slug, name: resolved.athlete.name })
    } else {
      errors[`runner.${runner.row}`] = resolved.reason
      runnerCandidates[runner.row] = resolved.candidates
    }
  }
  const wereUnknown = runners.filter(({ row }) => typed.some((one) => one.row === row && one.slug === null))
  return { runners, runnerCandidates, errors, ...draftOfRunners(wereUnknown) }
}

type MeantCompetition = Pick<CheckedSubmission, 'newCompetition' | 'competition' | 'candidates' | 'errors'>

const NOT_CLEAR: MeantCompetition = { newCompetition: null, competition: null, candidates: [], errors: {} }

/**
 * A new competition where one is described (unless it turned out to be one of the record, and that was then chosen);
 * else the one that the form says its text means, or the one that the text names.
 */
async function findMeantCompetition(
  db: Db,
  { text, slug, chosen, described }: SubmittedCompetition,
): Promise<MeantCompetition> {
  if (described && !described.ok) return { ...NOT_CLEAR, errors: described.errors }
  if (described) {
    const newCompetition = described.competition
    const refusal = await refuseCompetition(db, newCompetition)
    const known = refusal?.candidates.find((candidate) => candidate.slug === chosen)
    if (known) return { ...NOT_CLEAR, competition: known }
    if (refusal) return { ...NOT_CLEAR, ...refusal }
    return { ...NOT_CLEAR, newCompetition, competition: await unsavedCompetition(db, newCompetition) }
  }
  if (text === '') return NOT_CLEAR
  const known = slug === null ? null : await findCompetitionChoice(db, slug)
  if (known) return { ...NOT_CLEAR, competition: known }
  const resolved = await resolveCompetition(db, text)
  if ('competition' in resolved) return { ...NOT_CLEAR, competition: resolved.competition }
  const { candidates } = resolved
  const [what, where] = ['Which competition is meant?', 'There is none of that name and year in the record.']
  return {
    ...NOT_CLEAR,
    candidates,
    errors: { competition: candidates.length > 0 ? `${what} Choose one below.` : `${where} Make it below.` },
  }
}
