import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { ListFilters } from '@/components/lists/list-filters'
import { listRemark, listTitle } from '@/components/lists/list-title'
import { MarkTable } from '@/components/lists/mark-table'
import { Pager } from '@/components/lists/pager'
import { CountryLink } from '@/components/record/links'
import { PageHead } from '@/components/site/page-head'
import { FlagSheet } from '@/components/ui/flag-sheet'
import { Lead } from '@/components/ui/lead'
import { allTimeList, markListAddress, parseMarkList, readCursor } from '@/lib/pages/mark-list'
import { isAt, parameter } from '@/lib/pages/page-address'
import { isDisciplineSlug } from '@/lib/sport/disciplines'
import { getListCountries, getListKeys, getMarkList, getSexes, getYears } from '@/server/lists/lists'

type Props = PageProps<'/disciplines/[slug]'>

async function asked({ params, searchParams }: Props) {
  const { slug } = await params
  if (!isDisciplineSlug(slug)) return null
  const query = await searchParams
  const list = parseMarkList(slug, query)
  const after = readCursor(parameter(query, 'cursor'))
  return { list, after, isItsOwn: isAt(query, markListAddress(list, after)) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await asked(props)
  if (!found) return {}
  const { list, after } = found
  const title = listTitle(list)
  const address = markListAddress(list)
  return {
    title,
    description: `${title}. ${listRemark(list)}: mark, athlete, competition and date.`,
    // Pages further down begin wherever the one before them ended: no two days need have the same ones.
    ...(after ? { robots: { index: false } } : { alternates: { canonical: address } }),
    openGraph: { title, url: address },
  }
}

export default async function DisciplinePage(props: Props) {
  const found = await asked(props)
  if (!found) notFound()
  const { list, after, isItsOwn } = found
  if (!isItsOwn) redirect(markListAddress(list, after))
  const [page, sexes, keys, years, countries] = await Promise.all([
    getMarkList(list, after),
    getSexes(list.discipline),
    getListKeys(list.discipline, list.sex),
    getYears(list.discipline, list.sex),
    getListCountries(list.discipline, list.sex),
  ])
  const { marks, next } = page
  const [first, last] = [marks[0], marks.at(-1)]
  const title = listTitle(list)
  const earlier = list.year === null ? null : years.find((year) => year < (list.year ?? 0))
  const later = list.year === null ? null : years.toReversed().find((year) => year > (list.year ?? 0))
  return (
    <>
      <PageHead title={title} remark={listRemark(list)}>
        <a href="/disciplines">Disciplines</a>
        {list.country && (
          <>
            {' · '}
            <CountryLink code={list.country} />
          </>
        )}
      </PageHead>
      <ListFilters list={list} sexes={sexes} keys={keys} countries={countries} years={years} />
      {(earlier || later) && (
        <p className="mb-4 flex flex-wrap gap-x-6">
          {earlier && <a href={markListAddress({ ...list, year: earlier })}>{earlier}, the year before</a>}
          {later && <a href={markListAddress({ ...list, year: later })}>{later}, the year after</a>}
        </p>
      )}
      {marks.length > 0 ? (
        <>
          <FlagSheet codes={marks.map(({ countryCode }) => countryCode)} />
          <MarkTable marks={marks} list={list} caption={title} />
        </>
      ) : (
        <Lead>
          No marks here, as far as this record knows.{' '}
          <a href={markListAddress(allTimeList(list.discipline, sexes[0] ?? list.sex))}>See the all-time list.</a>
        </Lead>
      )}
      <Pager
        first={after ? markListAddress(list) : null}
        next={next && markListAddress(list, next)}
        words={first && last ? `Nos. ${first.number} to ${last.number}` : undefined}
      />
    </>
  )
}
