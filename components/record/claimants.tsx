import type { RecordClaim, Result } from '@/lib/record/result'

/** Who calls a mark a record: the sources that are cited for it, and the authority that recognises it. */
export interface Claimant {
  authority: string | null
  sources: readonly { slug: string; publication: string; title: string }[]
}

const STATE: Record<RecordClaim['state'], string> = {
  CLAIMED: 'claimed',
  PENDING: 'pending ratification',
  RATIFIED: 'ratified',
  RESCINDED: 'rescinded',
}

/** "ratified by World Athletics", "claimed", "rescinded": the state of a record claim in words. */
export function stateOfRecord({ state }: Pick<RecordClaim, 'state'>, authority: string | null): string {
  return authority ? `${STATE[state]}, ${authority}` : STATE[state]
}

/** "ratified; says IAAF, Encyclopedia": the state of a record claim, and who makes it. */
export function Claimants({ claim, by }: { claim: Pick<RecordClaim, 'state'>; by: Claimant | undefined }) {
  const sources = by?.sources ?? []
  return (
    <>
      {stateOfRecord(claim, by?.authority ?? null)}
      {sources.length > 0 && ' by '}
      {sources.map(({ slug, publication, title }, index) => (
        <span key={slug}>
          {index > 0 && '; '}
          <a href={`/sources/${slug}`} title={title}>
            {publication}
          </a>
        </span>
      ))}
    </>
  )
}

/** Who is cited for a record claim of this result. */
export function claimantOf({ records }: Result, claimId: string): Claimant | undefined {
  const claim = records.find(({ id }) => id === claimId)
  if (!claim) return undefined
  const sources = claim.citations.filter(({ field, accepted }) => field === 'record' && accepted)
  return {
    authority: claim.authority,
    sources: [...new Map(sources.map(({ source }) => [source.slug, source])).values()],
  }
}
