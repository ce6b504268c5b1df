import { comparedPrecision, comparedValue } from './compared-mark'
import { discipline, isDisciplineSlug } from './disciplines'
import { isHandTimed } from './eligibility'
import { formatMark } from './marks'
import type { Performance } from './performance'

/** The fields of a result that its mark is written from. */
export type Marked = Pick<Performance, 'mark' | 'value' | 'precision' | 'discipline' | 'timing' | 'flags'>

/**
 * A result's mark as readers see it, without the letters that may follow it, save the `h` of a hand time: "2:08:50",
 * "10.7h". It is formatted from the value, so that a half marathon published as "73:15" reads "1:13:15" everywhere, and
 * a time on the track never shows thousandths. The published text where the value, or the unit of the discipline, is not
 * known; null where neither is.
 */
export function displayMark(result: Marked): string | null {
  const { value, precision, discipline: slug } = result
  if (value === null || !isDisciplineSlug(slug)) return publishedMark(result)
  const shown = comparedPrecision(precision ?? discipline(slug).precision, slug)
  return formatMark(comparedValue(value, slug), shown, slug, isHandTimed(result))
}

/** The text as published, to which a hand time has its `h` added where the text lacks it. */
export function publishedMark(result: Pick<Marked, 'mark' | 'timing' | 'flags'>): string | null {
  const { mark } = result
  return mark !== null && isHandTimed(result) && !SAYS_HAND.test(mark) ? `${mark}h` : mark
}

const SAYS_HAND = /\d(?:dh|[iAwWxe+ ])*h(?:dh|[iAwWxe+ ])*(?:[(+-]|$)/
