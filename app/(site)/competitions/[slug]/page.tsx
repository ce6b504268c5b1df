import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EventSection } from '@/components/competition/event'
import { CompetitionFacts } from '@/components/competition/facts'
import { competitionLinkedData } from '@/components/competition/linked-data'
import { venueText } from '@/components/record/venue'
import { JsonLd } from '@/components/site/json-ld'
import { PageHead } from '@/components/site/page-head'
import { getCompetition } from '@/server/competitions'
import { isDesk } from '@/server/desk'
import { readSettings, siteUrl } from '@/server/env'

type Props = PageProps<'/competitions/[slug]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await getCompetition((await params).slug)
  if (!found) return {}
  const { name, year, slug } = found.competition
  const title = `${name} (${year})`
  return {
    title,
    description: [`${title}: results by event and race.`, venueText(found.competition)].filter(Boolean).join(' '),
    alternates: { canonical: `/competitions/${slug}` },
    openGraph: { title, url: `/competitions/${slug}` },
  }
}

export default async function CompetitionPage({ params }: Props) {
  const found = await getCompetition((await params).slug)
  if (!found) notFound()
  const { competition, events } = found
  const desk = await isDesk()
  const withResults = events.filter(({ races }) => races.some(({ results }) => results.length > 0))
  return (
    <>
      <JsonLd data={competitionLinkedData(competition, siteUrl(readSettings(process.env)))} />
      <PageHead title={competition.name} remark={<CompetitionFacts competition={competition} />}>
        {competition.year}
      </PageHead>
      {withResults.length === 0 && <p className="lead">No results are known here yet.</p>}
      {withResults.map((event) => (
        <EventSection
          key={[event.discipline, event.sex, event.ageGroup, event.paraClass].join(' ')}
          event={event}
          desk={desk}
        />
      ))}
    </>
  )
}
