/** Rules between fields that several things share. */

import type { FieldErrors } from '../../form/field-errors'
import type { Values } from './thing'

/** A last day or year that comes before the first, as far as both are known. */
export function checkOrder(
  values: Partial<Values>,
  [first, last]: readonly [first: string, last: string],
  reason: string,
): FieldErrors {
  const [from, to] = [bare(values[first]), bare(values[last])]
  if (from === null || to === null) return {}
  const length = Math.min(from.length, to.length)
  return to.slice(0, length) < from.slice(0, length) ? { [last]: reason } : {}
}

/** A date that is still to come. `today` is an ISO day. */
export function checkPast(values: Partial<Values>, field: string, today: string, reason: string): FieldErrors {
  const date = bare(values[field])
  return date !== null && date > today.slice(0, date.length) ? { [field]: reason } : {}
}

function bare(value: unknown): string | null {
  return typeof value === 'string' ? value.replace('~', '') : null
}

export function today(): string {
  return new Date().toISOString().slice(0, 10)
}
