import { type SeriesAppearances, seriesAppearances } from '@/lib/career/appearances'
import type { PersonalBest } from '@/lib/career/bests'
import { medals } from '@/lib/career/honours'
import type { AthleteRecord } from '@/lib/record/athlete'
import { type DisciplineSlug, discipline } from '@/lib/sport/disciplines'
import { formatDate, yearOf } from '@/lib/sport/partial-date'
import { hasStarted } from '@/lib/sport/status'
import { ordinal } from '@/lib/text/number-words'
import { count } from '../record/labels'
import { markText } from '../record/mark'
import { RecordTags } from '../record/tags'
import { competitionAndYear, type RecordView } from '../record/view'
import { eyebrowClass } from '../ui/type-class'
import { FigureList } from './figure-list'

/** The career in a handful of figures, every one of them computed from the results below it. */
export function Glance({
  record,
  view,
  disciplines,
  brief = false,
  className = '',
}: {
  record: AthleteRecord
  view: RecordView
  /** The athlete's disciplines, the primary one first. */
  disciplines: readonly DisciplineSlug[]
  /** The primary figures only, where the page is not the athlete's own. */
  brief?: boolean
  /** Where it is placed on its page. */
  className?: string
}) {
  const { results, editions } = record
  const ordered = disciplines.flatMap((slug) => view.bests.find((best) => best.discipline === slug) ?? [])
  const [primary, ...others] = ordered
  const appearances = seriesAppearances(results, editions).filter(({ series }) =>
    ['OLYMPIC_GAMES', 'WORLD_CHAMPIONSHIPS'].includes(series.category),
  )
  return (
    <div className={`@container self-start lining-nums tabular-nums ${className}`}>
      <h2 className="sr-only">At a glance</h2>
      {primary && <PrimaryBest best={primary} view={view} />}
      <FigureList>
        {appearances.slice(0, 2).map((entry) => (
          <SeriesFigure
            key={entry.series.id}
            entry={entry}
            // One result alone has no table of appearances.
            href={`${view.base}#${results.length > 1 ? 'appearances' : 'results'}`}
          />
        ))}
        {others.slice(0, brief ? 0 : 3).map((best) => (
          <div key={best.discipline}>
            <dt>{discipline(best.discipline).name}</dt>
            <dd>
              <a href={`${view.base}#r-${best.result.id}`}>{markText(best.result)}</a>{' '}
              <RecordTags records={best.result.records} />
              <small>{competitionAndYear(best.result)}</small>
            </dd>
          </div>
        ))}
        <RecordsHeld record={record} view={view} />
        {!brief && <Medals record={record} view={view} />}
        <Starts record={record} primary={disciplines[0]} view={view} />
      </FigureList>
    </div>
  )
}

function PrimaryBest({ best, view }: { best: PersonalBest; view: RecordView }) {
  const { result } = best
  return (
    <p className="pb-5 *:block">
      <span className={eyebrowClass}>{discipline(best.discipline).name} best</span>
      <a
        className="mt-2.5 whitespace-nowrap font-bold font-serif text-mark lining-nums proportional-nums leading-[0.88] tracking-[-0.02em] no-underline hover:underline print:text-[44pt]"
        href={`${view.base}#r-${result.id}`}
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
        <a href={`${view.base}#national-records`}>{standing.length}</a>
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
        <a href={`${view.base}#honours`}>{gold + silver + bronze}</a>
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
        <a href={`${view.base}#results`}>{started.length}</a>
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
