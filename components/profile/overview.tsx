/** The parts of an athlete's overview, in the order in which they are read. Each has its whole on a page of its own. */
import { countingResults } from '@/lib/career/bests'
import { honours } from '@/lib/career/honours'
import type { AthleteRecord } from '@/lib/record/athlete'
import { type DisciplineSlug, discipline } from '@/lib/sport/disciplines'
import { CareerChart } from '../charts/career'
import { count } from '../record/labels'
import { allBestsInOrder, profileAddress, type RecordView } from '../record/view'
import { LinkButton } from '../ui/link-button'
import { BiographyBeginning } from './biography'
import { Facts } from './facts'
import { Honours } from './honours'
import { InternationalTable, internationalRows } from './international-table'
import { PersonalBests } from './personal-bests'
import { LatestResults, type Races } from './result-table'

/** With fewer results a picture would say less than the table does. */
const FEWEST_FOR_A_PICTURE = 3
export const LATEST = 5

/** What the parts are made of. */
export interface OverviewContent {
  record: AthleteRecord
  view: RecordView
  /** The athlete's disciplines, the primary one first. */
  disciplines: readonly DisciplineSlug[]
  /** Around the latest results. */
  races: Races
}

export interface Part {
  id: string
  title: string
  remark?: React.ReactNode
  body: React.ReactNode
}

/** The parts that have something to show. */
export function overviewParts(content: OverviewContent): Part[] {
  return [latest, career, honoursPart, international, personalBests, biography, facts].flatMap(
    (part) => part(content) ?? [],
  )
}

function latest({ record: { athlete, results }, view, races }: OverviewContent): Part | null {
  const isWhole = results.length <= LATEST
  if (results.length === 0 && !view.desk) return null
  return {
    id: 'results',
    title: isWhole ? (results.length === 1 ? 'The result' : 'Results') : 'Latest results',
    remark: !isWhole && <a href={profileAddress('results', view)}>All {results.length} results</a>,
    body: (
      <>
        {view.desk && (
          <p className="mb-4">
            <LinkButton href={`/admin/results/new?athlete=${athlete.slug}`}>Add a result</LinkButton>
          </p>
        )}
        {results.length > 0 && (
          <LatestResults
            results={results.slice(0, LATEST)}
            races={races}
            view={view}
            caption={`${isWhole ? 'Results' : 'Latest results'} of ${athlete.displayName}`}
          />
        )}
      </>
    ),
  }
}

function career({ record: { athlete, results }, view, disciplines }: OverviewContent): Part | null {
  const [primary] = disciplines
  if (!primary || countingResults(results, primary).length < FEWEST_FOR_A_PICTURE) return null
  return {
    id: 'career',
    title: 'The career in one picture',
    remark: `${discipline(primary).name}, every race by date`,
    body: <CareerChart results={results} slug={primary} name={athlete.displayName} query={view.query} />,
  }
}

function honoursPart({ record, view }: OverviewContent): Part | null {
  const won = honours(record.results)
  if (won.length === 0 || record.results.length === 1) return null
  return { id: 'honours', title: 'Honours', body: <Honours honours={won} view={view} /> }
}

/** Not where the latest results are all there are: it would only repeat them. */
function international({ record: { results }, view }: OverviewContent): Part | null {
  const rows = results.length > LATEST ? internationalRows(results) : []
  if (rows.length === 0) return null
  return {
    id: 'international',
    title: 'International competitions',
    remark: count(rows.length, 'race'),
    body: <InternationalTable rows={rows} view={view} />,
  }
}

function personalBests({ record: { athlete, results }, view, disciplines }: OverviewContent): Part | null {
  const bests = allBestsInOrder(view, disciplines)
  if (bests.length === 0 || results.length === 1) return null
  return {
    id: 'personal-bests',
    title: 'Personal bests',
    remark: <a href={profileAddress('bests', view)}>Season’s bests, the ten best, national records</a>,
    body: <PersonalBests bests={bests} birthDate={athlete.birthDate} view={view} />,
  }
}

function biography({ record, view }: OverviewContent): Part | null {
  if (record.athlete.chapters.length === 0 && !view.desk) return null
  return { id: 'biography', title: 'Biography', body: <BiographyBeginning record={record} view={view} /> }
}

function facts({ record, view }: OverviewContent): Part {
  return { id: 'facts', title: 'Facts', body: <Facts record={record} view={view} /> }
}
