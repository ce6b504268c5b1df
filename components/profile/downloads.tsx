import type { AthleteRecord } from '@/lib/record'

/** The same record for programs, and the number that says which state of it this is. */
export function Downloads({ record: { athlete, revision } }: { record: AthleteRecord }) {
  return (
    <>
      <p className="flex flex-wrap gap-3">
        <a className="button" href={`/api/v1/athletes/${athlete.slug}`}>
          JSON
        </a>
        <a className="button" href={`/athletes/${athlete.slug}/results.csv`} download="">
          CSV of all results
        </a>
        <a className="button" href={`/athletes/${athlete.slug}/history`}>
          History
        </a>
      </p>
      <p className="chart-note">This is revision {revision.toLocaleString('en-GB')} of the record book.</p>
    </>
  )
}
