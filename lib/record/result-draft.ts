/**
 * A result as its form holds it: flat text by field, so that it can be merged and shown again as it was typed.
 *
 * A place has the field `place:<classification>`, a record claim `record:<code>` with its scope as the value ("yes"
 * where the code says it all). '' is a place or a claim that is not there.
 */

import type { Typed } from '../form/typed'
import { formatWind } from '../sport/marks'
import { dateHeld } from '../sport/partial-date'
import type { Competition } from './competition'
import { changedFields, type Draft } from './merge'
import type { Result } from './result'
import { NO_SCOPE, type ResultInput } from './result-fields'

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
    mark: fields.mark ?? '',
    timing: fields.timing ?? '',
    status: fields.status ?? '',
    wind: fields.wind === null ? '' : formatWind(fields.wind),
    date: fields.date ?? '',
    countryCode: fields.countryCode ?? '',
    club: fields.club ?? '',
    flags: fields.flags.join(' '),
    qualification: fields.qualification ?? '',
    note: fields.note ?? '',
  }
  for (const { classification, place, tied } of fields.places) {
    draft[`place:${classification}`] = `${place}${tied ? '=' : ''}`
  }
  for (const { code, scope } of fields.records) draft[`record:${code}`] = scope ?? NO_SCOPE
  return draft
}

/**
 * The result that a checked form describes, complete enough to compute from: what a save would make of `before`, or a
 * new one. Where the date is blank it is the competition's, as in the database.
 */
export function resultOf(input: ResultInput, competition: Competition, before: Result | null): Result {
  const { places, records, competition: _slug, date, ...performance } = input
  const place = (classification: string) => before?.places.find((place) => place.classification === classification)
  const claim = (code: string) => before?.records.find((record) => record.code === code)
  return {
    id: before?.id ?? 'new',
    version: before?.version ?? 1,
    athleteId: before?.athleteId ?? 'new',
    team: before?.team ?? null,
    members: before?.members ?? [],
    ...performance,
    date: date ?? dateHeld(competition),
    competition,
    places: places.map((given) => ({
      id: place(given.classification)?.id ?? given.classification,
      placeAsPublished: place(given.classification)?.placeAsPublished ?? null,
      citations: [],
      ...given,
    })),
    records: records.map((given) => ({
      id: claim(given.code)?.id ?? given.code,
      authority: claim(given.code)?.authority ?? null,
      state: claim(given.code)?.state ?? 'CLAIMED',
      equalled: claim(given.code)?.equalled ?? false,
      citations: [],
      ...given,
    })),
    citations: before?.citations ?? [],
  }
}

/** A draft as the inputs of its form hold it: what `readDraft` reads the same draft from. */
export function typedFrom(draft: Draft): Typed {
  const typed: Typed = {}
  for (const [field, value] of Object.entries(draft)) {
    const [kind, code = ''] = field.split(/:(.*)/)
    if (kind !== 'record') typed[field] = [value]
    else {
      if (value !== '') typed[field] = [NO_SCOPE]
      typed[`scope:${code}`] = [value === NO_SCOPE ? '' : value]
    }
  }
  return typed
}

/** The fields that a save would write: those that were edited, and what the text of an edited mark says of others. */
export function writtenFields(before: Draft, typed: Draft, input: ResultInput): string[] {
  const edited = changedFields(before, typed)
  const isMark = edited.includes('mark')
  return changedFields(before, draftOfInput(input)).filter(
    (field) => edited.includes(field) || (isMark && ['timing', 'wind', 'flags'].includes(field)),
  )
}
