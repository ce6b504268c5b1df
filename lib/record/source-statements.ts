/** What one source says of the record, statement by statement, and how much of it the record follows. */

import type { Competition } from './competition'
import { type AssertedField, assertedFields, assertedFieldsOf, citedFields } from './disputes'
import type { Result } from './result'
import type { Citation, Source } from './source'

export type Statement = {
  /** As `citedFields` names it: "mark", "place:overall". */
  field: string
  citation: Citation
  /** Whether the record says the same; null where the source asserts no value and only supports the whole. */
  agrees: boolean | null
  /** Whether this source alone supports the value shown here. */
  isOnlySource: boolean
}

/** What a source says of one subject, with its label. */
export interface Subject {
  id: string
  about:
    | { kind: 'result'; result: Result }
    | { kind: 'competition'; competition: Competition }
    | { kind: 'person'; name: string }
  statements: Statement[]
}

/** What a source says of one athlete: of the person first, then by result, newest first. */
export interface SourceOnAthlete {
  slug: string | null
  name: string
  subjects: Subject[]
}

export interface SourceContents {
  source: Source
  athletes: SourceOnAthlete[]
  /** What it says of competitions themselves. */
  competitions: Subject[]
}

/** What the source says of a result, its places and its records, without the competition. */
export function statementsOnResult(result: Result, sourceSlug: string): Statement[] {
  return statements(citedFields(result), assertedFields(result), sourceSlug)
}

/** What it says of anything else that is cited: an athlete, a name, an affiliation, a competition. */
export function statementsOn(thing: { citations: Citation[] }, sourceSlug: string): Statement[] {
  const cited = thing.citations.map((citation) => ({ field: citation.field, citation }))
  return statements(cited, assertedFieldsOf(thing), sourceSlug)
}

/**
 * How many of the figures on record from a source agree with the record, where another source gives them too: a figure
 * that rests on this source alone agrees with nothing but itself. What the source says beyond them is not counted:
 * nobody knows how much that is.
 */
export function agreement(all: readonly Statement[]): { agreeing: number; asserted: number } {
  const asserted = all.filter(({ agrees, isOnlySource }) => agrees !== null && !isOnlySource)
  return { agreeing: asserted.filter(({ agrees }) => agrees).length, asserted: asserted.length }
}

/** How many things a page of a source has, each with everything that is said of it. */
export const SUBJECTS_A_PAGE = 100

/** A page of what a source says: of athletes first, then of competitions. @param page 1 or more. */
export function pageOfContents<Contents extends Pick<SourceContents, 'athletes' | 'competitions'>>(
  contents: Contents,
  page: number,
  size = SUBJECTS_A_PAGE,
): Contents {
  let skipped = (page - 1) * size
  let room = size
  const some = (subjects: readonly Subject[]) => {
    const shown = subjects.slice(skipped, skipped + room)
    skipped = Math.max(0, skipped - subjects.length)
    room -= shown.length
    return shown
  }
  const athletes = contents.athletes
    .map((athlete) => ({ ...athlete, subjects: some(athlete.subjects) }))
    .filter(({ subjects }) => subjects.length > 0)
  return { ...contents, athletes, competitions: some(contents.competitions) }
}

function statements(
  cited: readonly { field: string; citation: Citation }[],
  asserted: readonly AssertedField[],
  sourceSlug: string,
): Statement[] {
  return cited
    .filter(({ citation }) => citation.source.slug === sourceSlug)
    .map(({ field, citation }) => {
      // Two places or record claims may share a name, so the statement is looked for, not only its field.
      const group = asserted
        .filter((candidate) => candidate.field === field)
        .flatMap(({ assertions }) => assertions)
        .find(({ citations }) => citations.includes(citation))
      const agrees = group === undefined ? null : group.accepted
      const isOnlySource =
        agrees === true && group?.citations.every(({ source }) => source.slug === sourceSlug) === true
      return { field, citation, agrees, isOnlySource }
    })
}
