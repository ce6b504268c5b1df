/**
 * The value that a mark is compared by, and shown. World Athletics times the track to 0.01 s, rounded up, and reads
 * thousandths of a second from the photograph only to decide places (Technical Rules 19.24 and 21.2): two times of one
 * hundredth are equal marks, however the race was decided.
 */
import { type DisciplineSlug, discipline } from './disciplines'

const HUNDREDTH = 10

/** In the discipline's unit; whatever finer part of a track time was published is rounded up. */
export function comparedValue(value: number, slug: DisciplineSlug): number {
  const { surface, unit } = discipline(slug)
  return surface === 'TRACK' && unit === 'MILLISECOND' ? Math.ceil(value / HUNDREDTH) * HUNDREDTH : value
}

/** How finely such a value is shown, for a mark that was measured to `precision`. */
export function comparedPrecision(precision: number, slug: DisciplineSlug): number {
  const { surface, unit } = discipline(slug)
  return surface === 'TRACK' && unit === 'MILLISECOND' ? Math.max(precision, HUNDREDTH) : precision
}

/** Whether mark `a` beats mark `b`, both in the discipline's unit: less time, or more metres and points. */
export function isBetter(a: number, b: number, slug: DisciplineSlug): boolean {
  const difference = comparedValue(a, slug) - comparedValue(b, slug)
  return discipline(slug).unit === 'MILLISECOND' ? difference < 0 : difference > 0
}

/** By how much two marks differ, as they are compared; never negative. */
export function gapBetween(a: number, b: number, slug: DisciplineSlug): number {
  return Math.abs(comparedValue(a, slug) - comparedValue(b, slug))
}

/** To what the difference of two marks of a discipline is known: the coarser of their precisions. */
export function coarserPrecision(
  a: { precision: number | null; discipline: DisciplineSlug },
  b: { precision: number | null },
): number {
  const { precision: usual } = discipline(a.discipline)
  return Math.max(a.precision ?? usual, b.precision ?? usual)
}
