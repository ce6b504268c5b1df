import type { MedalRow } from '@/lib/sport/medal-table'
import { count } from '../record/labels'
import { CountryLink } from '../record/links'
import { Section } from '../site/section'
import { SheetFlag } from '../ui/flag-sheet'
import { TableHead } from '../ui/table-head'

/** Medals by country, and of how many finals they are counted. */
export function MedalTable({
  rows,
  finals,
  incomplete,
}: {
  rows: readonly MedalRow[]
  finals: number
  /** Finals that lack one of the first three places in the record. */
  incomplete: number
}) {
  if (rows.length === 0) return null
  return (
    <Section id="medals" title="Medals" remark="counted from the places on record">
      <table className="record-table" data-copy="">
        <caption className="sr-only">Medals by country</caption>
        <TableHead
          columns={[
            ['No.', 'num', 'Rank'],
            'Country',
            ['Gold', 'num'],
            ['Silver', 'num'],
            ['Bronze', 'num'],
            ['Total', 'num'],
          ]}
        />
        <tbody>
          {rows.map(({ countryCode, rank, gold, silver, bronze, total }) => (
            <tr key={countryCode}>
              <td className="num text-quiet">{rank}</td>
              <th scope="row">
                <SheetFlag code={countryCode} /> <CountryLink code={countryCode} />
              </th>
              <td className="num">{gold}</td>
              <td className="num">{silver}</td>
              <td className="num">{bronze}</td>
              <td className="num">
                <b>{total}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {incomplete > 0 && (
        <p className="mt-2 text-sm text-quiet">
          Of {count(finals, 'final')} in the record, {incomplete} {incomplete === 1 ? 'lacks' : 'lack'} one of the first
          three places or more, so that medals are missing here.
        </p>
      )}
    </Section>
  )
}
