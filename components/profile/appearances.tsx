import type { SeriesAppearances } from '@/lib/career/appearances'
import { CATEGORY } from '@/lib/record/things/words'
import { isChampionship } from '@/lib/sport/championships'
import { yearOf } from '@/lib/sport/partial-date'
import { ordinal } from '@/lib/text/number-words'
import { type RecordView, resultAddress } from '../record/view'
import { TableHead } from '../ui/table-head'
import { Unknown } from '../ui/unknown'

const GREAT = new Set(['OLYMPIC_GAMES', 'WORLD_CHAMPIONSHIPS'])

/**
 * The starts in each series, the longest run without a gap, and the best place there. Road races that were run
 * once are only named below the table: they would be most of it.
 */
export function Appearances({ appearances, view }: { appearances: readonly SeriesAppearances[]; view: RecordView }) {
  const listed = appearances.filter(({ series, appearances: times }) => isChampionship(series) || times > 1)
  const once = appearances.filter((entry) => !listed.includes(entry))
  return (
    <>
      {listed.length > 0 && <AppearancesTable appearances={listed} view={view} />}
      {once.length > 0 && (
        <p className="mt-3 text-quiet text-sm">
          Once each:{' '}
          {once.map(({ series, results: [result] }, index) => (
            <span key={series.id}>
              {index > 0 && ', '}
              {result && (
                <a href={resultAddress(result, view)}>
                  {series.name} {result.competition.year}
                </a>
              )}
            </span>
          ))}
          .
        </p>
      )}
    </>
  )
}

function AppearancesTable({ appearances, view }: { appearances: readonly SeriesAppearances[]; view: RecordView }) {
  return (
    <table className="record-table" data-copy="">
      <caption className="sr-only">Appearances by series of competitions</caption>
      <TableHead columns={['Series', ['Times', 'num'], ['Best', 'num'], ['Years', 'wide']]} />
      <tbody>
        {appearances.map(({ series, appearances: times, results, streak, best }) => (
          <tr key={series.id}>
            <th scope="row" className="max-sm:wrap-anywhere">
              <a href={`/series/${series.slug}`}>{series.name}</a>
              {isChampionship(series) && <span className="sr-only"> ({CATEGORY[series.category]})</span>}
              {/* A run is given only where every edition is on record; of lesser series the book may know too few. */}
              {GREAT.has(series.category) && streak && streak.length > 2 && (
                <span className="remark font-normal">
                  {' '}
                  {streak.length} in a row, {`${streak.from}–${streak.to}`}
                </span>
              )}
              <span className="narrow font-normal">{years(results)}</span>
            </th>
            <td className="num">
              <b>{times}</b>
            </td>
            <td className="num nowrap">
              {best ? (
                <a href={resultAddress(best.result, view)}>
                  {ordinal(best.place)} <span className="text-quiet">{yearOf(best.result.date)}</span>
                </a>
              ) : (
                <Unknown what="no place known" />
              )}
            </td>
            <td className="wide text-quiet">{years(results)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** "2007, 2005, 2003": each year once, the newest first. */
function years(results: SeriesAppearances['results']): string {
  return [...new Set(results.map(({ competition }) => competition.year))].sort((a, b) => b - a).join(', ')
}
