/**
 * A result as its form holds it: flat text by field, so that it can be merged and shown again as it was typed.
 *
 * A place has the field `place:<classification>`, a record claim `record:<code>` with its scope as the value ("yes"
 * where the code says it all). '' is a place or a claim that is not there. What else is known of one stands beside it:
 * `placeAsPublished:<classification>`, and `authority:<code>`, `state:<code>` ('' for one that is only claimed) and
 * `equalled:<code>`. The members of a team are in lib/record/team.ts.
 */

import type { Typed } from '../form/typed'
import { publishedMark } from '../sport/display-mark'
import { isHandTimed } from '../sport/eligibility'
import { inOrder } from '../sport/flags'
import { formatReaction, formatWind } from '../sport/marks'
import { dateHeld } from '../sport/partial-date'
import { type Competition, venueOf } from './competition'
import { changedFields, type Draft } from './merge'
import type { Result } from './result'
import { NO_SCOPE, type ResultInput } from './result-fields'
import { isMemberField, memberField, membersIn, memberText } from './team'
import { typedMembers } from './team-form'

/** A result as its form shows it. */
export function draftOf(result: Result): Draft {
  return draftFrom(result, result.competition.slug)
}

/** A checked form as it will be shown once it is saved: marks, winds and dates written as the record writes them. */
export function draftOfInput(input: ResultInput): Draft {
  return draftFrom(input, input.competition)
}

function draftFrom(fields: Omit<ResultInput, 'competition' | 'value' | 'precision'>, competition: string): Draft {
  const draft: Draft = {
    competition,
    discipline: fields.discipline,
    sex: fields.sex,
    ageGroup: fields.ageGroup ?? '',
    paraClass: fields.paraClass ?? '',
    round: fields.round,
    raceNumber: fields.raceNumber === null ? '' : String(fields.raceNumber),
    team: fields.team ?? '',
    mark: publishedMark(fields) ?? '',
    timing: (fields.mark !== null && isHandTimed(fields) ? 'HAND' : fields.timing) ?? '',
    status: fields.status ?? '',
    wind: fields.wind === null ? '' : formatWind(fields.wind),
    date: fields.date ?? '',
    countryCode: fields.countryCode ?? '',
    club: fields.club ?? '',
    // The mark of a hand time has its h.
    flags: inOrder(fields.flags.filter((flag) => flag !== 'h' || fields.mark === null)).join(' '),
    qualification: fields.qualification ?? '',
    reactionTime: fields.reactionTime === null ? '' : formatReaction(fields.reactionTime),
    ruleBroken: fields.ruleBroken ?? '',
    implement: fields.implement ?? '',
    teamScore: fields.teamScore === null ? '' : String(fields.teamScore),
    note: fields.note ?? '',
  }
  for (const { classification, place, tied, placeAsPublished } of fields.places) {
    draft[`place:${classification}`] = `${place}${tied ? '=' : ''}`
    draft[`placeAsPublished:${classification}`] = placeAsPublished === null ? '' : String(placeAsPublished)
  }
  for (const { code, scope, authority, state, equalled } of fields.records) {
    draft[`record:${code}`] = scope ?? NO_SCOPE
    draft[`authority:${code}`] = authority ?? ''
    draft[`state:${code}`] = state === 'CLAIMED' ? '' : state
    draft[`equalled:${code}`] = equalled ? 'yes' : ''
  }
  for (const member of fields.members) draft[memberField(member)] = memberText(member)
  return draft
}

/**
 * The result that a checked form describes, complete enough to compute from: what a save would make of `before`, or a
 * new one. Where the date is blank it is the competition's, as in the database.
 */
export function resultOf(input: ResultInput, competition: Competition, before: Result | null): Result {
  const { places, records, members, competition: _slug, date, ...performance } = input
  const place = (classification: string) => before?.places.find((place) => place.classification === classification)
  const claim = (code: string) => before?.records.find((record) => record.code === code)
  return {
    id: before?.id ?? 'new',
    version: before?.version ?? 1,
    athleteId: input.team === null ? (before?.athleteId ?? 'new') : null,
    ...performance,
    members: members.map((member) => ({ athleteId: member.slug, ...member })),
    date: date ?? dateHeld(competition),
    competition,
    venue: before?.venue ?? venueOf(competition),
    certification: before?.certification ?? null,
    drop: before?.drop ?? null,
    separation: before?.separation ?? null,
    company: before?.company ?? null,
    finishers: before?.finishers ?? null,
    notBefore: before?.notBefore ?? null,
    notAfter: before?.notAfter ?? null,
    places: places.map((given) => ({
      id: place(given.classification)?.id ?? given.classification,
      citations: [],
      ...given,
    })),
    records: records.map((given) => ({
      id: claim(given.code)?.id ?? given.code,
      citations: [],
      ...given,
    })),
    splits: before?.splits ?? [],
    attempts: before?.attempts ?? [],
    publishedPlaces: before?.publishedPlaces ?? [],
    citations: before?.citations ?? [],
  }
}

/** A draft as the inputs of its form hold it: what `readDraft` reads the same draft from. */
export function typedFrom(draft: Draft): Typed {
  const typed: Typed = {}
  for (const [field, value] of Object.entries(draft)) {
    const [kind, code = ''] = field.split(/:(.*)/)
    if (kind === 'record' || kind === 'equalled') {
      if (value !== '') typed[field] = [NO_SCOPE]
      if (kind === 'record') typed[`scope:${code}`] = [value === NO_SCOPE ? '' : value]
    } else if (!isMemberField(field)) typed[field] = [value]
  }
  return { ...typed, ...typedMembers(membersIn(draft).members) }
}

/** The fields that a save would write: those that were edited, and what the text of an edited mark says of others. */
export function writtenFields(before: Draft, typed: Draft, input: ResultInput): string[] {
  const edited = changedFields(before, typed)
  const after = draftOfInput(input)
  const isReadAnew = edited.includes('mark') || (before.timing === 'HAND') !== (after.timing === 'HAND')
  return changedFields(before, after).filter(
    (field) =>
      edited.includes(field) ||
      (isReadAnew && ['mark', 'timing', 'wind', 'flags'].includes(field)) ||
      // What goes with a place or a record comes and goes with it.
      edited.includes(ownerOf(field)),
  )
}

/** The field of a place or a record that another field of the draft belongs to; any other field itself. */
function ownerOf(field: string): string {
  return field.replace(/^placeAsPublished:/, 'place:').replace(/^(authority|state|equalled):/, 'record:')
}
