/** What a row of results shows of the race around it. */
export interface RaceContext {
  /** First in the race as a whole; several who share the place. The athlete's own result is among them for a win. */
  winners: { resultId: string; slug: string | null; name: string; mark: string | null }[]
  /**
   * From the winner's mark, in the unit of the discipline; null where either mark is not known, where only one of them
   * is a net time, and for the winner.
   */
  gap: number | null
  /** To what the gap is known: the coarser precision of the two marks, in the same unit. */
  precision: number
  /** As a list says; null where none does. */
  finishers: number | null
}
