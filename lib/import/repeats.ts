/**
 * Lines of a list that are one athlete's start in one race. The same mark or status twice is one line too many; another
 * mark is either a mistake or another race, which somebody has to decide.
 */
import type { Listing } from './listing'

/** What tells one start from another, and what a line says came of it. */
export type Start = Pick<Listing, 'discipline' | 'sex' | 'round' | 'raceNumber' | 'date' | 'status'> & {
  mark: { value: number } | null
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

/** @param first the line of the start that counts, with its `outcomeKey`. */
export function repeatOutcome(first: { line: number; outcome: string }, later: Start): RepeatOutcome {
  return first.outcome === outcomeKey(later)
    ? { kind: 'SAME', question: null, leftOut: true, reason: `Repeats line ${first.line}.` }
    : {
        kind: 'UNDECIDED',
        question: 'MARK',
        leftOut: false,
        reason: `Line ${first.line} has another mark of the same athlete and race.`,
      }
}
