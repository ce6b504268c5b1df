import { displayMark } from '../display-mark'
import type { Athlete, Citation, Result } from '../record'
import { defineRule, type Found } from './finding'
import { ofAthlete, ofResult, resultLabel } from './subject'

const FIGURES_OF_ATHLETE = {
  birthDate: 'birth date',
  deathDate: 'date of death',
  heightCm: 'height',
  weightKg: 'weight',
} as const

export const uncitedFigure = defineRule({
  name: 'uncited-figure',
  title: 'A figure without a source',
  explanation: 'The record shows a mark, a status, a place, a record or a figure of the athlete that no source backs.',
  severity: 'warning',
  concerns: 'reader',
  find: ({ athlete, results }) => [...ofPerson(athlete), ...results.flatMap((result) => inResult(result, athlete))],
})

function ofPerson(athlete: Athlete): Found[] {
  return Object.entries(FIGURES_OF_ATHLETE).flatMap(([field, name]) => {
    const held = new Map<string, unknown>(Object.entries(athlete)).get(field)
    if (held === null || isCited(athlete.citations, field)) return []
    return {
      ...ofAthlete(athlete),
      field,
      explanation: `No source backs the ${name} of ${athlete.displayName}, ${held}.`,
      evidence: [{ source: null, locator: null, asserts: String(held) }],
    }
  })
}

function inResult(result: Result, athlete: Athlete): Found[] {
  const { citations, places, records, status } = result
  const mark = displayMark(result)
  const figures: [field: string, held: string, isBacked: boolean][] = [
    ...(mark === null ? [] : [['mark', mark, isCited(citations, 'mark')] as [string, string, boolean]]),
    ...(status === null ? [] : [['status', status, isCited(citations, 'status')] as [string, string, boolean]]),
    ...places.map((place): [string, string, boolean] => [
      `place:${place.classification}`,
      String(place.place),
      place.citations.length > 0,
    ]),
    ...records.map((record): [string, string, boolean] => [
      `record:${record.code}`,
      record.code,
      record.citations.length > 0,
    ]),
  ]
  return figures.flatMap(([field, held, isBacked]) =>
    isBacked
      ? []
      : {
          ...ofResult(result, athlete.displayName),
          field,
          explanation: `No source backs the ${field.replace(/:.*/, '')} ${held} in ${resultLabel(result)}.`,
          evidence: [{ source: null, locator: resultLabel(result), asserts: held }],
        },
  )
}

function isCited(citations: readonly Citation[], field: string): boolean {
  return citations.some((citation) => citation.field === field)
}
