import type { ListedMark } from '@/lib/pages/mark-list'
import type { Competition } from '@/lib/record/competition'
import { discipline } from '@/lib/sport/disciplines'
import { formatDates } from '@/lib/sport/partial-date'
import { Holder } from '../lists/listed-mark'
import { SEX } from '../lists/sex-labels'
import { count } from '../record/labels'
import { CountryLink } from '../record/links'
import { Wind } from '../record/mark'
import { MarkLink } from '../record/mark-link'
import { Venue } from '../record/venue'
import { SheetFlag } from '../ui/flag-sheet'
import { TableHead } from '../ui/table-head'

export interface SeriesEdition {
  competition: Pick<Competition, 'slug' | 'name' | 'year' | 'startDate' | 'endDate' | 'city' | 'countryCode'>
  results: number
  winners: readonly ListedMark[]
}

/** Of an edition with more events, the first winners; the competition's own page has them all. */
const WINNERS_SHOWN = 4

/** The editions of a series, the latest first, with who won as far as it is known. */
export function Editions({
  editions,
  series,
  caption,
  ofOneEvent,
}: {
  editions: readonly SeriesEdition[]
  /** The name of the series, which most editions bear. */
  series: string
  caption: string
  /** Whether one event alone is looked at, so that winners need not say of which. */
  ofOneEvent: boolean
}) {
  return (
    <table className="record-table" data-copy="">
      <caption className="sr-only">{caption}</caption>
      <TableHead columns={['Year', 'Edition', ofOneEvent ? 'Winner' : 'Winners']} />
      <tbody>
        {editions.map(({ competition, results, winners }) => (
          <tr key={competition.slug}>
            <th scope="row">
              <a href={`/competitions/${competition.slug}`}>{competition.year}</a>
            </th>
            <td>
              {competition.name !== series && <span className="block">{competition.name}</span>}
              <Venue of={competition} />{' '}
              <span className="venue">{formatDates(competition.startDate, competition.endDate)}</span>
            </td>
            <td>
              {results === 0 && <span className="text-quiet">no results on record yet</span>}
              {results > 0 && winners.length === 0 && (
                <span className="text-quiet">
                  not on record; <a href={`/competitions/${competition.slug}`}>{count(results, 'result')}</a>
                </span>
              )}
              {winners.slice(0, WINNERS_SHOWN).map((mark) => (
                <span key={mark.id} className="block">
                  <Winner mark={mark} named={!ofOneEvent} />
                </span>
              ))}
              {winners.length > WINNERS_SHOWN && (
                <a href={`/competitions/${competition.slug}`}>{winners.length - WINNERS_SHOWN} more</a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Winner({ mark, named }: { mark: ListedMark; named: boolean }) {
  const { countryCode, wind, sex } = mark
  return (
    <>
      {named && (
        <span className="remark">
          {discipline(mark.discipline).name}, {SEX[sex].toLowerCase()}:{' '}
        </span>
      )}
      <Holder mark={mark} />{' '}
      {countryCode && (
        <span className="nowrap">
          <CountryLink code={countryCode}>
            <SheetFlag code={countryCode} /> {countryCode}
          </CountryLink>
        </span>
      )}{' '}
      <span className="nowrap [--underline:var(--color-rule)]">
        <MarkLink result={mark} />
        <Wind wind={wind} />
      </span>
    </>
  )
}
