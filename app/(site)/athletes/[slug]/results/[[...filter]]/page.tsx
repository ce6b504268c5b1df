import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { WorldMap } from '@/components/charts/world-map'
import { Appearances } from '@/components/profile/appearances'
import { filterWords, ResultFilters } from '@/components/profile/result-filters'
import { type Races, ResultsTable } from '@/components/profile/result-table'
import { count } from '@/components/record/labels'
import { Section } from '@/components/site/section'
import { Lead } from '@/components/ui/lead'
import { LinkButton } from '@/components/ui/link-button'
import { seriesAppearances } from '@/lib/career/appearances'
import {
  EVERYTHING,
  filterResults,
  parseResultFilter,
  type ResultFilter,
  resultFilterParts,
  resultsAddress,
} from '@/lib/pages/result-filter'
import type { AthleteRecord } from '@/lib/record/athlete'
import type { Result } from '@/lib/record/result'
import { getRaceContexts } from '@/server/results/race-context'
import { type Asked, AthleteFrame, type AthleteReading, athleteMetadata, readAthletePage } from '../../athlete-page'

type Props = PageProps<'/athletes/[slug]/results/[[...filter]]'>

async function asked({ params, searchParams }: Props): Promise<{ filter: ResultFilter; asked: Asked }> {
  const { slug, filter: parts } = await params
  const filter = parseResultFilter(parts ?? [])
  if (!filter) notFound()
  const rest = resultFilterParts(filter).map((part) => `/${part}`)
  return { filter, asked: { slug, query: await searchParams, page: 'results', rest: rest.join('') } }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { filter, asked: page } = await asked(props)
  return athleteMetadata(page, ({ athlete, results }) => {
    const words = filterWords(filter)
    return {
      title: `${athlete.displayName}: ${words || 'results'}`,
      description: words
        ? `Results of ${athlete.displayName}: ${words}.`
        : `All ${count(results.length, 'result')} of ${athlete.displayName}, by year, event and country, each with its sources.`,
    }
  })
}

export default async function ResultsPage(props: Props) {
  const { filter, asked: page } = await asked(props)
  const reading = await readAthletePage(page)
  if ('answer' in reading) return reading.answer
  const { record, past } = reading
  if (!isKnown(filter, record)) notFound()
  const isWhole = resultFilterParts(filter).length === 0
  const shown = filterResults(record.results, filter)
  // Of a past state only the athlete's own record is put together.
  const races = await getRaceContexts(past ? [] : shown.map(({ id }) => id))
  return (
    <AthleteFrame reading={reading}>
      <Table reading={reading} filter={filter} shown={shown} races={races} />
      {isWhole && record.results.length > 1 && (
        <>
          <World reading={reading} />
          <InSeries reading={reading} />
        </>
      )}
    </AthleteFrame>
  )
}

/** A year, a discipline or a country that has no results is no page. */
function isKnown({ year, discipline, country }: ResultFilter, { results }: AthleteRecord): boolean {
  return [
    { ...EVERYTHING, year },
    { ...EVERYTHING, discipline },
    { ...EVERYTHING, country },
  ].every((one) => resultFilterParts(one).length === 0 || filterResults(results, one).length > 0)
}

function Table({
  reading: { record, view },
  filter,
  shown,
  races,
}: {
  reading: AthleteReading
  filter: ResultFilter
  shown: readonly Result[]
  races: Races
}) {
  const { athlete, results } = record
  const words = filterWords(filter)
  return (
    <Section id="results" title={words || 'All results'} remark={count(shown.length, 'result')}>
      {results.length > 1 && <ResultFilters view={view} results={results} current={filter} />}
      {view.desk && (
        <p className="mb-4">
          <LinkButton href={`/admin/results/new?athlete=${athlete.slug}`}>Add a result</LinkButton>
        </p>
      )}
      {shown.length > 0 ? (
        <ResultsTable
          results={shown}
          all={results}
          races={races}
          view={view}
          caption={words ? `${athlete.displayName}: ${words}` : `All results of ${athlete.displayName}`}
        />
      ) : (
        <Lead>
          No results for {words}. <a href={resultsAddress(athlete.slug, EVERYTHING, view.query)}>See all results.</a>
        </Lead>
      )}
    </Section>
  )
}

function World({ reading: { record, view } }: { reading: AthleteReading }) {
  return (
    <Section id="world" title="Where in the world" remark="each country leads to the results there">
      <WorldMap
        results={record.results}
        addressOf={(country) => resultsAddress(view.slug, { ...EVERYTHING, country }, view.query)}
      />
    </Section>
  )
}

function InSeries({ reading: { record, view } }: { reading: AthleteReading }) {
  const series = seriesAppearances(record.results, record.editions)
  if (series.length === 0) return null
  return (
    <Section
      id="appearances"
      title="Appearances"
      remark="a start counts, finished or not; runs are of the editions on record"
    >
      <Appearances appearances={series} view={view} />
    </Section>
  )
}
