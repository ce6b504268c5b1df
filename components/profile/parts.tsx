/** The parts of an athlete's page, in the order in which they are read. */
import { seriesAppearances } from '@/lib/career/appearances'
import { countingResults, seasonBests } from '@/lib/career/bests'
import { honours } from '@/lib/career/honours'
import type { Finding } from '@/lib/findings/finding'
import { EVERYTHING } from '@/lib/pages/result-filter'
import type { AthleteRecord } from '@/lib/record/athlete'
import type { HistoryEntry } from '@/lib/record/history'
import { type DisciplineSlug, discipline } from '@/lib/sport/disciplines'
import { CareerChart } from '../charts/career'
import { WorldMap } from '../charts/world-map'
import { LatestChanges } from '../history/latest'
import { ReadAsOf } from '../past/read-as-of'
import { count } from '../record/labels'
import type { RecordView } from '../record/view'
import { LinkButton } from '../ui/link-button'
import { Instant } from '../ui/when'
import { Appearances } from './appearances'
import { BestCards } from './best-cards'
import { Biography } from './biography'
import { Cite } from './cite'
import { Disputes } from './disputes'
import { Downloads } from './downloads'
import { Findings, findingsForReaders } from './findings'
import { Honours } from './honours'
import { InternationalTable, internationalRows } from './international-table'
import { NationalRecordsTable } from './national-record-table'
import { PersonalBests } from './personal-bests'
import { ResultFilters } from './result-filters'
import { ResultsTable } from './result-table'
import { SeasonBestsTable } from './season-bests'
import { Sources } from './sources'

/** With fewer results a picture would say less than the table does. */
const FEWEST_FOR_A_PICTURE = 3

/** What the parts are made of. */
export interface ProfileContent {
  record: AthleteRecord
  view: RecordView
  /** The athlete's disciplines, the primary one first. */
  disciplines: readonly DisciplineSlug[]
  /** The newest changes of the record. */
  changes: readonly HistoryEntry[]
  /** The findings of today's record; none where an earlier day's is read. */
  findings: readonly Finding[]
  /** The ISO day that is shown, and today. */
  day: string
  today: string
  /** The site's address. */
  origin: string
}

export interface Part {
  id: string
  title: string
  remark?: React.ReactNode
  body: React.ReactNode
}

/** The parts that have something to show. */
export function profileParts(content: ProfileContent): Part[] {
  return PARTS.flatMap((part) => part(content) ?? [])
}

const PARTS: ((content: ProfileContent) => Part | null)[] = [
  career,
  world,
  honoursPart,
  international,
  personalBestsPart,
  seasonBestsPart,
  nationalRecords,
  appearances,
  allResults,
  biography,
  disputed,
  findingsPart,
  sourcesPart,
  latestChanges,
  openData,
  citePage,
]

function career({ record, view, disciplines }: ProfileContent): Part | null {
  const [primary] = disciplines
  const { athlete, results } = record
  if (!primary || countingResults(results, primary).length < FEWEST_FOR_A_PICTURE) return null
  return {
    id: 'career',
    title: 'The career in one picture',
    remark: `${discipline(primary).name}, every race by date`,
    body: (
      <>
        <CareerChart results={results} slug={primary} name={athlete.displayName} base="" />
        <h3 className="mt-10 mb-4">Bests by discipline</h3>
        <BestCards results={results} disciplines={disciplines} view={view} />
      </>
    ),
  }
}

function world({ record: { results } }: ProfileContent): Part | null {
  if (results.length < FEWEST_FOR_A_PICTURE) return null
  return { id: 'world', title: 'Where in the world', body: <WorldMap results={results} /> }
}

function honoursPart({ record, view }: ProfileContent): Part | null {
  const won = honours(record.results)
  if (won.length === 0) return null
  return { id: 'honours', title: 'Honours', body: <Honours honours={won} view={view} /> }
}

function international({ record, view }: ProfileContent): Part | null {
  const rows = internationalRows(record.results)
  if (rows.length === 0) return null
  return {
    id: 'international',
    title: 'International competitions',
    remark: count(rows.length, 'race'),
    body: <InternationalTable rows={rows} view={view} />,
  }
}

function personalBestsPart({ record: { athlete }, view }: ProfileContent): Part | null {
  if (view.bests.length === 0) return null
  return {
    id: 'personal-bests',
    title: 'Personal bests',
    remark: 'computed from the results below',
    body: <PersonalBests bests={view.bests} birthDate={athlete.birthDate} view={view} />,
  }
}

function seasonBestsPart({ record, view, disciplines }: ProfileContent): Part | null {
  if (view.bests.length === 0) return null
  return {
    id: 'season-bests',
    title: 'Season’s bests',
    body: <SeasonBestsTable bests={seasonBests(record.results)} disciplines={disciplines} view={view} />,
  }
}

function nationalRecords({ record, view }: ProfileContent): Part | null {
  if (view.national.length === 0) return null
  return {
    id: 'national-records',
    title: 'National records',
    remark: 'what sources call a record, and what was the best on record here',
    body: <NationalRecordsTable progressions={view.national} results={record.results} view={view} />,
  }
}

function appearances({ record: { results, editions }, view }: ProfileContent): Part | null {
  const series = seriesAppearances(results, editions)
  if (series.length === 0 || results.length === 1) return null
  return {
    id: 'appearances',
    title: 'Appearances',
    remark: 'to start is to appear, finished or not; runs are of editions known here',
    body: <Appearances appearances={series} view={view} />,
  }
}

function allResults({ record: { athlete, results }, view }: ProfileContent): Part {
  return {
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
  }
}

function biography({ record, view }: ProfileContent): Part | null {
  if (record.athlete.chapters.length === 0 && !view.desk) return null
  return {
    id: 'biography',
    title: 'Biography',
    remark: 'underlined figures come from the results, and change with them',
    body: <Biography record={record} view={view} />,
  }
}

function disputed({ view }: ProfileContent): Part | null {
  if (view.disputes.length === 0) return null
  return {
    id: 'disputes',
    title: 'Disputed figures',
    remark: count(view.disputes.length, 'figure'),
    body: (
      <>
        <Disputes disputes={view.disputes} view={view} />
        <p className="mt-4">
          <a href={`/athletes/${view.slug}/disputes${view.query}`}>All of them side by side, source by source</a>
        </p>
      </>
    ),
  }
}

function findingsPart({ findings }: ProfileContent): Part | null {
  const shown = findingsForReaders(findings)
  if (shown.length === 0) return null
  return { id: 'findings', title: 'What the record’s own rules noticed', body: <Findings findings={shown} /> }
}

function sourcesPart({ record, view }: ProfileContent): Part | null {
  if (record.sources.length === 0) return null
  return {
    id: 'sources',
    title: 'Sources',
    remark: 'and what each of them says',
    body: <Sources sources={record.sources} record={record} view={view} />,
  }
}

function latestChanges({ record, view, changes }: ProfileContent): Part {
  return {
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
          <a href={`/athletes/${view.slug}/history`}>The whole history of this page</a>
        </p>
      </>
    ),
  }
}

function openData({ record, view, day, today }: ProfileContent): Part {
  return {
    id: 'data',
    title: 'Take the data',
    body: (
      <>
        <Downloads record={record} query={view.query} />
        <ReadAsOf action={`/athletes/${view.slug}`} day={day} today={today} />
      </>
    ),
  }
}

function citePage({ record, origin }: ProfileContent): Part {
  return { id: 'cite', title: 'Cite this page', body: <Cite record={record} origin={origin} /> }
}
