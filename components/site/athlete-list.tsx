import { countryName } from '@/lib/sport/countries'
import { type DisciplineSlug, discipline } from '@/lib/sport/disciplines'
import type { PartialDate } from '@/lib/sport/partial-date'
import { CountryLink, DisciplineLink } from '../record/links'
import { FlagSheet, SheetFlag } from '../ui/flag-sheet'
import { TableHead } from '../ui/table-head'
import { Unknown } from '../ui/unknown'
import { When } from '../ui/when'

export interface ListedAthlete {
  slug: string
  name: string
  countryCode: string | null
  birthDate: PartialDate | null
  disciplines: DisciplineSlug[]
  resultCount: number
}

/** Athletes with country, disciplines and how much is known of them. */
export function AthleteList({ athletes, caption }: { athletes: readonly ListedAthlete[]; caption: string }) {
  return (
    <>
      <FlagSheet codes={athletes.map(({ countryCode }) => countryCode)} />
      <table className="record-table">
        <caption className="mb-2 text-left text-sm text-quiet">{caption}</caption>
        <TableHead columns={['Athlete', 'Country', ['Born', 'wide'], ['Events', 'wide'], ['Results', 'num']]} />
        <tbody>
          {athletes.map(({ slug, name, countryCode, birthDate, disciplines, resultCount }) => (
            <tr key={slug}>
              <th scope="row" className="text-base">
                <a href={`/athletes/${slug}`}>{name}</a>
                {disciplines.length > 0 && (
                  <span className="narrow font-normal">
                    {disciplines.map((slug) => discipline(slug).name).join(', ')}
                  </span>
                )}
              </th>
              <td>
                {countryCode ? (
                  <>
                    <SheetFlag code={countryCode} />{' '}
                    <CountryLink code={countryCode}>{countryName(countryCode)}</CountryLink>
                  </>
                ) : (
                  <Unknown />
                )}
              </td>
              <td className="wide nowrap">
                <When date={birthDate} />
              </td>
              <td className="wide">
                {disciplines.map((slug, index) => (
                  <span key={slug}>
                    {index > 0 && ', '}
                    <DisciplineLink slug={slug} />
                  </span>
                ))}
              </td>
              <td className="num">{resultCount}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
