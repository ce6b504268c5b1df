import { whyNotBest } from '@/lib/career/bests'
import { EVERYTHING, resultsAddress } from '@/lib/pages/result-filter'
import { citationsOfResult } from '@/lib/record/citations'
import type { RaceContext } from '@/lib/record/race-context'
import type { Result } from '@/lib/record/result'
import { isChampionship } from '@/lib/sport/championships'
import { discipline } from '@/lib/sport/disciplines'
import { yearOf } from '@/lib/sport/partial-date'
import { CorrectLink } from '../record/desk-link'
import { Disputed } from '../record/disputed'
import { Figure } from '../record/figure'
import { groupBy } from '../record/group-by'
import { count, roundName } from '../record/labels'
import { Places } from '../record/places'
import { ShortDate } from '../record/short-date'
import { Tags } from '../record/tags'
import { CompetitionLink, Venue, VenueText } from '../record/venue'
import { competitionAndYear, type RecordView, resultAddress } from '../record/view'
import { RaceLine } from '../result/race-facts'
import { groupedTableClass } from '../ui/table-class'
import { TableHead } from '../ui/table-head'
import { When } from '../ui/when'

const RESULTS = [
  `${groupedTableClass} stacked-table sticky-head`,
  'sm:[&_.after]:whitespace-nowrap',
  // The red lozenge of the charts, before a championship.
  '[&_.champ>.line>a]:before:mr-[0.45em] [&_.champ>.line>a]:before:inline-block',
  '[&_.champ>.line>a]:before:size-[0.5em] [&_.champ>.line>a]:before:rotate-45',
  '[&_.champ>.line>a]:before:bg-champ [&_.champ>.line>a]:before:align-[0.1em]',
  // Why a result is not a best.
  '[&_details]:text-xs [&_details]:text-quiet print:[&_details]:hidden [&_details>ul]:mt-[0.15rem] [&_details>ul]:text-ink',
  '[&_summary]:inline-block [&_summary]:min-h-6 [&_summary]:underline [&_summary]:decoration-dotted [&_summary]:underline-offset-[0.2em]',
].join(' ')

/** The race around each result of which something is known, by the result's id. */
export type Races = ReadonlyMap<string, RaceContext>

/**
 * Results a year at a time, newest first. Each row carries the address `r-<id>`, and leads to its sources.
 * `all` is the whole record, against which a row is asked why it is not the best.
 */
export function ResultsTable({
  results,
  all,
  races,
  view,
  caption,
}: {
  results: readonly Result[]
  all: readonly Result[]
  races: Races
  view: RecordView
  caption: string
}) {
  const years = groupBy(results, (result) => yearOf(result.date))
  return (
    <table className={RESULTS} data-copy="">
      <caption className="sr-only">{caption}</caption>
      <TableHead
        columns={['Date', 'Competition', 'Event', ['Place', 'num'], ['Mark', 'num mark'], ['Sources', 'num']]}
      />
      {[...years].map(([year, rows]) => (
        <tbody key={year}>
          <tr>
            <th colSpan={6} scope="rowgroup">
              <a href={resultsAddress(view.slug, { ...EVERYTHING, year }, view.query)}>{year}</a>{' '}
              <small>{count(rows.length, 'result')}</small>
            </th>
          </tr>
          {rows.map((result) => (
            <ResultRow
              key={result.id}
              result={result}
              race={races.get(result.id)}
              reasons={whyNotBest(result, all)}
              view={view}
            />
          ))}
        </tbody>
      ))}
    </table>
  )
}

/** A few results in short, newest first, with the year in each date. */
export function LatestResults({
  results,
  races,
  view,
  caption,
}: {
  results: readonly Result[]
  races: Races
  view: RecordView
  caption: string
}) {
  return (
    <table className="record-table stacked-table">
      <caption className="sr-only">{caption}</caption>
      <TableHead columns={['Date', 'Competition', 'Event', ['Place', 'num'], ['Mark', 'num mark']]} />
      <tbody>
        {results.map((result) => (
          <tr key={result.id} id={`r-${result.id}`}>
            <td className="date">
              <When date={result.date} bounds={result} />
              <Disputed result={result} field="date" view={view} />
            </td>
            <td className="line">
              {result.competition.name} <VenueText of={result.venue} />
              {result.team && <TeamLine result={result} />}
              <RaceLine result={result} race={races.get(result.id)} isShort />
            </td>
            <td className="after">{eventName(result)}</td>
            <PlaceAndMark result={result} view={view} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ResultRow({
  result,
  race,
  reasons,
  view,
}: {
  result: Result
  race: RaceContext | undefined
  reasons: string[]
  view: RecordView
}) {
  const { competition } = result
  const championship = isChampionship(competition)
  const sources = new Set(citationsOfResult(result).map(({ source }) => source.slug)).size
  return (
    <tr id={`r-${result.id}`} className={championship ? 'champ' : undefined}>
      <td className="date">
        <ShortDate date={result.date} bounds={result} />
        <Disputed result={result} field="date" view={view} />
      </td>
      <td className="line">
        {championship && <span className="sr-only">Championship: </span>}
        <CompetitionLink competition={competition} /> <Venue of={result.venue} />
        {result.team && <TeamLine result={result} />}
        <RaceLine result={result} race={race} />
        {result.note && <p className="remark">{result.note}</p>}
        {reasons.length > 0 && (
          <details>
            <summary>Why is this not a best?</summary>
            <ul>
              {reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </details>
        )}
      </td>
      <td className="after">{eventName(result)}</td>
      <PlaceAndMark result={result} view={view} />
      <td className="num after text-sm">
        <a className="inline-block min-h-6 min-w-6" href={`${resultAddress(result, view)}#said`}>
          {sources}
          <span className="sm:sr-only"> {sources === 1 ? 'source' : 'sources'}</span>
          <span className="sr-only"> for {competitionAndYear(result)}</span>
        </a>
      </td>
    </tr>
  )
}

function PlaceAndMark({ result, view }: { result: Result; view: RecordView }) {
  return (
    <>
      <td className="num">
        <Places result={result} view={view} />
      </td>
      <td className="num mark">
        <Figure result={result} view={view} />
        <span className="slot">
          <Tags result={result} view={view} />
        </span>
        {view.desk && <CorrectLink id={result.id} name={result.competition.name} />}
      </td>
    </>
  )
}

/** "Marathon"; "5000 m, Heat 2": a final needs no saying. */
function eventName(result: Result): string {
  const { name } = discipline(result.discipline)
  return result.round === 'FINAL' && !result.raceNumber ? name : `${name}, ${roundName(result)}`
}

function TeamLine({ result }: { result: Result }) {
  const legs = result.members.filter(({ leg }) => leg !== null)
  return (
    <p className="remark">
      For {result.team}
      {legs.map(({ slug, name, leg }, index) => (
        <span key={slug}>
          {index > 0 ? ', ' : ': '}
          <a href={`/athletes/${slug}`}>{name}</a> (leg {leg})
        </span>
      ))}
    </p>
  )
}
