import type { Metadata } from 'next'
import { count } from '@/components/record/labels'
import { Browse } from '@/components/site/browse'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { Lead } from '@/components/ui/lead'
import { TableHead } from '@/components/ui/table-head'
import { CATEGORY } from '@/lib/record/things/words'
import type { Category } from '@/lib/sport/championships'
import { listSeries } from '@/server/competitions/series'

export const metadata: Metadata = {
  title: 'Series of competitions',
  description: 'Games, championships and meetings that are held again and again, with their editions on record.',
  alternates: { canonical: '/series' },
}

export default async function SeriesIndexPage() {
  const { series, total } = await listSeries()
  const categories = Object.keys(CATEGORY) as Category[]
  return (
    <>
      <PageHead
        title="Series"
        remark={
          series.length < total && series.length > 0
            ? `The ${series.length} series with the most editions on record, of ${total}`
            : `${count(total, 'series', 'series')} of competitions`
        }
      >
        <Browse current="/series" />
      </PageHead>
      {series.length === 0 && <Lead>No series is on record yet.</Lead>}
      {categories.map((category) => {
        const rows = series.filter((row) => row.category === category)
        return (
          rows.length > 0 && (
            <Section key={category} id={category.toLowerCase().replaceAll('_', '-')} title={CATEGORY[category]}>
              <table className="record-table">
                <caption className="sr-only">{CATEGORY[category]}</caption>
                <TableHead columns={['Series', ['Editions', 'num'], ['Years', 'num']]} />
                <tbody>
                  {rows.map(({ slug, name, editions, first, last }) => (
                    <tr key={slug}>
                      <th scope="row">
                        <a href={`/series/${slug}`}>{name}</a>
                      </th>
                      <td className="num">{editions}</td>
                      <td className="num nowrap">{first === last ? first : `${first}–${last}`}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Section>
          )
        )
      })}
    </>
  )
}
