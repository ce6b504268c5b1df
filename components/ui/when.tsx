import type { PartialDate } from '@/lib/sport/partial-date'
import { type Bounds, formatBounded } from '@/lib/sport/partial-date'
import { Unknown } from './unknown'

const NONE: Bounds = { notBefore: null, notAfter: null }

/** A date as far as it is known, in words: "7 December 2014", "December 2014", "2010"; with bounds "April to August 2009". */
export function When({ date, bounds = NONE }: { date: PartialDate | null; bounds?: Bounds }) {
  if (!date) return <Unknown />
  return <time dateTime={date.replace('~', '')}>{formatBounded(date, bounds)}</time>
}

const MINUTE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })

/** An instant of the record's own history, to the minute, in UTC, the same for every reader. */
export function Instant({ iso }: { iso: string }) {
  return <time dateTime={iso}>{Number.isNaN(Date.parse(iso)) ? iso : `${MINUTE.format(new Date(iso))} UTC`}</time>
}
