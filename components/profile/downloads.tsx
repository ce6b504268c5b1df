import type { AthleteRecord } from '@/lib/record/athlete'
import { LinkButton } from '../ui/link-button'

/** The same record for programs, and the number that says which state of it this is. */
export function Downloads({
  record: { athlete, revision },
  query,
}: {
  record: AthleteRecord
  /** "" or "?asOf=2024-08-01", for the data of the state that is read. */
  query: string
}) {
  return (
    <>
      <p className="flex flex-wrap gap-3">
        <LinkButton href={`/api/v1/athletes/${athlete.slug}${query}`}>JSON</LinkButton>
        <LinkButton href={`/athletes/${athlete.slug}/results.csv${query}`} download="">
          CSV of all results
        </LinkButton>
        <LinkButton href={`/athletes/${athlete.slug}/history`}>History</LinkButton>
      </p>
      <p className="mt-3 text-quiet text-sm">This is revision {revision.toLocaleString('en-GB')} of the record book.</p>
    </>
  )
}
