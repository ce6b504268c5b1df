import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PastBanner } from '@/components/past/banner'
import { NotYet } from '@/components/past/not-yet'
import { count } from '@/components/record/labels'
import { recordView } from '@/components/record/view'
import { DisputesTable } from '@/components/result/disputes-table'
import { PageHead } from '@/components/site/page-head'
import { Lead } from '@/components/ui/lead'
import { followMerged } from '@/server/athletes/former-address'
import { readRecord } from '@/server/athletes/record-at'
import { getCitationDates } from '@/server/history/history'
import { setStatus } from '@/server/request'

type Props = PageProps<'/athletes/[slug]/disputes'>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { slug } = await params
  const reading = await readRecord(slug, await searchParams)
  if (!reading.found) {
    if (reading.why !== 'before') return {}
    return { title: reading.name, robots: { index: false } }
  }
  const { displayName } = reading.record.athlete
  const title = `Disputed figures of ${displayName}`
  if (reading.past) return { title, robots: { index: false } }
  return {
    title,
    description: `Every figure of ${displayName} on which sources disagree, source by source, with the reasons.`,
    alternates: { canonical: `/athletes/${slug}/disputes` },
  }
}

export default async function DisputesPage({ params, searchParams }: Props) {
  const { slug } = await params
  const reading = await readRecord(slug, await searchParams)
  const address = `/athletes/${slug}/disputes`
  if (!reading.found) {
    await followMerged(slug, (other) => `/athletes/${other}/disputes`, await searchParams)
    if (reading.why !== 'before') notFound()
    setStatus(404)
    return <NotYet name={reading.name} firstDay={reading.firstDay} address={address} />
  }
  const { record, past } = reading
  const view = recordView(record, { desk: false, base: `/athletes/${slug}`, query: past?.query })
  const ids = view.disputes.flatMap(({ assertions }) =>
    assertions.flatMap(({ citations }) => citations.map(({ id }) => id)),
  )
  const dates = await getCitationDates(ids, past?.moment.changeSetId)
  const { displayName } = record.athlete
  return (
    <>
      {past && <PastBanner past={past} today={new Date().toISOString().slice(0, 10)} address={address} />}
      <PageHead title="Disputed figures" remark={`${count(view.disputes.length, 'figure')}, source by source`}>
        <a href={`/athletes/${slug}${view.query}`}>{displayName}</a>
      </PageHead>
      {view.disputes.length > 0 ? (
        <DisputesTable
          disputes={view.disputes}
          view={view}
          dates={dates}
          caption={`Disputed figures of ${displayName}`}
        />
      ) : (
        <Lead>No two sources that are cited here disagree.</Lead>
      )}
    </>
  )
}
