import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactElement, ReactNode } from 'react'
import { PastBanner } from '@/components/past/banner'
import { NotYet } from '@/components/past/not-yet'
import { AthleteHead } from '@/components/profile/head'
import { type RecordView, recordView } from '@/components/record/view'
import { type AthletePage, athleteAddress } from '@/lib/pages/athlete-pages'
import type { Past, Query } from '@/lib/pages/past'
import type { AthleteRecord } from '@/lib/record/athlete'
import { isDesk } from '@/server/accounts/desk-hint'
import { followMerged } from '@/server/athletes/former-address'
import { readRecord } from '@/server/athletes/record-at'
import { getProgressionsOf } from '@/server/lists/national-records'
import { setStatus } from '@/server/request'

/** What every page of an athlete is made of. */
export interface AthleteReading {
  record: AthleteRecord
  view: RecordView
  past: Past | null
}

export interface Asked {
  slug: string
  query: Query
  page: AthletePage
  /** Whether the page shows national records, which others of the country have a part in. */
  hasNational?: boolean
  /** What of the address comes after the page's own: "/2014". */
  rest?: string
  /** What else is asked for, where the address of a merged athlete leads on. */
  further?: Query
}

/** The record in the state that is asked for, or what the page answers where there is none. */
export async function readAthletePage({
  slug,
  query,
  page,
  hasNational = false,
  rest = '',
  further,
}: Asked): Promise<AthleteReading | { answer: ReactElement }> {
  const reading = await readRecord(slug, query)
  if (!reading.found) {
    await followMerged(slug, (other) => athleteAddress(other, page) + rest, { ...query, ...further })
    if (reading.why !== 'before') notFound()
    setStatus(404)
    const address = athleteAddress(slug, page) + rest
    return { answer: <NotYet name={reading.name} firstDay={reading.firstDay} address={address} /> }
  }
  const { record, past } = reading
  const view = recordView(record, {
    desk: !past && (await isDesk()),
    page,
    query: past?.query,
    national: hasNational && !past ? await getProgressionsOf(record) : undefined,
  })
  return { record, view, past }
}

/** The head of such a page and its body, under the banner of an earlier state. */
export function AthleteFrame({
  reading: { record, view, past },
  children,
}: {
  reading: AthleteReading
  children: ReactNode
}) {
  return (
    <>
      <EarlierState past={past} address={athleteAddress(view.slug, view.page ?? 'overview')} />
      <AthleteHead record={record} view={view} />
      {children}
    </>
  )
}

export function EarlierState({ past, address }: { past: Past | null; address: string }) {
  return past && <PastBanner past={past} today={new Date().toISOString().slice(0, 10)} address={address} />
}

/** Title, description and canonical address; an earlier state is not for search engines. */
export async function athleteMetadata(
  { slug, query, page, rest = '' }: Asked,
  words: (record: AthleteRecord) => { title: string; description: string },
): Promise<Metadata> {
  const reading = await readRecord(slug, query)
  if (!reading.found) return reading.why === 'before' ? { title: reading.name, robots: { index: false } } : {}
  const said = words(reading.record)
  if (reading.past) return { ...said, robots: { index: false } }
  return { ...said, alternates: { canonical: athleteAddress(reading.record.athlete.slug, page) + rest } }
}
