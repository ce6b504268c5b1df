import type { Metadata } from 'next'
import { describeAthlete } from '@/components/profile/description'
import { findingsForReaders } from '@/components/profile/findings'
import { profileLinkedData } from '@/components/profile/linked-data'
import { LATEST } from '@/components/profile/overview'
import { Profile } from '@/components/profile/profile'
import { JsonLd } from '@/components/site/json-ld'
import { athleteAddress } from '@/lib/pages/athlete-pages'
import { readSettings, siteUrl } from '@/server/env'
import { getOpenFindings } from '@/server/findings/findings'
import { getRaceContexts } from '@/server/results/race-context'
import { athleteMetadata, EarlierState, readAthletePage } from './athlete-page'

type Props = PageProps<'/athletes/[slug]'>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { slug } = await params
  const metadata = await athleteMetadata({ slug, query: await searchParams, page: 'overview' }, (record) => ({
    title: record.athlete.displayName,
    description: describeAthlete(record),
  }))
  const { title, description, alternates } = metadata
  if (!alternates) return metadata
  return {
    ...metadata,
    openGraph: {
      type: 'profile',
      title: title ?? '',
      description: description ?? '',
      url: athleteAddress(slug, 'overview'),
    },
    twitter: { card: 'summary' },
  }
}

export default async function AthletePage({ params, searchParams }: Props) {
  const { slug } = await params
  const reading = await readAthletePage({ slug, query: await searchParams, page: 'overview', hasNational: true })
  if ('answer' in reading) return reading.answer
  const { record, view, past } = reading
  const findings = past ? [] : await getOpenFindings(slug)
  // Of a past state only the athlete's own record is put together.
  const latest = past ? [] : record.results.slice(0, LATEST)
  const races = await getRaceContexts(latest.map(({ id }) => id))
  const today = new Date().toISOString().slice(0, 10)
  return (
    <>
      <EarlierState past={past} address={athleteAddress(slug, 'overview')} />
      {!past && <JsonLd data={profileLinkedData(record, siteUrl(readSettings(process.env)))} />}
      <Profile
        record={record}
        view={view}
        races={races}
        checks={findingsForReaders(findings).length}
        day={past && past.day < today ? past.day : today}
      />
      <script type="module" src="/fragments.mjs" />
      <script type="module" src="/career.mjs" />
    </>
  )
}
