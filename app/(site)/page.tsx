import type { Metadata } from 'next'
import { LatestChanges } from '@/components/history/latest'
import { FeaturedAthlete } from '@/components/site/featured-athlete'
import { MostRead } from '@/components/site/most-read'
import { SearchForm } from '@/components/site/search-form'
import { Section } from '@/components/site/section'
import { getAthleteRecord, listAthletes } from '@/server/athletes'
import { latestChanges } from '@/server/history'
import { getMostRead } from '@/server/most-read'

export const metadata: Metadata = { alternates: { canonical: '/' } }

export default async function HomePage() {
  const [athletes, changes, mostRead] = await Promise.all([listAthletes(), latestChanges(6), getMostRead()])
  // Featured is whoever the book knows most about.
  const [chief] = athletes.toSorted((a, b) => b.resultCount - a.resultCount || a.slug.localeCompare(b.slug))
  const featured = chief && (await getAthleteRecord(chief.slug))
  return (
    <>
      <div className="pt-12 pb-4 sm:pt-16">
        <h1 className="title">The open record book</h1>
        <p className="lead mt-5">
          What an athlete has done, with the receipts: every figure leads to its source, sources that disagree stand
          side by side, and whatever can be computed is never typed.
        </p>
        <div className="mt-7 max-w-xl">
          <SearchForm label="Search the record" large />
        </div>
      </div>
      {featured && (
        <Section
          id="featured"
          title="On the front page"
          remark={<a href="/athletes">all {athletes.length} athletes</a>}
        >
          <FeaturedAthlete record={featured} />
        </Section>
      )}
      {mostRead.length > 0 && (
        <Section id="most-read" title="Most read this week">
          <MostRead athletes={mostRead} />
        </Section>
      )}
      <Section id="latest" title="Latest changes">
        {changes.length > 0 ? <LatestChanges entries={changes} named /> : <p className="lead">None yet.</p>}
      </Section>
      <script type="module" src="/career.mjs" />
    </>
  )
}
