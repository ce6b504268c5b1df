/** What saving a form would do: by the server on request, and in the browser while one types. */

import type { Competition } from '../record/competition'
import { competitionLabel } from '../record/competition-form'
import type { Draft } from '../record/merge'
import type { Result } from '../record/result'
import { checkDraft, readMark } from '../record/result-check'
import { draftOf, draftOfInput, resultOf, writtenFields } from '../record/result-draft'
import type { ParsedMark } from '../sport/marks'
import { yearOf } from '../sport/partial-date'
import { effects } from './effects'

export interface Preview {
  /** How the mark was read, with warnings of its own; null where there is none, or no discipline to read it in. */
  mark: ParsedMark | null
  /** What does not stop a save but is worth a look, a sentence each. */
  warnings: string[]
  /** The result of the athlete in the same race, because of which the save will be refused. */
  twin: Pick<Result, 'id' | 'mark' | 'status'> | null
  /** The fields that would be written. */
  changes: { field: string; before: string; after: string }[]
  /** What becomes of bests and records, a sentence each; null while the form cannot be saved, or no athlete is known. */
  effects: string[] | null
}

/**
 * @param results everything the athlete has done, `before` among it; null where the results are nobody's.
 * @param before the result as it is now; null for a new one.
 * @param competition what the form's competition is; null while that is not clear.
 */
export function previewOf(
  results: Result[] | null,
  before: Result | null,
  draft: Draft,
  competition: Competition | null,
): Preview {
  const mark = readMark(draft)
  const checked = checkDraft(draft)
  const warnings: string[] = []
  if (!checked.ok || competition === null) return { mark, warnings, twin: null, changes: [], effects: null }

  const [was, is] = [before === null ? {} : draftOf(before), draftOfInput(checked.input)]
  const changes = writtenFields(was, draft, checked.input).map((field) =>
    field === 'competition'
      ? { field, before: before ? competitionLabel(before.competition) : '', after: competitionLabel(competition) }
      : { field, before: was[field] ?? '', after: is[field] ?? '' },
  )
  const after = resultOf(checked.input, competition, before)
  if (!isInYear(after)) {
    warnings.push(`The date lies outside the year of ${competitionLabel(competition)}: is it the right competition?`)
  }
  const others = results?.filter(({ id }) => id !== after.id)
  const twin = others?.find((other) => isSameRace(other, after)) ?? null
  return { mark, warnings, twin, changes, effects: results && others ? effects(results, [...others, after]) : null }
}

/** A meeting at the turn of the year may end in the next one. */
function isInYear({ date, competition }: Result): boolean {
  const years = [
    competition.year,
    ...[competition.startDate, competition.endDate].flatMap((day) => day ?? []).map(yearOf),
  ]
  return years.includes(yearOf(date))
}

function isSameRace(a: Result, b: Result): boolean {
  const race = ({ competition, discipline, sex, ageGroup, paraClass, round, raceNumber }: Result) =>
    JSON.stringify([competition.slug, discipline, sex, ageGroup, paraClass, round, raceNumber])
  return race(a) === race(b)
}

/** A result with all that a preview is computed from, and without what would only make the page that carries it long. */
export function uncited(result: Result): Result {
  return {
    ...result,
    competition: { ...result.competition, citations: [] },
    places: result.places.map((place) => ({ ...place, citations: [] })),
    records: result.records.map((record) => ({ ...record, citations: [] })),
    citations: [],
  }
}
