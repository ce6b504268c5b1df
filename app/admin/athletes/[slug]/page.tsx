import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DeskResults } from '@/components/desk/desk-results'
import { count } from '@/components/record/words'
import { PageHead } from '@/components/site/page-head'
import { getAthleteRecord } from '@/server/athletes'
import { followMerged } from '@/server/former-address'
import { requireEditor } from '@/server/session'

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
        <a className="button button-chief" href={`/admin/results/new?athlete=${slug}`}>
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
