import { discipline } from './disciplines'
import { formatMark } from './marks'
import type { Performance } from './performance'

/** The fields of a result that its mark is written from. */
export type Marked = Pick<Performance, 'mark' | 'value' | 'precision' | 'discipline'>

/**
 * A result's mark as readers see it, without the letters that may follow it: "2:08:50". It is formatted from the
 * value, so that a half marathon published as "73:15" reads "1:13:15" everywhere. The published text where the value
 * is not known; null where neither is.
 */
export function displayMark({ mark, value, precision, discipline: slug }: Marked): string | null {
  return value === null ? mark : formatMark(value, precision ?? discipline(slug).precision, slug)
}
