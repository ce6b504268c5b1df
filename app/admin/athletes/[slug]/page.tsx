import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { count } from '@/components/record/labels'
import { PageHead } from '@/components/site/page-head'
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
        <a className="button button-primary" href={`/admin/results/new?athlete=${slug}`}>
          Add a result
        </a>
        <a className="button" href={`/athletes/${slug}`}>
          Public page
        </a>
        <a className="button" href={`/admin/athletes/${slug}/citations`}>
          Sources
        </a>
        <a className="button" href={`/admin/findings?athlete=${slug}`}>
          Findings
        </a>
        <a className="button" href={`/athletes/${slug}/history`}>
          History
        </a>
        <a className="button" href={`/admin/athletes/${slug}/merge`}>
          Merge with another
        </a>
        <a className="button" href={`/admin/athletes/${slug}/split`}>
          Split in two
        </a>
      </p>
      <DeskResults results={results} />
    </>
  )
}
