/**
 * Where sources disagree. A citation says what a source asserts of one field of one thing; where two assertions, or an
 * assertion and the record itself, cannot both be true, the field is disputed, and every value is kept with its
 * sources.
 */

import { type DisciplineSlug, discipline } from '../sport/disciplines'
import { type Assertion, assertionsOf } from './assertions'
import type { AthleteRecord } from './athlete'
import type { Competition } from './competition'
import type { Result } from './result'
import { PLACE_FIELDS, RECORD_FIELDS } from './result-fields'
import type { Citation } from './source'

export type { Assertion } from './assertions'

export type Dispute = {
  /** "Marathon, London Marathon 2011", "Birth place" … */
  subject: string
  /** Null where the dispute is not about a result. */
  resultId: string | null
  /** Of a result as `citedFields` names it, of anything else the field's own name. */
  field: string
  /** What the record accepts comes first. */
  assertions: Assertion[]
}

/** A citation with its field named as in the whole result. */
export type CitedField = { field: string; citation: Citation }

/** Something that is cited, with the names that its fields have in the whole record. */
type Cited = { thing: object; citations: readonly Citation[]; nameOf: (field: string) => string }

/**
 * Every citation of a result under the field's name in the whole: the result's own as they are, a place's as
 * "place:overall" and "placeAsPublished:overall", a record claim's as "record:NR", "state:NR" …
 */
export function citedFields(result: Result): CitedField[] {
  return partsOf(result).flatMap(({ citations, nameOf }) =>
    citations.map((citation) => ({ field: nameOf(citation.field), citation })),
  )
}

/** One field with every value that is asserted of it; the first is the accepted one. */
export type AssertedField = { field: string; assertions: Assertion[] }

/**
 * Everything that is asserted of a result, disputed or not, under the names of `citedFields`. Citations that only
 * support the whole assert nothing and are not here.
 */
export function assertedFields(result: Result): AssertedField[] {
  return partsOf(result).flatMap((part) => assertedOf(part, result.discipline))
}

/** The same of anything else that is cited: the athlete, a name, an affiliation, a competition. */
export function assertedFieldsOf(thing: { citations: Citation[] }): AssertedField[] {
  return assertedOf(whole(thing), null)
}

/** The fields of a result of which different values are asserted, named as `citedFields` names them. */
export function disputedFields(result: Result): string[] {
  return [...new Set(resultDisputes(result).map(({ field }) => field))]
}

/** Whether sources disagree about anything in the result. */
export function isDisputed(result: Result): boolean {
  return resultDisputes(result).length > 0
}

/**
 * Every dispute in an athlete's record: about the athlete first, then about names and affiliations, then about each
 * competition and each result in the order of the results.
 */
export function disputes({ athlete, results }: AthleteRecord): Dispute[] {
  const competitions = new Map(results.map(({ competition }) => [competition.id, competition]))
  return [
    ...disputesOf(whole(athlete)).map((dispute) => ({ ...dispute, subject: inWords(dispute.field) })),
    ...athlete.names.flatMap((name) => disputesOf(whole(name), `Name “${name.text}”`)),
    ...athlete.affiliations.flatMap((affiliation) => disputesOf(whole(affiliation), affiliation.name)),
    ...[...competitions.values()].flatMap((competition) => disputesOf(whole(competition), editionName(competition))),
    ...results.flatMap(resultDisputes),
  ]
}

function resultDisputes(result: Result): Dispute[] {
  const subject = `${discipline(result.discipline).name}, ${editionName(result.competition)}`
  return partsOf(result).flatMap((part) => disputesOf(part, subject, result))
}

function disputesOf(part: Cited, subject = '', result: Result | null = null): Dispute[] {
  return assertedOf(part, result?.discipline ?? null).flatMap(({ field, assertions }) => {
    const agreed = assertions.every(({ accepted }) => accepted) && assertions.length < 2
    return agreed ? [] : [{ subject, resultId: result?.id ?? null, field, assertions }]
  })
}

function assertedOf({ thing, citations, nameOf }: Cited, slug: DisciplineSlug | null): AssertedField[] {
  return [...new Set(citations.map(({ field }) => field))].flatMap((field) => {
    const ofField = citations.filter((citation) => citation.field === field)
    const assertions = assertionsOf(field, heldValue(thing, field), ofField, slug)
    const isAsserted = assertions.some(({ citations }) => citations.length > 0)
    return isAsserted ? [{ field: nameOf(field), assertions }] : []
  })
}

function partsOf(result: Result): Cited[] {
  return [
    whole(result),
    ...result.places.map((place) => whole(place, partName('place', PLACE_FIELDS, place.classification))),
    ...result.records.map((claim) => whole(claim, partName('record', RECORD_FIELDS, claim.code))),
  ]
}

/** What is cited of a part has the part's own name, save the few things that are told of it besides. */
function partName(kind: string, told: readonly string[], name: string): (field: string) => string {
  return (field) => `${told.includes(field) ? field : kind}:${name}`
}

function whole(thing: { citations: Citation[] }, nameOf = (field: string) => field): Cited {
  return { thing, citations: thing.citations, nameOf }
}

/** The record's own value of a field; null where it is empty, or where no single text could contradict it. */
function heldValue(thing: object, field: string): string | number | null {
  const held: unknown = new Map(Object.entries(thing)).get(field)
  return typeof held === 'string' || typeof held === 'number' ? held : null
}

/** "London Marathon 2011", and not "Tokyo 2020 2021": the year is added only where the name has none. */
function editionName({ name, year }: Competition): string {
  return /\b\d{4}\b/.test(name) ? name : `${name} ${year}`
}

/** "birthPlace" as "Birth place", "weightKg" as "Weight". */
function inWords(field: string): string {
  const words = field.replace(/(Kg|Cm|Code)$/, '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
