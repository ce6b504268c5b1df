/**
 * Lines of a list that are one athlete's start in one race. The same mark or status twice is one line too many; another
 * mark is either a mistake or another race, and another place may be a namesake's, which somebody has to decide.
 */
import type { Listing } from './listing'

/** What tells one start from another, and what a line says came of it. */
export type Start = Pick<Listing, 'discipline' | 'sex' | 'round' | 'raceNumber' | 'date' | 'status'> & {
  mark: { value: number } | null
  /** In the race; one athlete has but one. */
  place?: number | null
}

/** The same for lines of the same start. `athlete` and `competition` are ids: the record's, or the list's own. */
export function startKey(athlete: string, competition: string, start: Start): string {
  const { discipline, sex, round, raceNumber, date } = start
  return [athlete, competition, discipline, sex, round, raceNumber ?? '', date].join('\n')
}

/** The same for lines that say the same of their start. */
export function outcomeKey({ mark, status }: Pick<Start, 'mark' | 'status'>): string {
  return [mark?.value ?? '', status ?? ''].join('\n')
}

/** What becomes of a later line of a start. */
export type RepeatOutcome =
  | { kind: 'SAME'; question: null; leftOut: true; reason: string }
  | { kind: 'UNDECIDED'; question: 'MARK'; leftOut: false; reason: string }

/** The line of a start that counts, with its `outcomeKey` and its place. */
export interface FirstLine {
  line: number
  outcome: string
  place: number | null
}

export function repeatOutcome(first: FirstLine, later: Start): RepeatOutcome {
  const place = later.place ?? null
  if (first.place !== null && place !== null && first.place !== place) {
    return {
      kind: 'UNDECIDED',
      question: 'MARK',
      leftOut: false,
      reason: `Line ${first.line} has the same name in the same race, at another place: two people, or one of the lines is wrong.`,
    }
  }
  return first.outcome === outcomeKey(later)
    ? { kind: 'SAME', question: null, leftOut: true, reason: `Repeats line ${first.line}.` }
    : {
        kind: 'UNDECIDED',
        question: 'MARK',
        leftOut: false,
        reason: `Line ${first.line} has another mark of the same athlete and race.`,
      }
}
