import type { PartialDate } from '@/lib/sport/partial-date'
import { formatDate } from '@/lib/sport/partial-date'
import { Unknown } from './unknown'

/** A date as far as it is known, in words: "7 December 2014", "December 2014", "2010". */
export function When({ date }: { date: PartialDate | null }) {
  if (!date) return <Unknown />
  return <time dateTime={date.replace('~', '')}>{formatDate(date)}</time>
}

const MINUTE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })

/** An instant of the record's own history, to the minute, in UTC, the same for every reader. */
export function Instant({ iso }: { iso: string }) {
  return <time dateTime={iso}>{Number.isNaN(Date.parse(iso)) ? iso : `${MINUTE.format(new Date(iso))} UTC`}</time>
}
