import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { describeAthlete } from '@/components/profile/description'
import { profileLinkedData } from '@/components/profile/linked-data'
import { Profile } from '@/components/profile/profile'
import { JsonLd } from '@/components/site/json-ld'
import { getAthleteRecord } from '@/server/athletes'
import { isDesk } from '@/server/desk'
import { readSettings, siteUrl } from '@/server/env'
import { getHistory } from '@/server/history'

const CHANGES_SHOWN = 4

export async function generateMetadata({ params }: PageProps<'/athletes/[slug]'>): Promise<Metadata> {
  const record = await getAthleteRecord((await params).slug)
  if (!record) return {}
  const { displayName, slug } = record.athlete
  const description = describeAthlete(record)
  return {
    title: displayName,
    description,
    alternates: { canonical: `/athletes/${slug}` },
    openGraph: { type: 'profile', title: displayName, description, url: `/athletes/${slug}` },
    twitter: { card: 'summary' },
  }
}

export default async function AthletePage({ params }: PageProps<'/athletes/[slug]'>) {
  const { slug } = await params
  const record = await getAthleteRecord(slug)
  if (!record) notFound()
  const [history, desk] = await Promise.all([getHistory(slug), isDesk()])
  return (
    <>
      <JsonLd data={profileLinkedData(record, siteUrl(readSettings(process.env)))} />
      <Profile
        record={record}
        changes={history?.entries.slice(0, CHANGES_SHOWN) ?? []}
        desk={desk}
        today={new Date().toISOString().slice(0, 10)}
      />
      <script type="module" src="/contents.mjs" />
      <script type="module" src="/career.mjs" />
    </>
  )
}
