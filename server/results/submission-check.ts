import 'server-only'
import type { FieldErrors } from '@/lib/form/field-errors'
import type { Competition } from '@/lib/record/competition'
import type { NewCompetition } from '@/lib/record/competition-form'
import type { EvidenceRead } from '@/lib/record/evidence'
import type { Draft } from '@/lib/record/merge'
import { checkDraft } from '@/lib/record/result-check'
import type { Submission, SubmittedCompetition } from '@/lib/record/result-submission'
import type { Db } from '@/prisma/client'
import {
  findCompetitionChoice,
  refuseCompetition,
  resolveCompetition,
  unsavedCompetition,
} from '../competitions/competition-choice'
import { checkEvidence } from '../sources/evidence'

export interface CheckedSubmission {
  /** With the competition's slug, where it is clear. */
  draft: Draft
  /** A competition to be made; null where it is one of the record. */
  newCompetition: NewCompetition | null
  /** The competition of the draft, also where it is yet to be made; null while that is not clear. */
  competition: Competition | null
  /** Competitions to choose from, where what was typed may mean several. */
  candidates: Competition[]
  evidence: EvidenceRead
  /** By the name of the input; empty where the result could be saved, as far as the form alone can tell. */
  errors: FieldErrors
}

/** Looks up what the form of a result names, and finds everything that is wrong with it at once. */
export async function checkSubmission(db: Db, submission: Submission): Promise<CheckedSubmission> {
  const found = await findMeantCompetition(db, submission.competition)
  const draft = { ...submission.draft, competition: found.competition?.slug ?? submission.competition.text }
  const checked = checkDraft(draft)
  const fieldErrors = checked.ok ? [] : Object.entries(checked.errors)
  const errors = {
    ...found.errors,
    ...Object.fromEntries(fieldErrors.map(([field, reason]) => [submission.inputs[field] ?? field, reason])),
    ...submission.errors,
  }
  return { ...found, draft, evidence: await checkEvidence(db, submission.evidence), errors }
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
