import 'server-only'
import type { FieldErrors } from '@/lib/form/field-errors'
import { encodeReference } from '@/lib/form/reference'
import type { Typed } from '@/lib/form/typed'
import { type Evidence, NOTHING_DESCRIBED, type SubmittedEvidence, type SubmittedSource } from '@/lib/record/evidence'
import { type SourceChoice, typedSource } from '@/lib/record/source-choice'
import type { Db } from '@/prisma/client'
import { findSourceChoices, findTwins, resolveSource } from './source-choice'

/** The reason and source of a form, once the record has been asked which source is meant. */
export type CheckedEvidence = {
  /** What the inputs of the source hold from now on, where that is not what was typed. */
  typed: Typed
  /** Sources to choose from, where several may be meant. */
  candidates: SourceChoice[]
} & ({ ok: true; evidence: Evidence } | { ok: false; errors: FieldErrors })

/** Finds the source on which a change is based, and everything that is wrong with what was sent. */
export async function checkEvidence(db: Db, submitted: SubmittedEvidence): Promise<CheckedEvidence> {
  const { reason, locator } = submitted
  const { source, typed, candidates, ...found } = await findMeantSource(db, submitted.source)
  const errors = { ...submitted.errors, ...found.errors }
  if (source === null || Object.keys(errors).length > 0) return { ok: false, errors, typed, candidates }
  return { ok: true, evidence: { reason, locator, source }, typed, candidates }
}

interface MeantSource {
  source: Evidence['source'] | null
  typed: Typed
  candidates: SourceChoice[]
  errors: FieldErrors
}

const NOT_CLEAR: MeantSource = { source: null, typed: {}, candidates: [], errors: {} }

async function findMeantSource(db: Db, submitted: SubmittedSource | null): Promise<MeantSource> {
  if (submitted === null) return NOT_CLEAR
  if ('described' in submitted) return checkDescribed(db, submitted)
  const { text, slug } = submitted
  const [known] = slug === null ? [] : await findSourceChoices(db, [slug])
  if (known) return meaning(known)
  const resolved = await resolveSource(db, text)
  if ('source' in resolved) return meaning(resolved.source)
  const { candidates } = resolved
  if (candidates.length > 0) {
    return { ...NOT_CLEAR, candidates, errors: { source: 'Which source is meant? Choose one below.' } }
  }
  return {
    ...NOT_CLEAR,
    typed: { title: [text], sourceReference: [encodeReference({ slug: null, text, isChosen: false })] },
    errors: { source: 'There is no such source in the record. Describe it below.' },
  }
}

/** A new source, unless it turned out to be one of the record, and that was then chosen. */
async function checkDescribed(
  db: Db,
  { described, chosen }: Extract<SubmittedSource, { described: unknown }>,
): Promise<MeantSource> {
  const twins = await findTwins(db, described)
  const known = twins.find(({ slug }) => slug === chosen)
  if (known) return { ...meaning(known), typed: { ...NOTHING_DESCRIBED, ...typedSource(known) } }
  if (twins.length === 0) return { ...NOT_CLEAR, source: described }
  const title = 'That source is in the record already: choose it above, or give another title.'
  return { ...NOT_CLEAR, candidates: twins, errors: { title } }
}

function meaning(source: SourceChoice): MeantSource {
  return { ...NOT_CLEAR, source: { slug: source.slug }, typed: typedSource(source) }
}
