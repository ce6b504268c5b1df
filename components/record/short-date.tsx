import type { PartialDate } from '@/lib/sport/partial-date'
import { datePrecision, formatDate } from '@/lib/sport/partial-date'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Day and month for a table with the year above the rows: "7 Dec", "Dec"; a dash where only the year is known. */
export function ShortDate({ date }: { date: PartialDate }) {
  const full = formatDate(date)
  if (datePrecision(date) === 'year') {
    return (
      <time dateTime={date.replace('~', '')} className="text-quiet">
        <span aria-hidden="true">–</span>
        <span className="sr-only">{full}, day unknown</span>
      </time>
    )
  }
  const [, month, day] = date.replace('~', '').split('-').map(Number)
  const name = MONTHS[(month ?? 1) - 1]
  return (
    <time dateTime={date.replace('~', '')} title={full}>
      {date.endsWith('~') ? 'c. ' : ''}
      {day ? `${day} ${name}` : name}
    </time>
  )
}
