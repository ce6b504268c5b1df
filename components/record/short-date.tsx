import type { PartialDate } from '@/lib/sport/partial-date'
import { type Bounds, datePrecision, formatBounded } from '@/lib/sport/partial-date'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/**
 * Day and month for a table with the year above the rows: "7 Dec", "Dec"; a dash where only the year is known, and
 * "Apr–Aug" or "by Aug" where no source gives more than bounds.
 */
export function ShortDate({ date, bounds }: { date: PartialDate; bounds?: Bounds }) {
  const full = formatBounded(date, bounds ?? { notBefore: null, notAfter: null })
  const dateTime = date.replace('~', '')
  if (datePrecision(date) === 'year') {
    const between = bounds && boundsText(bounds)
    return (
      <time dateTime={dateTime} title={between ? full : undefined} className="text-quiet">
        <span aria-hidden="true">{between ?? '–'}</span>
        <span className="sr-only">{full}, day unknown</span>
      </time>
    )
  }
  return (
    <time dateTime={dateTime} title={full}>
      {date.endsWith('~') ? 'c. ' : ''}
      {dayAndMonth(date)}
    </time>
  )
}

function boundsText({ notBefore, notAfter }: Bounds): string | null {
  if (notBefore !== null && notAfter !== null) return `${dayAndMonth(notBefore)}–${dayAndMonth(notAfter)}`
  if (notAfter !== null) return `by ${dayAndMonth(notAfter)}`
  return notBefore === null ? null : `from ${dayAndMonth(notBefore)}`
}

function dayAndMonth(date: PartialDate): string {
  const [year, month, day] = date.replace('~', '').split('-').map(Number)
  if (month === undefined) return String(year)
  const name = MONTHS[month - 1]
  return day ? `${day} ${name}` : String(name)
}
