import type { Metadata } from 'next'
import { LatestChanges } from '@/components/history/latest'
import { count } from '@/components/record/labels'
import { FeaturedAthlete } from '@/components/site/featured-athlete'
import { MostRead } from '@/components/site/most-read'
import { SearchForm } from '@/components/site/search-form'
import { Section } from '@/components/site/section'
import { Lead } from '@/components/ui/lead'
import { titleClass } from '@/components/ui/type-class'
import { getAthleteRecord } from '@/server/athletes/athletes'
import { getFeatured } from '@/server/athletes/featured'
import { getAthleteCount } from '@/server/athletes/figures'
import { getMostRead } from '@/server/athletes/most-read'
import { latestChanges } from '@/server/history/history'

export const metadata: Metadata = { alternates: { canonical: '/' } }

export default async function HomePage() {
  const [athletes, featuredSlug, changes, mostRead] = await Promise.all([
    getAthleteCount(),
    getFeatured(),
    latestChanges(6),
    getMostRead(),
  ])
  const featured = featuredSlug && (await getAthleteRecord(featuredSlug))
  return (
    <>
      <div className="pt-12 pb-4 sm:pt-16">
        <h1 className={titleClass}>The open record book</h1>
        <Lead className="mt-5">
          What an athlete has done, with the receipts: every figure leads to its source, sources that disagree stand
          side by side, and whatever can be computed is never typed.
        </Lead>
        <div className="mt-7 max-w-xl">
          <SearchForm label="Search the record" large />
        </div>
      </div>
      {featured && (
        <Section
          id="featured"
          title="On the front page"
          remark={<a href="/athletes">all {count(athletes, 'athlete')}</a>}
        >
          <FeaturedAthlete record={featured} />
        </Section>
      )}
      {mostRead.length > 0 && (
        <Section id="most-read" title="Most read this week">
          <MostRead athletes={mostRead} />
        </Section>
      )}
      <Section id="latest" title="Latest changes" remark={<a href="/changes">all changes</a>}>
        {changes.length > 0 ? <LatestChanges entries={changes} named /> : <Lead>None yet.</Lead>}
      </Section>
      <script type="module" src="/career.mjs" />
    </>
  )
}
