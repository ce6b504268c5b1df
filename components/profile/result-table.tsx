import { whyNotBest } from '@/lib/career/bests'
import { citationsOfResult } from '@/lib/record/citations'
import type { Result } from '@/lib/record/result'
import { isChampionship } from '@/lib/sport/championships'
import { yearOf } from '@/lib/sport/partial-date'
import { CorrectLink } from '../record/desk-link'
import { Disputed } from '../record/disputed'
import { Figure } from '../record/figure'
import { groupBy } from '../record/group-by'
import { count, roundName } from '../record/labels'
import { DisciplineLink } from '../record/links'
import { Notes } from '../record/notes'
import { Places } from '../record/places'
import { ShortDate } from '../record/short-date'
import { Tags } from '../record/tags'
import { CompetitionLink, Venue } from '../record/venue'
import type { RecordView } from '../record/view'
import { groupedTableClass } from '../ui/table-class'
import { TableHead } from '../ui/table-head'

const RESULTS = [
  groupedTableClass,
  'sm:[&_.wide]:whitespace-nowrap max-sm:[&_td:nth-child(2)]:w-full',
  'max-sm:[&_time]:block max-sm:[&_time]:max-w-11 max-sm:[&_time]:whitespace-normal',
  // The red lozenge of the charts, before a championship.
  '[&_.champ>td:nth-child(2)>a]:before:mr-[0.45em] [&_.champ>td:nth-child(2)>a]:before:inline-block',
  '[&_.champ>td:nth-child(2)>a]:before:size-[0.5em] [&_.champ>td:nth-child(2)>a]:before:rotate-45',
  '[&_.champ>td:nth-child(2)>a]:before:bg-champ [&_.champ>td:nth-child(2)>a]:before:align-[0.1em]',
  // Why a result is not a best.
  '[&_details]:text-xs [&_details]:text-quiet print:[&_details]:hidden [&_details>ul]:mt-[0.15rem] [&_details>ul]:text-ink',
  '[&_summary]:inline-block [&_summary]:underline [&_summary]:decoration-dotted [&_summary]:underline-offset-[0.2em]',
].join(' ')

/**
 * Results a year at a time, newest first. Each row carries the address `r-<id>` to which every other figure leads.
 * `all` is the whole record, against which a row is asked why it is not the best.
 */
export function ResultsTable({
  results,
  all,
  view,
  caption,
}: {
  results: readonly Result[]
  all: readonly Result[]
  view: RecordView
  caption: string
}) {
  const years = groupBy(results, (result) => yearOf(result.date))
  return (
    <table className={RESULTS} data-copy="">
      <caption className="sr-only">{caption}</caption>
      <TableHead columns={['Date', 'Competition', ['Event', 'wide'], ['Place', 'num'], ['Mark', 'num mark']]} />
      {[...years].map(([year, rows]) => (
        <tbody key={year}>
          <tr>
            <th colSpan={5} scope="rowgroup">
              {/* The past has no lists of its own years. */}
              {view.query ? year : <a href={`/athletes/${view.slug}/results/${year}`}>{year}</a>}{' '}
              <small>{count(rows.length, 'result')}</small>
            </th>
          </tr>
          {rows.map((result) => (
            <ResultRow key={result.id} result={result} reasons={whyNotBest(result, all)} view={view} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

function ResultRow({ result, reasons, view }: { result: Result; reasons: string[]; view: RecordView }) {
  const { competition } = result
  const championship = isChampionship(competition)
  const event = <EventName result={result} />
  return (
    <tr id={`r-${result.id}`} className={championship ? 'champ' : undefined}>
      <td className="date">
        <ShortDate date={result.date} bounds={result} />
        <Disputed result={result} field="date" view={view} />
      </td>
      <td>
        {championship && <span className="sr-only">Championship: </span>}
        <CompetitionLink competition={competition} /> <Venue of={result.venue} />
        <span className="narrow">{event}</span>
        {result.team && <TeamLine result={result} />}
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
      <td className="wide">{event}</td>
      <td className="num">
        <Places result={result} view={view} />
      </td>
      <td className="num mark">
        <Figure result={result} view={view} />
        <span className="slot">
          <Tags result={result} view={view} />
          <Notes citations={citationsOfResult(result)} view={view} />
        </span>
        {view.desk && <CorrectLink id={result.id} name={competition.name} />}
      </td>
    </tr>
  )
}

/** "Marathon"; "5000 m, Heat 2": a final needs no saying. */
function EventName({ result }: { result: Result }) {
  const isFinal = result.round === 'FINAL' && !result.raceNumber
  return (
    <>
      <DisciplineLink slug={result.discipline} sex={result.sex} />
      {!isFinal && `, ${roundName(result)}`}
    </>
  )
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
