import type { Athlete } from '../record/athlete'
import type { Result } from '../record/result'
import type { Citation } from '../record/source'
import { displayMark } from '../sport/display-mark'
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
  const figures = [
    { field: 'mark', held: displayMark(result), isBacked: isCited(citations, 'mark') },
    { field: 'status', held: status, isBacked: isCited(citations, 'status') },
    ...places.map(({ classification, place, citations }) => ({
      field: `place:${classification}`,
      held: String(place),
      isBacked: citations.length > 0,
    })),
    ...records.map(({ code, citations }) => ({ field: `record:${code}`, held: code, isBacked: citations.length > 0 })),
  ]
  return figures
    .filter(({ held, isBacked }) => held !== null && !isBacked)
    .map(({ field, held }) => ({
      ...ofResult(result, athlete.displayName),
      field,
      explanation: `No source backs the ${field.replace(/:.*/, '')} ${held} in ${resultLabel(result)}.`,
      evidence: [{ source: null, locator: resultLabel(result), asserts: held }],
    }))
}

function isCited(citations: readonly Citation[], field: string): boolean {
  return citations.some((citation) => citation.field === field)
}
