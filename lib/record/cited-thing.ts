/**
 * What sources can be cited for, field by field: a result with its places and record claims, an athlete with names and
 * affiliations, a competition. The desk's forms for citing and for resolving disputes are built from it.
 */

import { type DisciplineSlug, discipline } from '../sport/disciplines'
import { type Assertion, assertionsOf, sayTheSame } from './assertions'
import type { Athlete } from './athlete'
import type { Competition } from './competition'
import { competitionLabel } from './competition-form'
import type { Result } from './result'
import { draftOf } from './result-draft'
import { PLACE_FIELDS, RECORD_FIELDS, RESULT_FIELDS } from './result-fields'
import type { Citation, Rejection, Source } from './source'
import { AFFILIATION_THING, ATHLETE, NAME } from './things/athlete'
import { COMPETITION } from './things/competition'
import { citedFields } from './things/thing'

export const REJECTIONS = [
  'SUPERSEDED',
  'MISPRINT',
  'OTHER_CLASSIFICATION',
  'STALE',
  'LESS_PRECISE',
  'CONTRADICTED',
] as const satisfies Rejection[]

/** A result by its id, an athlete or a competition by its slug. */
export interface Owner {
  kind: 'result' | 'athlete' | 'competition'
  key: string
}

/** What a citation belongs to: the owner itself, or one of its parts. */
export interface Part {
  kind: Owner['kind'] | 'place' | 'record' | 'name' | 'affiliation'
  id: string
  /** Of a part that its field does not tell apart: the name, the club. */
  label: string | null
}

export interface CitedField {
  /** Unique in its owner: "mark", "place:overall", "record:NR"; of a name or an affiliation "name:<id>:text". */
  key: string
  /** As the citation has it. */
  field: string
  part: Part
  /** What the record says, as a form shows it; '' for nothing. */
  stands: string
  /** The same as assertions are compared with; null where no single text could contradict it. */
  held: string | number | null
  /** Whether accepting another value can write it into the record. */
  isWritable: boolean
  citations: readonly Citation[]
  discipline: DisciplineSlug | null
}

const ATHLETE_FIELDS = citedFields(ATHLETE)
const NAME_FIELDS = citedFields(NAME)
const AFFILIATION_FIELDS = citedFields(AFFILIATION_THING)
const COMPETITION_FIELDS = citedFields(COMPETITION)

/** Every field of a result that a source can be cited for: those of the form, its places and records, and any other. */
export function fieldsOfResult(result: Result): CitedField[] {
  const draft = draftOf(result)
  const own = fieldsOf(result, { kind: 'result', id: result.id, label: null }, [...RESULT_FIELDS], RESULT_FIELDS)
  const parts = [
    ...result.places.flatMap((place) => {
      const part = { kind: 'place', id: place.id, label: null } as const
      return named(place.classification, fieldsOf(place, part, PLACE_FIELDS, PLACE_FIELDS))
    }),
    ...result.records.flatMap((claim) => {
      const part = { kind: 'record', id: claim.id, label: null } as const
      const [record, ...details] = RECORD_FIELDS
      return named(claim.code, [
        { ...fieldOf(claim, part, record, false), stands: claim.code },
        ...fieldsOf(
          { ...claim, citations: claim.citations.filter(({ field }) => field !== record) },
          part,
          details,
          details,
        ),
      ])
    }),
  ]
  return [...own, ...parts].map((cited) => ({
    ...cited,
    stands: cited.field === 'record' ? cited.stands : (draft[cited.key] ?? cited.stands),
    discipline: result.discipline,
  }))
}

function named(name: string, fields: CitedField[]): CitedField[] {
  return fields.map((field) => ({ ...field, key: `${field.field}:${name}` }))
}

