import type { TenBest } from '@/lib/career/ten-best'
import { discipline } from '@/lib/sport/disciplines'
import { formatMark } from '@/lib/sport/marks'
import { Disputed } from '../record/disputed'
import { DisciplineLink } from '../record/links'
import { Wind } from '../record/mark'
import { MarkLink } from '../record/mark-link'
import { Places } from '../record/places'
import { Tags } from '../record/tags'
import { CompetitionLink, VenueText } from '../record/venue'
import type { RecordView } from '../record/view'
import { groupedTableClass } from '../ui/table-class'
import { TableHead } from '../ui/table-head'
import { When } from '../ui/when'

const TABLE = [
  groupedTableClass,
  'stacked-table sticky-head',
  // The head of a discipline has its average at the right.
  '[&_th[colspan]>small]:float-right [&_.rank]:w-8 [&_.rank]:text-quiet',
].join(' ')

/** The ten best marks of each discipline, best first, with their average. */
export function TenBestTable({ tens, view }: { tens: readonly TenBest[]; view: RecordView }) {
  return (
    <table className={TABLE} data-copy="">
      <caption className="sr-only">The ten best marks of each discipline</caption>
      <TableHead columns={['Rank', ['Mark', 'num mark'], 'Competition', ['Place', 'num'], 'Date']} />
      {tens.map(({ discipline: slug, marks, average }) => (
        <tbody key={slug}>
          <tr>
            <th colSpan={5} scope="rowgroup">
              <DisciplineLink slug={slug} sex={marks[0]?.result.sex} />{' '}
              <small>
                average of the best {marks.length}: <b>{formatMark(average, discipline(slug).precision, slug)}</b>
              </small>
            </th>
          </tr>
          {marks.map(({ rank, result }) => (
            <tr key={result.id}>
              <td className="rank">{rank}</td>
              <td className="num mark">
                <MarkLink result={result} view={view} />
                <Disputed result={result} field="mark" view={view} />
                <Wind wind={result.wind} />
                <span className="slot">
                  <Tags result={result} view={view} />
                </span>
              </td>
              <td className="line">
                <CompetitionLink competition={result.competition} /> <VenueText of={result.venue} />
              </td>
              <td className="num after">
                <Places result={result} view={view} />
              </td>
              <td className="after sm:whitespace-nowrap">
                <When date={result.date} bounds={result} />
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}
