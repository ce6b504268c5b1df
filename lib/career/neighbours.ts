/** The races before and after a result: in the whole career, in the discipline, in the series. */

import type { Result } from '../record/result'
import { chronologically } from '../sport/chronology'

/** Null at either end of the career. */
export type Neighbours = { previous: Result | null; next: Result | null }

/** The nearest races of a career; `discipline` and `series` consider only results of the same discipline or series. */
export type ResultNeighbours = { career: Neighbours; discipline: Neighbours; series: Neighbours | null }

/** The neighbours of a result among all results of its athlete. `series` is null where the competition has none. */
export function neighbours(result: Result, results: readonly Result[]): ResultNeighbours {
  const { series } = result.competition
  return {
    career: around(result, results),
    discipline: around(
      result,
      results.filter((other) => other.discipline === result.discipline),
    ),
    series:
      series === null
        ? null
        : around(
            result,
            results.filter((other) => other.competition.series?.slug === series.slug),
          ),
  }
}

function around(result: Result, among: readonly Result[]): Neighbours {
  const inOrder = among.toSorted(chronologically)
  const at = inOrder.findIndex(({ id }) => id === result.id)
  if (at < 0) return { previous: null, next: null }
  return { previous: inOrder[at - 1] ?? null, next: inOrder[at + 1] ?? null }
}
