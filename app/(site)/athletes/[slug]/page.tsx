import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PastBanner } from '@/components/past/banner'
import { NotYet } from '@/components/past/not-yet'
import { describeAthlete } from '@/components/profile/description'
import { profileLinkedData } from '@/components/profile/linked-data'
import { Profile } from '@/components/profile/profile'
import { JsonLd } from '@/components/site/json-ld'
import { isDesk } from '@/server/accounts/desk-hint'
import { followMerged } from '@/server/athletes/former-address'
import { readRecord } from '@/server/athletes/record-at'
import { readSettings, siteUrl } from '@/server/env'
import { getOpenFindings } from '@/server/findings/findings'
import { getHistory } from '@/server/history/history'
import { getProgressionsOf } from '@/server/lists/national-records'
import { setStatus } from '@/server/request'

const CHANGES_SHOWN = 4

type Props = PageProps<'/athletes/[slug]'>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { slug } = await params
  const reading = await readRecord(slug, await searchParams)
  if (!reading.found) {
    if (reading.why !== 'before') return {}
    return { title: reading.name, robots: { index: false } }
  }
  const { displayName } = reading.record.athlete
  const description = describeAthlete(reading.record)
  if (reading.past) return { title: displayName, description, robots: { index: false } }
  return {
    title: displayName,
    description,
    alternates: { canonical: `/athletes/${slug}` },
    openGraph: { type: 'profile', title: displayName, description, url: `/athletes/${slug}` },
    twitter: { card: 'summary' },
  }
}

export default async function AthletePage({ params, searchParams }: Props) {
  const { slug } = await params
  const reading = await readRecord(slug, await searchParams)
  const address = `/athletes/${slug}`
  if (!reading.found) {
    await followMerged(slug, (other) => `/athletes/${other}`, await searchParams)
    if (reading.why !== 'before') notFound()
    setStatus(404)
    return <NotYet name={reading.name} firstDay={reading.firstDay} address={address} />
  }
  const { record, past } = reading
  const origin = siteUrl(readSettings(process.env))
  const today = new Date().toISOString().slice(0, 10)
  const [history, desk, findings, national] = await Promise.all([
    getHistory(slug, past ? past.moment.changeSetId + 1 : undefined),
    isDesk(),
    past ? [] : getOpenFindings(slug),
    past ? undefined : getProgressionsOf(record),
  ])
  return (
    <>
      {past ? (
        <PastBanner past={past} today={today} address={address} />
      ) : (
        <JsonLd data={profileLinkedData(record, origin)} />
      )}
      <Profile
        record={record}
        changes={history?.entries.slice(0, CHANGES_SHOWN) ?? []}
        findings={findings}
        national={national}
        desk={desk && !past}
        today={today}
        past={past}
        origin={origin}
      />
      <script type="module" src="/contents.mjs" />
      <script type="module" src="/career.mjs" />
      <script type="module" src="/copy-text.mjs" />
    </>
  )
}
