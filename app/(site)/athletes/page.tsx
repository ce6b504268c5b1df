import type { Metadata } from 'next'
import { AthleteList } from '@/components/site/athlete-list'
import { PageHead } from '@/components/site/page-head'
import { SearchForm } from '@/components/site/search-form'
import { listAthletes } from '@/server/athletes'

export const metadata: Metadata = {
  title: 'Athletes',
  description: 'Every athlete in the record book, by name.',
  alternates: { canonical: '/athletes' },
}

export default async function AthletesPage({ searchParams }: PageProps<'/athletes'>) {
  const { query } = await searchParams
  const wanted = typeof query === 'string' ? query.trim().slice(0, 100) : ''
  const athletes = await listAthletes(wanted || undefined)
  return (
    <>
      <PageHead title="Athletes" />
      <div className="mb-8 max-w-xl">
        <SearchForm label="Search the athletes" value={wanted} large />
      </div>
      <AthleteList athletes={athletes} query={wanted} />
    </>
  )
}
