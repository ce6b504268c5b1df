import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { HistoryItem } from '@/components/history/entry'
import { PastBanner } from '@/components/past/banner'
import { NotYet } from '@/components/past/not-yet'
import { Disputed } from '@/components/record/disputed'
import { count } from '@/components/record/labels'
import { Mark, markText } from '@/components/record/mark'
import { Tags } from '@/components/record/tags'
import { competitionAndYear, type RecordView, recordView } from '@/components/record/view'
import { ResultFacts } from '@/components/result/facts'
import { resultLinkedData } from '@/components/result/linked-data'
import { BeforeAndAfter } from '@/components/result/neighbours'
import { ResultParts } from '@/components/result/result-parts'
import { SourceStatements } from '@/components/result/source-statements'
import { Standing } from '@/components/result/standing'
import { TwoColumns } from '@/components/result/two-columns'
import { Withdrawn } from '@/components/result/withdrawn'
import { JsonLd } from '@/components/site/json-ld'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { resultRowAddress } from '@/lib/pages/athlete-pages'
import type { Query } from '@/lib/pages/past'
import type { AthleteRecord } from '@/lib/record/athlete'
import { citationsOfResult } from '@/lib/record/citations'
import type { Result } from '@/lib/record/result'
import { discipline } from '@/lib/sport/disciplines'
import { isDesk } from '@/server/accounts/desk-hint'
import { readSettings, siteUrl } from '@/server/env'
import { getCitationDates, getResultHistory } from '@/server/history/history'
import { getProgressionsOf } from '@/server/lists/national-records'
import { setStatus } from '@/server/request'
import { getRaceContext } from '@/server/results/race-context'
import { readRecordAround } from '@/server/results/result-reading'
import { getAthleteOf } from '@/server/results/sibling-results'

type Props = PageProps<'/results/[id]'>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { id } = await params
  const found = await find(id, await searchParams)
  if (!found) return {}
  const { athlete, reading } = found
  if (!reading.found) return { title: athlete.name, robots: { index: false } }
  const { result } = found
  if (!result) return { title: 'A withdrawn result', robots: { index: false } }
  const title = `${athlete.name}: ${[markText(result) ?? result.status, raceName(result)].filter(Boolean).join(', ')}`
  const description = `${title}. Places, records, every source and what it says, and the history of the figure.`
  if (reading.past) return { title, description, robots: { index: false } }
  return {
    title,
    description,
    alternates: { canonical: `/results/${id}` },
    openGraph: { title, url: `/results/${id}` },
  }
}

export default async function ResultPage({ params, searchParams }: Props) {
  const { id } = await params
  const found = await find(id, await searchParams)
  if (!found) notFound()
  const { athlete, reading, result } = found
  const profile = `/athletes/${athlete.slug}`
  if (!reading.found) {
    if (reading.why !== 'before') notFound()
    setStatus(404)
    return <NotYet name={reading.name} firstDay={reading.firstDay} address={`/results/${id}`} />
  }
  const { record, past } = reading
  const until = past?.moment.changeSetId
  const desk = !past && (await isDesk())
  const history = await getResultHistory(id, until)
  const banner = past && (
    <PastBanner past={past} today={new Date().toISOString().slice(0, 10)} address={`/results/${id}`} />
  )
  if (!result) {
    setStatus(410)
    return <Withdrawn athlete={athlete} history={history} past={banner} />
  }

  const view = recordView(record, {
    desk,
    query: past?.query,
    national: past ? undefined : await getProgressionsOf(record),
  })
  const cited = citationsOfResult(result).map((citation) => citation.id)
  const dates = await getCitationDates(cited, until)
  // Of a past state only the athlete's own record is put together.
  const race = past ? undefined : await getRaceContext(id)
  const origin = siteUrl(readSettings(process.env))
  const who = result.team === null ? athlete : { name: result.team, slug: null }
  return (
    <>
      {!past && <JsonLd data={resultLinkedData(result, who, origin)} />}
      {banner}
      <PageHead title={raceName(result)}>
        <a href={`${profile}${view.query}`}>{athlete.name}</a>
        {result.team && `, for ${result.team}`}
      </PageHead>
      <TwoColumns>
        <MarkAndStanding result={result} record={record} view={view} />
        <ResultFacts result={result} birthDate={record.athlete.birthDate} race={race} view={view} />
      </TwoColumns>
      <ResultParts result={result} view={view} />
      <Section id="said" title="Sources" remark="what the record goes by, and what was not used, with the reasons">
        <SourceStatements result={result} dates={dates} />
      </Section>
      <Around result={result} record={record} view={view} />
      <Section id="history" title="History of this figure" remark={count(history.length, 'change set')}>
        {history.map((entry) => (
          <HistoryItem key={entry.id} entry={entry} desk={desk} hasUndo={desk} />
        ))}
      </Section>
    </>
  )
}

interface ResultInRecord {
  result: Result
  record: AthleteRecord
  view: RecordView
}

/** The mark in large type, and where it stands among the athlete's others. */
function MarkAndStanding({ result, record, view }: ResultInRecord) {
  return (
    <div>
      <p className="primary-mark mt-2.5 whitespace-nowrap font-bold font-serif text-[clamp(3rem,12vw,6rem)] lining-nums proportional-nums leading-[0.88] tracking-[-0.02em] print:text-[44pt] [&_abbr]:no-underline">
        <Mark result={result} />
      </p>
      <p className="mt-3 text-quiet [&_abbr]:mr-1">
        <Tags result={result} view={view} /> <Disputed result={result} field="mark" view={view} />
        {view.desk && <a href={`/admin/results/${result.id}`}>Correct this result</a>}
      </p>
      <Standing result={result} record={record} view={view} />
    </div>
  )
}

/** The races before and after it, and the way back to all of them. */
function Around({ result, record, view }: ResultInRecord) {
  return (
    <Section id="around" title="Before and after">
      <BeforeAndAfter result={result} results={record.results} view={view} />
      <p className="mt-4">
        <a href={resultRowAddress(view.slug, result.id, view.query)}>In the list of all results</a>
      </p>
    </Section>
  )
}

function raceName(result: Result): string {
  return `${discipline(result.discipline).name}, ${competitionAndYear(result)}`
}

/**
 * The result among its athlete's, in the state that is asked for; `result` is null where it is not in the record then,
 * and the whole null where there never was one, or the address asks for no state at all.
 */
async function find(id: string, query: Query) {
  const athlete = await getAthleteOf(id)
  const reading = athlete && (await readRecordAround(id, athlete.slug, query))
  if (!reading || (!reading.found && reading.why !== 'before')) return null
  const result = reading.found ? (reading.record.results.find((it) => it.id === id) ?? null) : null
  return { athlete, reading, result }
}
