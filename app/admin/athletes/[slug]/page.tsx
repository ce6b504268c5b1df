import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { count } from '@/components/record/labels'
import { PageHead } from '@/components/site/page-head'
import { LinkButton } from '@/components/ui/link-button'
import { requireEditor } from '@/server/accounts/session'
import { getAthleteRecord } from '@/server/athletes/athletes'
import { followMerged } from '@/server/athletes/former-address'
import { DeskResults } from './result-table'

export const metadata: Metadata = { title: 'Results of an athlete' }

export default async function DeskAthletePage({ params }: PageProps<'/admin/athletes/[slug]'>) {
  const { slug } = await params
  await requireEditor(`/admin/athletes/${slug}`)
  const record = await getAthleteRecord(slug)
  if (!record) await followMerged(slug, (other) => `/admin/athletes/${other}`)
  if (!record) notFound()
  const { athlete, results } = record
  return (
    <>
      <PageHead title={athlete.displayName} remark={count(results.length, 'result')}>
        <a href="/admin">The desk</a>
      </PageHead>
      <p className="mb-6 flex flex-wrap gap-3">
        <LinkButton look="primary" href={`/admin/results/new?athlete=${slug}`}>
          Add a result
        </LinkButton>
        <LinkButton href={`/athletes/${slug}`}>Public page</LinkButton>
        <LinkButton href={`/admin/athletes/${slug}/citations`}>Sources</LinkButton>
        <LinkButton href={`/admin/findings?athlete=${slug}`}>Findings</LinkButton>
        <LinkButton href={`/athletes/${slug}/history`}>History</LinkButton>
        <LinkButton href={`/admin/athletes/${slug}/merge`}>Merge with another</LinkButton>
        <LinkButton href={`/admin/athletes/${slug}/split`}>Split in two</LinkButton>
      </p>
      <DeskResults results={results} />
    </>
  )
}