/** The athlete's own fields, then each name and each affiliation. */
export function fieldsOfAthlete(athlete: Athlete): CitedField[] {
  const keyed = (cited: CitedField): CitedField => ({
    ...cited,
    key: `${cited.part.kind}:${cited.part.id}:${cited.field}`,
  })
  return [
    ...fieldsOf(athlete, { kind: 'athlete', id: athlete.id, label: null }, ATHLETE_FIELDS, ATHLETE_FIELDS),
    ...athlete.names.flatMap((name) =>
      fieldsOf(name, { kind: 'name', id: name.id, label: name.text }, NAME_FIELDS, NAME_FIELDS).map(keyed),
    ),
    ...athlete.affiliations.flatMap((affiliation) => {
      const part: Part = { kind: 'affiliation', id: affiliation.id, label: affiliation.name }
      return fieldsOf(affiliation, part, AFFILIATION_FIELDS, AFFILIATION_FIELDS).map(keyed)
    }),
  ]
}

export function fieldsOfCompetition(competition: Competition): CitedField[] {
  const part: Part = { kind: 'competition', id: competition.id, label: null }
  return fieldsOf(competition, part, COMPETITION_FIELDS, COMPETITION_FIELDS)
}

/** "Marathon, London Marathon 2011". */
/** The sources that fields are cited from, some of them several times. */
export function sourcesOf(fields: readonly Pick<CitedField, 'citations'>[]): Source[] {
  return fields.flatMap(({ citations }) => citations.map(({ source }) => source))
}

export function resultTitle(result: Result): string {
  return `${discipline(result.discipline).name}, ${competitionLabel(result.competition)}`
}

function fieldsOf(
  thing: { citations: Citation[] },
  part: Part,
  known: readonly string[],
  writable: readonly string[],
): CitedField[] {
  const fields = new Set([...known, ...thing.citations.map(({ field }) => field)])
  return [...fields].map((field) => fieldOf(thing, part, field, writable.includes(field)))
}

function fieldOf(thing: { citations: Citation[] }, part: Part, field: string, isWritable: boolean): CitedField {
  const value: unknown = new Map<string, unknown>(Object.entries(thing)).get(field)
  const held = typeof value === 'string' || typeof value === 'number' ? value : null
  const citations = thing.citations.filter((citation) => citation.field === field)
  return { key: field, field, part, stands: String(held ?? ''), held, isWritable, citations, discipline: null }
}

/** The values that are asserted of a field, the accepted one first. */
export function assertionsIn({ field, held, citations, discipline }: CitedField): Assertion[] {
  return assertionsOf(field, held, citations, discipline)
}

/** Whether there is a dispute to resolve, or one that was resolved: several values, or one that is not accepted. */
export function isContested(cited: CitedField): boolean {
  const assertions = assertionsIn(cited)
  return assertions.length > 1 || assertions.some(({ accepted }) => !accepted)
}

/** One value is accepted, and every source of another is marked as not. */
export function isSettled(cited: CitedField): boolean {
  const [chosen, ...others] = assertionsIn(cited)
  return chosen?.accepted === true && others.every(({ citations }) => citations.every(({ accepted }) => !accepted))
}

/**
 * Whether an assertion agrees with the record. A first assertion about something that the record has no field for (a
 * childhood, a residence) has nothing to disagree with.
 */
export function agreesWithRecord(cited: CitedField, asserts: string): boolean {
  const { field, held, citations, discipline, isWritable, stands } = cited
  const accepted = citations.filter((citation) => citation.accepted && citation.asserts !== null)
  const [chosen] = assertionsOf(field, held, accepted, discipline)
  if (chosen === undefined) return !isWritable || stands === asserts
  return sayTheSame(field, discipline, chosen.value, asserts)
}

/** The citations of a field that can be true together with one value of it. */
export function agreeingWith(
  { field, discipline }: Pick<CitedField, 'field' | 'discipline'>,
  value: string,
  citations: readonly Citation[],
): Citation[] {
  return assertionsOf(field, value, citations, discipline).flatMap((group) => (group.accepted ? group.citations : []))
}
