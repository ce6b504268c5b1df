import { seriesAppearances } from '@/lib/career/appearances'
import { countingResults, personalBests, seasonBests } from '@/lib/career/bests'
import { honours } from '@/lib/career/honours'
import { nationalRecordHistory } from '@/lib/career/national-record-history'
import type { Finding } from '@/lib/findings/finding'
import type { Past } from '@/lib/pages/past'
import { EVERYTHING } from '@/lib/pages/result-filter'
import type { AthleteRecord } from '@/lib/record/athlete'
import type { HistoryEntry } from '@/lib/record/history'
import type { Result } from '@/lib/record/result'
import type { DisciplineSlug } from '@/lib/sport/disciplines'
import { discipline } from '@/lib/sport/disciplines'
import { CareerChart } from '../charts/career'
import { WorldMap } from '../charts/world-map'
import { LatestChanges } from '../history/latest'
import { ReadAsOf } from '../past/read-as-of'
import { count } from '../record/labels'
import { recordView } from '../record/view'
import { Contents } from '../site/contents'
import { Section } from '../site/section'
import { LinkButton } from '../ui/link-button'
import { Instant } from '../ui/when'
import { Appearances } from './appearances'
import { BestCards } from './best-cards'
import { Biography } from './biography'
import { Cite } from './cite'
import { Disputes } from './disputes'
import { Downloads } from './downloads'
import { Findings, findingsForReaders } from './findings'
import { Glance } from './glance'
import { Honours } from './honours'
import { Facts, NamePlate } from './identity'
import { InternationalTable, internationalRows } from './international-table'
import { NationalRecordsTable } from './national-record-table'
import { PersonalBests } from './personal-bests'
import { primaryDisciplines } from './primary-disciplines'
import { ResultFilters } from './result-filters'
import { ResultsTable } from './result-table'
import { SeasonBestsTable } from './season-bests'
import { Sources } from './sources'

/** Of fewer results a picture would say less than the table does. */
const FEWEST_FOR_A_PICTURE = 3

interface Part {
  id: string
  title: string
  remark?: React.ReactNode
  /** Null where there is nothing to show; the part is then left out, of the contents too. */
  body: React.ReactNode
}

/**
 * The whole of an athlete's page. `today` is an ISO day; `changes` are the newest of his record; `past` names the
 * earlier state in which it is read, and `origin` is the site's address.
 */
export function Profile({
  record,
  changes,
  findings,
  desk,
  today,
  past,
  origin,
}: {
  record: AthleteRecord
  changes: readonly HistoryEntry[]
  /** What the rules notice in today's record; none where an earlier day's is read. */
  findings: readonly Finding[]
  desk: boolean
  today: string
  past: Past | null
  origin: string
}) {
  const view = recordView(record, { desk, query: past?.query })
  const day = past && past.day < today ? past.day : today
  const disciplines = primaryDisciplines(record)
  const parts = partsOf({
    record,
    changes,
    findings: findingsForReaders(findings),
    disciplines,
    view,
    day,
    today,
    origin,
  }).filter(({ body }) => body !== null)
  return (
    <article>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-14 gap-y-7 pt-8 pb-9 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.05fr)] lg:grid-rows-[auto_1fr] lg:py-12 print:grid-cols-2 print:grid-rows-[auto_1fr] print:gap-x-[8mm] print:gap-y-[5mm] print:py-[6mm]">
        <NamePlate record={record} view={view} />
        <Glance
          record={record}
          view={view}
          disciplines={disciplines}
          className="lg:col-start-2 lg:row-span-2 lg:row-start-1 print:col-start-2 print:row-span-2 print:row-start-1"
        />
        <Facts record={record} view={view} disciplines={disciplines} today={day} />
      </div>
      <div className="xl:grid xl:grid-cols-[10.5rem_minmax(0,1fr)] xl:gap-12 print:block">
        <Contents entries={parts} />
        <div className="min-w-0">
          {parts.map(({ id, title, remark, body }) => (
            <Section key={id} id={id} title={title} remark={remark}>
              {body}
            </Section>
          ))}
        </div>
      </div>
    </article>
  )
}

