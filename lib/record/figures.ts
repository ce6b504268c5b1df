/**
 * Figures: what the history puts back. A figure is one field of one thing together with its citations, so that a value
 * never comes back without the source it had. Which columns make a figure, and which citations are about it, stands
 * here.
 */

import type { Row } from './history'
import { RACE_FIELDS } from './result-fields'

/** A row of the record: its table, and its id. */
export interface Thing {
  entity: string
  id: string
}

export interface Figure extends Thing {
  /** "mark", "birthDate" …; ITSELF for whether the thing is in the record. */
  figure: string
}

/** The figure of a thing's presence in the record. */
export const ITSELF = 'itself'

/** Figures of several columns; every other column is a figure by itself. */
const COLUMNS: Record<string, Record<string, readonly string[]>> = {
  // What was merged into another leads there as long as it is withdrawn.
  athletes: { [ITSELF]: ['withdrawn', 'mergedIntoId'] },
  series: { [ITSELF]: ['withdrawn', 'mergedIntoId'] },
  sources: { [ITSELF]: ['withdrawn', 'mergedIntoId'] },
  results: { mark: ['mark', 'value', 'precision'], athlete: ['athleteId', 'team'] },
  places: { place: ['classification', 'place', 'tied', 'placeAsPublished'] },
  record_claims: { record: ['code', 'scope', 'authority', 'state', 'equalled'] },
  competitions: { [ITSELF]: ['withdrawn', 'mergedIntoId'], position: ['latitude', 'longitude'] },
}

/** The fields that citations name otherwise than the columns. */
const CITED: Record<string, Record<string, readonly string[]>> = {
  results: { race: RACE_FIELDS },
}

/** What a citation can be about: the column of the citation that names it, and the table it is in. */
const TARGETS: Record<string, string> = {
  athleteId: 'athletes',
  nameVariantId: 'name_variants',
  affiliationId: 'affiliations',
  resultId: 'results',
  placeId: 'places',
  recordClaimId: 'record_claims',
  competitionId: 'competitions',
}
export const TARGET_COLUMNS = Object.entries(TARGETS)

/** What every row has, and what says nothing of it. */
const NO_CONTENT = new Set(['id', 'version'])

/** The figure to which a column of a table, or a cited field, belongs: "mark" for precision, "race" for raceId. */
export function figureOf(entity: string, field: string): string {
  if (field === 'withdrawn') return ITSELF
  for (const figures of [COLUMNS[entity], CITED[entity]]) {
    const found = Object.entries(figures ?? {}).find(([, fields]) => fields.includes(field))
    if (found) return found[0]
  }
  return field.replace(/(?<=.)(Id|Slug)$/, '')
}

/** The figure that a citation is about. */
export function citedFigure(citation: Row): Figure {
  const [column, entity] = TARGET_COLUMNS.find(([column]) => typeof citation[column] === 'string') ?? []
  if (column === undefined || entity === undefined) throw new Error('A citation is about something.')
  return { entity, id: String(citation[column]), figure: figureOf(entity, String(citation.field)) }
}

/** Whether a row stands in the record; null is one that was not there yet. */
export function isPresent(row: Row | null): row is Row {
  return row !== null && row.withdrawn !== true
}

/** The columns of a row that say something, the longer of two states in whole. */
export function contentColumns(...states: (Row | null)[]): string[] {
  return [...new Set(states.flatMap((row) => Object.keys(row ?? {})))].filter((column) => !NO_CONTENT.has(column))
}

/** Whether two states agree in a column. One that came later is missing in older states; it was empty then. */
export function agreeIn(column: string, a: Row | null, b: Row | null): boolean {
  return JSON.stringify(a?.[column] ?? null) === JSON.stringify(b?.[column] ?? null)
}

/** The columns in which two states differ. */
export function changedColumns(a: Row | null, b: Row | null): string[] {
  return contentColumns(a, b).filter((column) => !agreeIn(column, a, b))
}

/** The figures of a thing in which two of its states differ; its citations are not looked at. */
export function changedFigures(entity: string, a: Row | null, b: Row | null): string[] {
  return [...new Set(changedColumns(a, b).map((column) => figureOf(entity, column)))]
}

/** Whether a citation says the same in two states; one that is withdrawn says nothing. */
export function saysTheSame(a: Row | null, b: Row | null): boolean {
  if (!isPresent(a) || !isPresent(b)) return isPresent(a) === isPresent(b)
  return changedColumns(a, b).length === 0
}

export function thingKey({ entity, id }: Thing): string {
  return `${entity}/${id}`
}

/** "results/4f…/mark": also how a form names it. */
export function figureKey(figure: Figure): string {
  return `${thingKey(figure)}/${figure.figure}`
}
