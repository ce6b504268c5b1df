import type { Metadata } from 'next'
import { HolderAndCountry } from '@/components/lists/listed-mark'
import { SEX } from '@/components/lists/sex-labels'
import { count } from '@/components/record/labels'
import { DisciplineLink } from '@/components/record/links'
import { MarkLink } from '@/components/record/mark-link'
import { Browse } from '@/components/site/browse'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { FlagSheet } from '@/components/ui/flag-sheet'
import { Lead } from '@/components/ui/lead'
import { TableHead } from '@/components/ui/table-head'
import { discipline, type Surface } from '@/lib/sport/disciplines'
import { listDisciplines } from '@/server/lists/lists'

export const metadata: Metadata = {
  title: 'Disciplines',
  description: 'All-time lists and lists of each year, discipline by discipline, with the best mark on record.',
  alternates: { canonical: '/disciplines' },
}

const SURFACES: readonly (readonly [Surface, string])[] = [
  ['TRACK', 'Track'],
  ['ROAD', 'Road'],
  ['CROSS_COUNTRY', 'Cross country'],
  ['MOUNTAIN_TRAIL', 'Mountain and trail'],
  ['FIELD', 'Field'],
  ['COMBINED', 'Combined events'],
]

export default async function DisciplinesPage() {
  const found = await listDisciplines()
  const best = found.flatMap(({ lists }) => lists.flatMap(({ best }) => best ?? []))
  return (
    <>
      <PageHead title="Disciplines" remark="All-time lists and lists of each year, as far as this record knows">
        <Browse current="/disciplines" />
      </PageHead>
      <FlagSheet codes={best.map(({ countryCode }) => countryCode)} />
      {found.length === 0 && <Lead>No marks are on record yet.</Lead>}
      {SURFACES.map(([surface, title]) => {
        const rows = found.filter((row) => discipline(row.discipline).surface === surface)
        if (rows.length === 0) return null
        return (
          <Section key={surface} id={surface.toLowerCase()} title={title}>
            <table className="record-table">
              <caption className="sr-only">{title}: lists</caption>
              <TableHead columns={['List', ['Best', 'num'], 'By', ['Marks', 'num wide']]} />
              <tbody>
                {rows.flatMap(({ discipline: slug, lists }) =>
                  lists.map(({ sex, marks, best }) => (
                    <tr key={`${slug} ${sex}`}>
                      <th scope="row">
                        <DisciplineLink slug={slug} sex={sex}>
                          {discipline(slug).name}, {SEX[sex].toLowerCase()}
                        </DisciplineLink>
                        <span className="narrow font-normal">{count(marks, 'mark')}</span>
                      </th>
                      <td className="num nowrap">
                        {best ? <MarkLink result={best} /> : <span className="text-quiet">none counts</span>}
                      </td>
                      <td>{best && <HolderAndCountry mark={best} />}</td>
                      <td className="num wide">{marks}</td>
                    </tr>
                  )),
                )}
              </tbody>
            </table>
          </Section>
        )
      })}
    </>
  )
}
