import { CountryLink } from '../record/links'
import { SheetFlag } from '../ui/flag-sheet'
import { TableHead } from '../ui/table-head'

export interface SeriesRegular {
  slug: string
  name: string
  countryCode: string | null
  times: number
  first: number
  last: number
}

/** Who won, or took part, most often, as far as the record knows. */
export function Regulars({
  regulars,
  caption,
  counted,
}: {
  regulars: readonly SeriesRegular[]
  caption: string
  counted: string
}) {
  return (
    <table className="record-table" data-copy="">
      <caption className="sr-only">{caption}</caption>
      <TableHead columns={['Athlete', 'Country', [counted, 'num'], ['Years', 'num']]} />
      <tbody>
        {regulars.map(({ slug, name, countryCode, times, first, last }) => (
          <tr key={slug}>
            <th scope="row">
              <a href={`/athletes/${slug}`}>{name}</a>
            </th>
            <td className="nowrap">
              {countryCode && (
                <CountryLink code={countryCode}>
                  <SheetFlag code={countryCode} /> {countryCode}
                </CountryLink>
              )}
            </td>
            <td className="num">
              <b>{times}</b>
            </td>
            <td className="num nowrap">{first === last ? first : `${first}–${last}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
