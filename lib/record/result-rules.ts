/** The rules of the sport between the fields of a result's form. */

import type { z } from 'zod'
import type { FieldErrors } from '../form/field-errors'
import { discipline, isDisciplineSlug } from '../sport/disciplines'
import { formatWind, ONLY_TIMES, type ParsedMark } from '../sport/marks'
import { hasStarted } from '../sport/status'
import type { RESULT, ResultInput } from './result-fields'
import { memberField } from './team'

/** What the rules look at. */
export interface Entry {
  /** As they were typed; a field that could not be read is not there. */
  fields: Partial<z.output<typeof RESULT>>
  mark: Extract<ParsedMark, { ok: true }> | null
  /** From its own field, or from the text of the mark. */
  timing: ResultInput['timing']
  flags: string[]
  places: ResultInput['places']
  members: ResultInput['members']
}

/** Returns the errors by field; null where the rule is kept. */
type Rule = (entry: Entry) => FieldErrors | null

const windIsGivenOnce: Rule = ({ fields: { wind = null }, mark }) =>
  mark && mark.wind !== null && wind !== null && mark.wind !== wind
    ? { wind: `Beside the mark stands ${formatWind(mark.wind)}: leave one of the two.` }
    : null

const handTimingIsNoOther: Rule = ({ flags, timing }) =>
  flags.includes('h') && timing !== null && timing !== 'HAND'
    ? {
        timing:
          'The letter h says that the time was taken by hand, the timing says that it was not: leave one of the two.',
      }
    : null

const handTimingIsOfATime: Rule = ({ fields, flags }) => {
  const slug = fields.discipline
  if (slug === undefined || discipline(slug).unit !== 'MILLIMETRE') return null
  const input = fields.timing === 'HAND' ? 'timing' : flags.includes('h') ? 'flags' : null
  return input && { [input]: ONLY_TIMES }
}

/** A disqualified mark may be kept, struck; so may one outside the time limit. */
const markIsOfAFinish: Rule = ({ fields: { status }, mark }) =>
  mark && status && status !== 'DQ' && status !== 'OTL'
    ? { mark: `${status.startsWith('N') ? 'An' : 'A'} ${status} cannot have a mark: clear one of the two.` }
    : null

const placeIsOfAStart: Rule = ({ fields: { status }, places }) =>
  status && !hasStarted({ status }) && places.length > 0
    ? { status: status === 'DNS' ? 'Who did not start has no place.' : 'A start that was only announced has no place.' }
    : null

/** World Athletics, Technical Rule 24: a relay is run by teams, and each of its legs by one member. */
const relayIsATeams: Rule = ({ fields: { discipline: slug, team, teamScore = null }, members }) => {
  if (slug === undefined || team === undefined) return null
  if (teamScore !== null) return team === null ? { team: 'Points are scored by a team: which one?' } : null
  const { isRelay, name } = discipline(slug)
  if (isRelay) return team === null ? { team: 'A relay is run by a team: which one?' } : null
  const isTeam = team !== null || members.length > 0
  return isTeam
    ? {
        team: `Only a relay is run by a team, and the ${name} is none: clear team and legs, or give the points of the team.`,
      }
    : null
}

const legIsOfTheRelay: Rule = ({ fields: { discipline: slug }, members }) => {
  if (slug === undefined) return null
  const { legs, name } = discipline(slug)
  const errors = members.flatMap((member) =>
    legs !== null && member.leg !== null && member.leg > legs
      ? [[memberField(member), `The ${name} has ${legs} legs.`] as const]
      : [],
  )
  return Object.fromEntries(errors)
}

/** The mixed relays have lists of their own, under disciplines of their own. */
const mixedRelayIsMixed: Rule = ({ fields: { discipline: slug, sex } }): FieldErrors | null => {
  if (slug === undefined || sex === undefined) return null
  if (slug.startsWith('mixed-') && sex !== 'X') return { sex: 'A mixed relay is run by men and women: choose Mixed.' }
  const mixed = `mixed-${slug}`
  if (sex !== 'X' || !isDisciplineSlug(mixed)) return null
  return { discipline: `Men and women together run the ${discipline(mixed).name}.` }
}

export const RULES: readonly Rule[] = [
  windIsGivenOnce,
  handTimingIsNoOther,
  handTimingIsOfATime,
  markIsOfAFinish,
  placeIsOfAStart,
  relayIsATeams,
  legIsOfTheRelay,
  mixedRelayIsMixed,
]
