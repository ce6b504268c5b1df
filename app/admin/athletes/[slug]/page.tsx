import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EditLink } from '@/components/record/edit-link'
import { count } from '@/components/record/labels'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { Lead } from '@/components/ui/lead'
import { LinkButton } from '@/components/ui/link-button'
import { claimInWords } from '@/lib/findings/claims/words'
import type { AthleteRecord } from '@/lib/record/athlete'
import { requireAuthor } from '@/server/accounts/session'
import { getAthleteRecord } from '@/server/athletes/athletes'
import { followMerged } from '@/server/athletes/former-address'
import { DeskResults } from './result-table'

export const metadata: Metadata = { title: 'Results of an athlete' }

export default async function DeskAthletePage({ params }: PageProps<'/admin/athletes/[slug]'>) {
  const { slug } = await params
  await requireAuthor(`/admin/athletes/${slug}`)
  const record = await getAthleteRecord(slug)
  if (!record) await followMerged(slug, (other) => `/admin/athletes/${other}`)
  if (!record) notFound()
  const { athlete, results } = record
  return (
    <>
      <PageHead title={athlete.displayName} remark={count(results.length, 'result')}>
        <a href="/admin">Editing</a>
      </PageHead>
      <p className="mb-6 flex flex-wrap gap-3">
        <LinkButton look="primary" href={`/admin/results/new?athlete=${slug}`}>
          Add a result
        </LinkButton>
        <LinkButton href={`/admin/sheet?athlete=${slug}`}>Enter a season</LinkButton>
        <LinkButton href={`/admin/things/athlete/${athlete.id}`}>Edit the athlete</LinkButton>
        <LinkButton href={`/athletes/${slug}`}>Public page</LinkButton>
        <LinkButton href={`/admin/athletes/${slug}/citations`}>Sources</LinkButton>
        <LinkButton href={`/admin/findings?athlete=${slug}`}>Findings</LinkButton>
        <LinkButton href={`/athletes/${slug}/history`}>History</LinkButton>
        <LinkButton href={`/admin/athletes/${slug}/merge`}>Merge with another</LinkButton>
        <LinkButton href={`/admin/athletes/${slug}/split`}>Split in two</LinkButton>
      </p>
      <DeskResults results={results} />
      <Claims record={record} />
    </>
  )
}

/** What sources say of figures that are computed, each with the way to its form. */
function Claims({ record }: { record: AthleteRecord }) {
  const { athlete, claims } = record
  return (
    <Section id="claims" title="Claims" remark="what sources say of figures that are computed; each is checked">
      {claims.length === 0 && <Lead>No claim is on record yet.</Lead>}
      <ul className="*:border-t *:border-rule *:py-2">
        {claims.map((claim) => (
          <li key={claim.id}>
            {claimInWords(claim, record)}{' '}
            <span className="text-sm text-quiet">
              {claim.source.publication}, {claim.locator}
            </span>{' '}
            <EditLink kind="claim" id={claim.id} what={`the claim: ${claimInWords(claim, record)}`} />
          </li>
        ))}
      </ul>
      <p className="mt-4">
        <LinkButton href={`/admin/things/claim/new?of=${athlete.id}`}>Add a claim</LinkButton>
      </p>
    </Section>
  )
}
