import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { HistoryItem } from '@/components/history/entry'
import { UndoAndRestore } from '@/components/history/undo-and-restore'
import { PageHead } from '@/components/site/page-head'
import { Lead } from '@/components/ui/lead'
import { LinkButton } from '@/components/ui/link-button'
import { isDesk } from '@/server/accounts/desk-hint'
import { getAthleteRecord } from '@/server/athletes/athletes'
import { followMerged } from '@/server/athletes/former-address'
import { getHistory } from '@/server/history/history'

type Props = PageProps<'/athletes/[slug]/history'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const record = await getAthleteRecord((await params).slug)
  if (!record) return {}
  return {
    title: `History of ${record.athlete.displayName}`,
    description: `Every change to the record of ${record.athlete.displayName}: who, when, why, from which source.`,
    alternates: { canonical: `/athletes/${record.athlete.slug}/history` },
  }
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const { slug } = await params
  const { before } = await searchParams
  const record = await getAthleteRecord(slug)
  const history = record && (await getHistory(slug, changeNumber(before)))
  if (!record) await followMerged(slug, (other) => `/athletes/${other}/history`, { before })
  if (!record || !history) notFound()
  const { entries, next } = history
  const profile = `/athletes/${slug}`
  const desk = await isDesk()
  return (
    <>
      <PageHead title="History" remark="Every change: who, when, why, on which source, before and after.">
        <a href={profile}>{record.athlete.displayName}</a>
      </PageHead>
      {desk && <UndoAndRestore />}
      {entries.length === 0 && (
        <Lead>
          No change {before === undefined ? 'has been made yet' : 'is older than that'}.{' '}
          <a href={before === undefined ? profile : `${profile}/history`}>
            {before === undefined ? 'Back to the profile' : 'To the newest'}
          </a>
        </Lead>
      )}
      {entries.map((entry) => (
        <HistoryItem key={entry.id} entry={entry} base={profile} desk={desk} hasUndo={desk} />
      ))}
      <nav className="flex gap-3" aria-label="Pages of the history">
        {before !== undefined && <LinkButton href={`${profile}/history`}>Newest</LinkButton>}
        {next !== null && (
          <LinkButton href={`${profile}/history?before=${next}`} rel="next">
            Older changes
          </LinkButton>
        )}
      </nav>
    </>
  )
}

/** A `before` that is no number asks for the newest. */
function changeNumber(text: string | string[] | undefined): number | undefined {
  return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : undefined
}
