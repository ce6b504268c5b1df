import type { Metadata } from 'next'
import { count } from '@/components/record/labels'
import { CountryLink } from '@/components/record/links'
import { Browse } from '@/components/site/browse'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { FlagSheet, SheetFlag } from '@/components/ui/flag-sheet'
import { TableHead } from '@/components/ui/table-head'
import { athletesAddress, EVERYBODY } from '@/lib/pages/athlete-filter'
import { type Area, country, countryName } from '@/lib/sport/countries'
import { listCountries } from '@/server/lists/countries'

export const metadata: Metadata = {
  title: 'Countries and their records',
  description: 'Every country in the record book, by area, with its athletes, its marks and its national records.',
  alternates: { canonical: '/countries' },
}

const AREAS: readonly (Area | null)[] = ['Africa', 'Asia', 'Europe', 'NACAC', 'Oceania', 'South America', null]
const AREA_NAME: Partial<Record<Area, string>> = { NACAC: 'North America and the Caribbean' }

export default async function CountriesPage() {
  const found = await listCountries()
  const areaOf = (code: string) => country(code)?.area ?? null
  return (
    <>
      <PageHead
        title="Countries"
        remark={`${count(found.length, 'country', 'countries')} and teams in the record; a name leads to its national records`}
      >
        <Browse current="/countries" />
      </PageHead>
      <FlagSheet codes={found.map(({ code }) => code)} />
      {AREAS.map((area) => {
        const rows = found
          .filter(({ code }) => areaOf(code) === area)
          .sort((a, b) => countryName(a.code).localeCompare(countryName(b.code), 'en'))
        if (rows.length === 0) return null
        const title = area === null ? 'Teams and other territories' : (AREA_NAME[area] ?? area)
        return (
          <Section key={title} id={title.toLowerCase().replaceAll(' ', '-')} title={title}>
            <table className="record-table">
              <caption className="sr-only">{title}</caption>
              <TableHead columns={['Country', 'Code', ['Athletes', 'num'], ['Marks', 'num']]} />
              <tbody>
                {rows.map(({ code, athletes, marks }) => (
                  <tr key={code}>
                    <th scope="row">
                      <SheetFlag code={code} /> <CountryLink code={code} />
                    </th>
                    <td className="text-quiet">{code}</td>
                    <td className="num">
                      {athletes > 0 ? (
                        <a href={athletesAddress({ ...EVERYBODY, country: code })}>
                          {athletes}
                          <span className="sr-only"> of {countryName(code)}</span>
                        </a>
                      ) : (
                        0
                      )}
                    </td>
                    <td className="num">{marks}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Section>
        )
      })}
    </>
  )
}
