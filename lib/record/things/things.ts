/** Every kind of thing that the desk's general form makes and changes, by the name it has in an address. */

import { AFFILIATION_THING, ATHLETE, CHAPTER, NAME, REPRESENTATION } from './athlete'
import { COMPETITION, EVENT, RACE, SERIES } from './competition'
import { EXTERNAL_ID } from './external-id'
import { PHOTO } from './photo'
import { ATTEMPT, PUBLISHED_PLACE, SPLIT } from './result-parts'
import { CLAIM_THING, SOURCE } from './source'
import type { Thing } from './thing'

export const THINGS = {
  athlete: ATHLETE,
  name: NAME,
  affiliation: AFFILIATION_THING,
  representation: REPRESENTATION,
  chapter: CHAPTER,
  'external-id': EXTERNAL_ID,
  photo: PHOTO,
  series: SERIES,
  competition: COMPETITION,
  event: EVENT,
  race: RACE,
  split: SPLIT,
  attempt: ATTEMPT,
  'published-place': PUBLISHED_PLACE,
  source: SOURCE,
  claim: CLAIM_THING,
} as const satisfies Record<string, Thing>

export type ThingKind = keyof typeof THINGS

export function isThingKind(kind: string): kind is ThingKind {
  return Object.hasOwn(THINGS, kind)
}

export function thingOf(kind: ThingKind): Thing {
  return THINGS[kind]
}

/** The description of the rows of a table; null for a table whose forms are its own. */
export function thingOfTable(table: string): Thing | null {
  return Object.values(THINGS).find((thing) => thing.table === table) ?? null
}

/**
 * Tables that have forms of their own, with what each column is called. Their rules are the sport's: see
 * lib/record/result-fields.ts and lib/record/citation-form.ts.
 */
export const OWN_FORMS: Record<string, Record<string, string>> = {
  results: {
    raceId: 'race',
    athleteId: 'athlete',
    team: 'team',
    mark: 'mark',
    value: 'mark',
    precision: 'mark',
    timing: 'timing',
    status: 'status',
    wind: 'wind',
    date: 'date',
    countryCode: 'country represented',
    club: 'club or team',
    flags: 'letters with the mark',
    qualification: 'qualified as',
    reactionTime: 'reaction time',
    ruleBroken: 'rule broken',
    implement: 'implement or hurdles',
    teamScore: 'points of the team',
    note: 'note',
  },
  places: {
    resultId: 'result',
    classification: 'classification',
    place: 'place',
    tied: 'shared place',
    placeAsPublished: 'place as published then',
  },
  record_claims: {
    resultId: 'result',
    code: 'record',
    scope: 'whose record',
    authority: 'recognised by',
    state: 'state',
    equalled: 'equalled',
  },
  team_members: { resultId: 'result', athleteId: 'athlete', leg: 'leg' },
  citations: {
    sourceId: 'source',
    locator: 'where in the source',
    field: 'what it is about',
    asserts: 'what the source says',
    accepted: 'followed',
    rejection: 'why it is not followed',
    reason: 'reason',
    athleteId: 'athlete',
    nameVariantId: 'name',
    affiliationId: 'club, coach or sponsor',
    resultId: 'result',
    placeId: 'place',
    recordClaimId: 'record',
    competitionId: 'competition',
  },
}
