import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { filterAddress, filterWords, ResultFilters } from '@/components/profile/result-filters'
import { ResultsTable } from '@/components/profile/result-table'
import { count } from '@/components/record/labels'
import { recordView } from '@/components/record/view'
import { PageHead } from '@/components/site/page-head'
import { Lead } from '@/components/ui/lead'
import { filterResults, parseResultFilter, type ResultFilter } from '@/lib/pages/result-filter'
import type { AthleteRecord } from '@/lib/record/athlete'
import { isDesk } from '@/server/accounts/desk-hint'
import { getAthleteRecord } from '@/server/athletes/athletes'
import { followMerged } from '@/server/athletes/former-address'

type Props = PageProps<'/athletes/[slug]/results/[...filter]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await find(params)
  if (!found) return {}
  const { record, filter } = found
  return {
    title: `${record.athlete.displayName}: ${filterWords(filter)}`,
    description: `Results of ${record.athlete.displayName}: ${filterWords(filter)}.`,
    alternates: { canonical: filterAddress(record.athlete.slug, filter) },
  }
}

export default async function FilteredResultsPage({ params }: Props) {
  const found = await find(params)
  if (!found) {
    const { slug, filter } = await params
    await followMerged(slug, (other) => ['/athletes', other, 'results', ...filter].join('/'))
    notFound()
  }
  const { record, filter } = found
  const { slug, displayName } = record.athlete
  const results = filterResults(record.results, filter)
  const view = recordView(record, { desk: await isDesk(), base: `/athletes/${slug}` })
  const title = filterWords(filter)
  return (
    <>
      <PageHead title={title} remark={count(results.length, 'result')}>
        <a href={`/athletes/${slug}`}>{displayName}</a>, results
      </PageHead>
      <ResultFilters slug={slug} results={record.results} current={filter} />
      {results.length > 0 ? (
        <ResultsTable results={results} all={record.results} view={view} caption={`${displayName}: ${title}`} />
      ) : (
        <Lead>
          Nothing here fits all of that. <a href={`/athletes/${slug}#results`}>See all results.</a>
        </Lead>
      )}
    </>
  )
}

/** Null for an address without a filter, or with a year or discipline that has no results. */
async function find(params: Props['params']): Promise<{ record: AthleteRecord; filter: ResultFilter } | null> {
  const { slug, filter: parts } = await params
  const filter = parseResultFilter(parts)
  const record = filter && (await getAthleteRecord(slug))
  if (!record) return null
  const { year, discipline } = filter
  const known =
    (year === null || filterResults(record.results, { year, discipline: null, kind: null }).length > 0) &&
    (discipline === null || record.results.some((result) => result.discipline === discipline))
  return known ? { record, filter } : null
}
