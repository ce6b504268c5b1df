import 'server-only'
import { z } from 'zod'
import type { FieldErrors } from '@/lib/form/field-errors'
import { plainText } from '@/lib/form/plain-text'
import type { Competition } from '@/lib/record/competition'
import { type NewCompetition, readNewCompetition } from '@/lib/record/competition-form'
import { type Evidence, readEvidence } from '@/lib/record/evidence'
import type { Draft } from '@/lib/record/merge'
import { applyChoices, checkDraft, readDraft } from '@/lib/record/result-form'
import type { Db } from '@/prisma/client'
import {
  findCompetitionChoice,
  imagineCompetition,
  refuseCompetition,
  resolveCompetition,
} from '../competitions/competition-choice'
import { isSource } from '../sources/source-choice'

/** A form's values as they were when it was opened, and the version of the result then. */
export interface Base {
  draft: Draft
  version: number
}

const base = z.object({ draft: z.record(z.string(), z.string()), version: z.int() })

/** The base that a form carries; null where it carries none that can be read, as in the form of a new result. */
export function readBase(form: FormData): Base | null {
  try {
    return base.safeParse(JSON.parse(plainText(form.get('base')))).data ?? null
  } catch {
    return null
  }
}

export interface Submission {
  draft: Draft
  /** A competition to be made; null where it is one of the record. */
  making: NewCompetition | null
  /** The competition of the draft, also where it is yet to be made; null while that is not clear. */
  competition: Competition | null
  /** Competitions to choose from, where what was typed may mean several. */
  candidates: Competition[]
  /** Null where it is not complete: `evidenceErrors` says why. */
  evidence: Evidence | null
  /** By the name of the input; empty where the result could be saved, as far as the form alone can tell. */
  errors: FieldErrors
  evidenceErrors: FieldErrors
}

/** Reads the form of a result and looks up what it names, and finds everything that is wrong with it at once. */
export async function readSubmission(db: Db, form: FormData): Promise<Submission> {
  const read = readDraft(form)
  const chosen = applyChoices(form, read.draft, readBase(form)?.draft ?? {})
  const place = await readCompetition(db, form, chosen.draft.competition ?? '')
  const draft = { ...chosen.draft, competition: place.competition?.slug ?? chosen.draft.competition ?? '' }
  const checked = checkDraft(draft)
  const errors = {
    ...place.errors,
    ...(checked.ok ? {} : atInputs(checked.errors, read.inputs)),
    ...read.errors,
    ...chosen.errors,
  }
  const proof = await readProof(db, form)
  return { draft, ...place, ...proof, errors }
}

/** Reads the reason and the source of a change, and sees that the record has that source. */
export async function readProof(
  db: Db,
  form: FormData,
): Promise<{ evidence: Evidence | null; evidenceErrors: FieldErrors }> {
  const read = readEvidence(form)
  if (!read.ok) return { evidence: null, evidenceErrors: read.errors }
  const { source } = read.evidence
  if ('slug' in source && !(await isSource(db, source.slug))) {
    return { evidence: null, evidenceErrors: { source: 'This source is not in the record.' } }
  }
  return { evidence: read.evidence, evidenceErrors: {} }
}

type Place = Pick<Submission, 'making' | 'competition' | 'candidates' | 'errors'>

/**
 * A new competition where one is described (unless it turned out to be one of the record, and that was then chosen);
 * else the one that stood in the form (`competitionKnown`, for as long as its
 * name `competitionKnownAs` was not touched), the one chosen of the candidates (`competitionChoice`, for as long as the
 * text that raised the question, `competitionAsked`, was not touched), or what the text names.
 */
async function readCompetition(db: Db, form: FormData, text: string): Promise<Place> {
  const described = readNewCompetition(form)
  if (described && !described.ok) return { making: null, competition: null, candidates: [], errors: described.errors }
  if (described) {
    const making = described.competition
    const refusal = await refuseCompetition(db, making)
    const chosen = refusal?.candidates.find(({ slug }) => slug === plainText(form.get('competitionChoice')))
    if (chosen) return { making: null, competition: chosen, candidates: [], errors: {} }
    if (refusal) return { making: null, competition: null, ...refusal }
    return { making, competition: await imagineCompetition(db, making), candidates: [], errors: {} }
  }

  const given = (name: string) => plainText(form.get(name))
  const isUntouched = (name: string) => given(name) !== '' && given(name) === plainText(form.get('competition'))
  const named =
    (isUntouched('competitionAsked') && given('competitionChoice')) ||
    (isUntouched('competitionKnownAs') && given('competitionKnown')) ||
    text
  const none = { making: null, competition: null, candidates: [], errors: {} }
  if (text === '') return none
  const known = await findCompetitionChoice(db, text === plainText(form.get('competition')) ? named : text)
  if (known) return { ...none, competition: known }
  const resolved = await resolveCompetition(db, text)
  if ('competition' in resolved) return { ...none, ...resolved }
  const { candidates } = resolved
  const [what, where] = ['Which competition is meant?', 'There is none of that name and year in the record.']
  return {
    ...none,
    candidates,
    errors: { competition: candidates.length > 0 ? `${what} Choose one below.` : `${where} Make it below.` },
  }
}

function atInputs(errors: FieldErrors, inputs: Record<string, string>): FieldErrors {
  return Object.fromEntries(Object.entries(errors).map(([field, reason]) => [inputs[field] ?? field, reason]))
}
