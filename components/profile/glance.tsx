import { type SeriesAppearances, seriesAppearances } from '@/lib/career/appearances'
import type { SeparateBest } from '@/lib/career/bests'
import { medals } from '@/lib/career/honours'
import type { AthleteRecord } from '@/lib/record/athlete'
import { type DisciplineSlug, discipline } from '@/lib/sport/disciplines'
import { formatDate, yearOf } from '@/lib/sport/partial-date'
import { listInWords, MAIN_LIST } from '@/lib/sport/separate-lists'
import { hasStarted } from '@/lib/sport/status'
import { ordinal } from '@/lib/text/number-words'
import { count } from '../record/labels'
import { markText } from '../record/mark'
import { RecordTags } from '../record/tags'
import {
  allBestsInOrder,
  bestsInOrder,
  competitionAndYear,
  profileAddress,
  type RecordView,
  resultAddress,
} from '../record/view'
import { eyebrowClass } from '../ui/type-class'
import { FigureList } from './figure-list'

interface Glanced {
  record: AthleteRecord
  view: RecordView
  /** The athlete's disciplines, the primary one first. */
  disciplines: readonly DisciplineSlug[]
}

/** The best of the primary discipline in large type; of who has none in a main list, the first of those in others. */
export function ChiefBest({ view, disciplines }: Omit<Glanced, 'record'>) {
  const bests = allBestsInOrder(view, disciplines)
  const primary = bests.find(({ list }) => list === MAIN_LIST) ?? bests[0]
  return (
    <div className="@container self-start lining-nums tabular-nums">
      {primary && <PrimaryBest best={primary} view={view} />}
    </div>
  )
}

/** The career in a handful of figures, every one of them computed from the results. */
export function Figures({
  record,
  view,
  disciplines,
  brief = false,
}: Glanced & {
  /** The primary figures only, where the page is not the athlete's own. */
  brief?: boolean
}) {
  const [, ...others] = bestsInOrder(view, disciplines)
  const appearances = seriesAppearances(record.results, record.editions).filter(({ series }) =>
    ['OLYMPIC_GAMES', 'WORLD_CHAMPIONSHIPS'].includes(series.category),
  )
  return (
    <FigureList>
      {others.slice(0, brief ? 0 : 3).map((best) => (
        <div key={best.discipline}>
          <dt>{discipline(best.discipline).name}</dt>
          <dd>
            <a href={resultAddress(best.result, view)}>{markText(best.result)}</a>{' '}
            <RecordTags records={best.result.records} />
            <small>{competitionAndYear(best.result)}</small>
          </dd>
        </div>
      ))}
      {appearances.slice(0, 2).map((entry) => (
        <SeriesFigure key={entry.series.id} entry={entry} href={profileAddress('results', view, '#appearances')} />
      ))}
      {!brief && <Medals record={record} view={view} />}
      <RecordsHeld record={record} view={view} />
      <Starts record={record} primary={disciplines[0]} view={view} />
    </FigureList>
  )
}

function PrimaryBest({ best, view }: { best: SeparateBest; view: RecordView }) {
  const { result } = best
  return (
    <p className="*:block">
      <span className={eyebrowClass}>
        {discipline(best.discipline).name} best
        {best.list !== MAIN_LIST && `, ${listInWords(best.list)}`}
      </span>
      <a
        className="mt-2.5 whitespace-nowrap font-bold font-serif text-mark lining-nums proportional-nums leading-[0.88] tracking-[-0.02em] no-underline hover:underline print:text-[44pt]"
        href={resultAddress(result, view)}
      >
        {markText(result)}
      </a>
      <span className="mt-3 text-quiet">
        <RecordTags records={result.records} /> {competitionAndYear(result)}
      </span>
    </p>
  )
}

function SeriesFigure({
  entry: { series, appearances, streak, best },
  href,
}: {
  entry: SeriesAppearances
  href: string
}) {
  const remarks = [
    streak && streak.length > 2 && `${streak.length} in a row, ${streak.from}–${streak.to}`,
    best && `best ${ordinal(best.place)}, ${yearOf(best.result.date)}`,
  ].filter(Boolean)
  return (
    <div>
      <dt>{series.name}</dt>
      <dd>
        <a href={href}>{appearances}</a>
        <small>{remarks.join('; ')}</small>
      </dd>
    </div>
  )
}

function RecordsHeld({ record, view }: { record: AthleteRecord; view: RecordView }) {
  const own = new Set(record.results.map(({ id }) => id))
  const standing = view.national.filter(({ steps }) => steps.some(({ stands, mark }) => stands && own.has(mark.id)))
  if (standing.length === 0) return null
  return (
    <div>
      <dt>National records</dt>
      <dd>
        <a href={profileAddress('bests', view, '#national-records')}>{standing.length}</a>
        <small>{standing.map(({ discipline: slug }) => discipline(slug).name).join(', ')}, as sources claim</small>
      </dd>
    </div>
  )
}

function Medals({ record, view }: { record: AthleteRecord; view: RecordView }) {
  const { gold, silver, bronze } = medals(record.results)
  const parts = [gold && `${gold} gold`, silver && `${silver} silver`, bronze && `${bronze} bronze`].filter(Boolean)
  if (parts.length === 0) return null
  return (
    <div>
      <dt>Championship medals</dt>
      <dd>
        <a href={profileAddress('overview', view, '#honours')}>{gold + silver + bronze}</a>
        <small>{parts.join(', ')}</small>
      </dd>
    </div>
  )
}

function Starts({
  record: { results, claims },
  primary,
  view,
}: {
  record: AthleteRecord
  primary: DisciplineSlug | undefined
  view: RecordView
}) {
  const started = results.filter(hasStarted)
  const inPrimary = started.filter((result) => result.discipline === primary)
  const years = started.map(({ date }) => yearOf(date))
  if (!primary || years.length === 0) return null
  // A count by somebody who may know of races that are not on record here.
  const claimed = claims.find(
    ({ kind, number, resultId, since, disciplineSlug }) =>
      kind === 'MARATHONS_RUN' &&
      resultId === null &&
      since === null &&
      (disciplineSlug ?? 'marathon') === primary &&
      (number ?? 0) > inPrimary.length,
  )
  return (
    <div>
      <dt>Races on record</dt>
      <dd>
        <a href={profileAddress('results', view)}>{started.length}</a>
        <small>
          {count(inPrimary.length, discipline(primary).name.toLowerCase())}, {yearSpan(years)}
          {claimed !== undefined && (
            <>
              {'; '}
              <a href={`/sources/${claimed.source.slug}`}>
                a source counts {claimed.number}
                {claimed.asOf && ` by ${formatDate(claimed.asOf)}`}
              </a>
            </>
          )}
        </small>
      </dd>
    </div>
  )
}

function yearSpan(years: readonly number[]): string {
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return first === last ? String(first) : `${first}–${last}`
}
