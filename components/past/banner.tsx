import type { Past } from '@/lib/pages/past'
import { formatDate } from '@/lib/sport/partial-date'
import { Instant } from '../ui/when'

/** Above a page that shows an earlier state of the record: which one this is, and the way to that of today. */
export function PastBanner({ past, today, address }: { past: Past; today: string; address: string }) {
  return (
    <aside
      className="mt-5 rounded border border-gold-mark border-l-4 bg-gold-wash px-4.5 py-3"
      aria-label="An earlier state of the record"
    >
      <p>
        <strong>
          <PastWords past={past} today={today} />
        </strong>{' '}
        What was corrected since is not shown here. <a href={address}>Read it as it stands today.</a>
      </p>
    </aside>
  )
}

function PastWords({ past: { asked, moment }, today }: { past: Past; today: string }) {
  if (asked.kind === 'revision') {
    return (
      <>
        This is the record as it stood at revision {asked.revision}, of <Instant iso={moment.at} />.
      </>
    )
  }
  if (asked.asOf >= today) {
    return <>{formatDate(asked.asOf)} is not over yet (UTC): this is the record as it has come to stand so far.</>
  }
  return <>This is the record as it stood at the end of {formatDate(asked.asOf)} (UTC).</>
}
