import type { Metadata } from 'next'
import { BestCards } from '@/components/profile/best-cards'
import { NationalRecordsTable } from '@/components/profile/national-record-table'
import { PersonalBests } from '@/components/profile/personal-bests'
import { primaryDisciplines } from '@/components/profile/primary-disciplines'
import { SeasonBestsTable } from '@/components/profile/season-bests'
import { TenBestTable } from '@/components/profile/ten-best'
import { allBestsInOrder } from '@/components/record/view'
import { Section } from '@/components/site/section'
import { Lead } from '@/components/ui/lead'
import { seasonBests } from '@/lib/career/bests'
import { tenBest } from '@/lib/career/ten-best'
import { AthleteFrame, athleteMetadata, readAthletePage } from '../athlete-page'

type Props = PageProps<'/athletes/[slug]/bests'>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { slug } = await params
  return athleteMetadata({ slug, query: await searchParams, page: 'bests' }, ({ athlete: { displayName } }) => ({
    title: `${displayName}: bests`,
    description: `Personal and season’s bests, the ten best marks of each discipline, and national records of ${displayName}.`,
  }))
}

export default async function BestsPage({ params, searchParams }: Props) {
  const { slug } = await params
  const reading = await readAthletePage({ slug, query: await searchParams, page: 'bests', hasNational: true })
  if ('answer' in reading) return reading.answer
  const { record, view } = reading
  const { athlete, results } = record
  const disciplines = primaryDisciplines(record)
  const bests = allBestsInOrder(view, disciplines)
  const tens = tenBest(results, disciplines)
  return (
    <AthleteFrame reading={reading}>
      {bests.length === 0 && <Lead className="mt-8">No mark on record counts as a best.</Lead>}
      {bests.length > 0 && (
        <Section id="personal-bests" title="Personal bests" remark="computed from the results">
          {view.bests.length > 0 && <BestCards results={results} disciplines={disciplines} view={view} />}
          <div className={view.bests.length > 0 ? 'mt-10' : undefined}>
            <PersonalBests bests={bests} birthDate={athlete.birthDate} view={view} />
          </div>
        </Section>
      )}
      {view.bests.length > 0 && (
        <Section id="season-bests" title="Season’s bests">
          <SeasonBestsTable bests={seasonBests(results)} disciplines={disciplines} view={view} />
        </Section>
      )}
      {tens.length > 0 && (
        <Section id="ten-best" title="The ten best" remark="of each discipline, with their average">
          <TenBestTable tens={tens} view={view} />
        </Section>
      )}
      {view.national.length > 0 && (
        <Section
          id="national-records"
          title="National records"
          remark="what sources call a record, and what was the best on record here"
        >
          <NationalRecordsTable progressions={view.national} results={results} view={view} />
        </Section>
      )}
    </AthleteFrame>
  )
}
