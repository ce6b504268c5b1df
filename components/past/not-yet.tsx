import { formatDate } from '@/lib/sport/partial-date'
import { PageHead } from '../site/page-head'
import { Lead } from '../ui/lead'
import { LinkButton } from '../ui/link-button'

/** The page of an athlete as of a day before anything was recorded. */
export function NotYet({ name, firstDay, address }: { name: string; firstDay: string; address: string }) {
  return (
    <>
      <PageHead title={name}>The record as it stood</PageHead>
      <Lead>
        Nothing had been recorded by then. The record of {name} begins on {formatDate(firstDay)}; what happened earlier
        is in it, but was not yet written down here.
      </Lead>
      <p className="mt-6 flex flex-wrap gap-3">
        <LinkButton href={`${address}?asOf=${firstDay}`}>Read its first day</LinkButton>
        <LinkButton href={address}>Read it as it stands today</LinkButton>
      </p>
    </>
  )
}