/** The parts in the order in which they are read. */
function partsOf({
  record,
  changes,
  findings,
  disciplines,
  view,
  day,
  today,
  origin,
}: {
  record: AthleteRecord
  changes: readonly HistoryEntry[]
  findings: readonly Finding[]
  disciplines: readonly DisciplineSlug[]
  view: ReturnType<typeof recordView>
  day: string
  today: string
  origin: string
}): Part[] {
  const { athlete, results, editions, sources } = record
  const [primary] = disciplines
  const bests = personalBests(results)
  const rows = internationalRows(results)
  const won = honours(results)
  const histories = nationalRecordHistory(results)
  const series = seriesAppearances(results, editions)
  const profile = `/athletes/${athlete.slug}`
  return [
    {
      id: 'career',
      title: 'The career in one picture',
      remark: primary && `${discipline(primary).name}, every race by date`,
      body:
        primary && isPicture(results, primary) ? (
          <>
            <CareerChart results={results} slug={primary} name={athlete.displayName} base="" />
            <h3 className="mt-10 mb-4">Bests by discipline</h3>
            <BestCards results={results} disciplines={disciplines} view={view} />
          </>
        ) : null,
    },
    {
      id: 'world',
      title: 'Where in the world',
      body: results.length >= FEWEST_FOR_A_PICTURE ? <WorldMap results={results} /> : null,
    },
    { id: 'honours', title: 'Honours', body: won.length > 0 ? <Honours honours={won} view={view} /> : null },
    {
      id: 'international',
      title: 'International competitions',
      remark: count(rows.length, 'race'),
      body: rows.length > 0 ? <InternationalTable rows={rows} view={view} /> : null,
    },
    {
      id: 'personal-bests',
      title: 'Personal bests',
      remark: 'computed from the results below',
      body: bests.length > 0 ? <PersonalBests bests={bests} birthDate={athlete.birthDate} view={view} /> : null,
    },
    {
      id: 'season-bests',
      title: 'Season’s bests',
      body:
        bests.length > 0 ? (
          <SeasonBestsTable bests={seasonBests(results)} disciplines={disciplines} view={view} />
        ) : null,
    },
    {
      id: 'national-records',
      title: 'National records',
      remark: 'as they fell, and which of them still stand as far as is known here',
      body: histories.length > 0 ? <NationalRecordsTable histories={histories} view={view} /> : null,
    },
    {
      id: 'appearances',
      title: 'Appearances',
      remark: 'to start is to appear, finished or not; runs are of editions known here',
      body: series.length > 0 && results.length > 1 ? <Appearances appearances={series} view={view} /> : null,
    },
    {
      id: 'results',
      title: 'All results',
      remark: count(results.length, 'result'),
      body: (
        <>
          {/* The filtered lists are those of today. */}
          {results.length > 1 && !view.query && (
            <ResultFilters slug={athlete.slug} results={results} current={EVERYTHING} />
          )}
          {view.desk && (
            <p className="mb-4">
              <LinkButton href={`/admin/results/new?athlete=${athlete.slug}`}>Add a result</LinkButton>
            </p>
          )}
          <ResultsTable results={results} all={results} view={view} caption={`All results of ${athlete.displayName}`} />
        </>
      ),
    },
    {
      id: 'biography',
      title: 'Biography',
      remark: 'underlined figures come from the results, and change with them',
      body: athlete.chapters.length > 0 ? <Biography record={record} view={view} /> : null,
    },
    {
      id: 'disputes',
      title: 'Disputed figures',
      remark: count(view.disputes.length, 'figure'),
      body:
        view.disputes.length > 0 ? (
          <>
            <Disputes disputes={view.disputes} view={view} />
            <p className="mt-4">
              <a href={`${profile}/disputes${view.query}`}>All of them side by side, source by source</a>
            </p>
          </>
        ) : null,
    },
    {
      id: 'findings',
      title: 'What the record’s own rules noticed',
      body: findings.length > 0 ? <Findings findings={findings} /> : null,
    },
    {
      id: 'sources',
      title: 'Sources',
      remark: 'and what each of them says',
      body: sources.length > 0 ? <Sources sources={sources} record={record} view={view} /> : null,
    },
    {
      id: 'changes',
      title: 'Latest changes',
      remark: (
        <>
          Last change <Instant iso={record.updatedAt} />
        </>
      ),
      body: (
        <>
          <LatestChanges entries={changes} />
          <p className="mt-4">
            <a href={`${profile}/history`}>The whole history of this page</a>
          </p>
        </>
      ),
    },
    {
      id: 'data',
      title: 'Take the data',
      body: (
        <>
          <Downloads record={record} query={view.query} />
          <ReadAsOf action={profile} day={day} today={today} />
        </>
      ),
    },
    { id: 'cite', title: 'Cite this page', body: <Cite record={record} origin={origin} /> },
  ]
}

function isPicture(results: readonly Result[], slug: DisciplineSlug): boolean {
  return countingResults(results, slug).length >= FEWEST_FOR_A_PICTURE
}
