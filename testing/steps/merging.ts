/** Two that are one are merged, and one who is two is split. */
import type { MergedKind } from '@/lib/record/thing-merge'
import { findAthleteRecord } from '@/server/athletes/athletes'
import { mergeAthletes, previewMerge } from '@/server/athletes/merging'
import { splitAthlete } from '@/server/athletes/splitting'
import { mergeThings, previewThingMerge } from '@/server/merging/things'
import { SER_OD } from '../record'
import { type Act, evidenceOf, NOTHING, type Numbers, resultsOf, TWIN } from './step'
import { SAME } from './twins'

const sideOf = ({ how }: Numbers) => (how % 2 === 0 ? ('into' as const) : ('from' as const))

const merge: Act = async ({ step, db, editor }) => {
  const preview = await previewMerge(db, TWIN, SER_OD)
  if (typeof preview === 'string') return NOTHING
  const chosen = Object.fromEntries(preview.choices.map(({ fact }) => [fact, sideOf(step)]))
  const dropped = preview.twins.map(({ id }) => id)
  return mergeAthletes(db, editor, { from: TWIN, into: SER_OD, chosen, dropped }, evidenceOf(step))
}

const split: Act = async (work) => {
  const { step, db, editor } = work
  const found = await findAthleteRecord(db, SER_OD)
  const [name] = found?.athlete.names ?? []
  const resultIds = (await resultsOf(work, SER_OD)).slice(step.which % 3, (step.which % 3) + 2).map(({ id }) => id)
  const nothing = { affiliationIds: [], externalIdIds: [], photoIds: [] }
  const chosen = { ...nothing, resultIds, nameVariantIds: name ? [name.id] : [] }
  const athlete = { displayName: 'Ser-Od Another', sortName: 'Another', nativeName: null, birthDate: '1990' } as const
  const given = { slug: SER_OD, chosen, athlete: { ...athlete, sex: 'M' as const, countryCode: 'MGL' } }
  return splitAthlete(db, editor, given, evidenceOf(step))
}

const mergeOf =
  (kind: MergedKind): Act =>
  async ({ step, db, editor }) => {
    const [one, other] = SAME[kind]
    const [from, into] = step.which % 3 === 0 ? [other, one] : [one, other]
    const preview = await previewThingMerge(db, kind, { from, into })
    if (typeof preview === 'string') return NOTHING
    const chosen = Object.fromEntries(preview.choices.map(({ fact }) => [fact, sideOf(step)]))
    const kept = Object.fromEntries(preview.twins.map(({ id }) => [id, sideOf(step)]))
    return mergeThings(db, editor, { kind, from, into, chosen, kept }, evidenceOf(step))
  }

export const MERGING_ACTS = {
  merge,
  split,
  mergeCompetitions: mergeOf('competition'),
  mergeSeries: mergeOf('series'),
  mergeSources: mergeOf('source'),
}
