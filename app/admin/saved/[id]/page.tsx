import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChangeRows } from '@/app/admin/changes/change-rows'
import { PageHead } from '@/components/site/page-head'
import { LinkButton } from '@/components/ui/link-button'
import type { HistoryEntry } from '@/lib/record/history'
import { requireEditor } from '@/server/accounts/session'
import { getChangeSet } from '@/server/history/history'
import { getResult } from '@/server/results/results'
import { getAthleteOf } from '@/server/results/sibling-results'
import { findShownAtRow } from '@/server/things/desk'
import { rowNumber } from '../../row-number'

export const metadata: Metadata = { title: 'Saved' }

/** Where a save leads: what was saved, where it is to be seen, and how to take it back. */
export default async function SavedPage({ params }: PageProps<'/admin/saved/[id]'>) {
  const { id } = await params
  await requireEditor(`/admin/saved/${id}`)
  const number = rowNumber(id)
  const entry = number && (await getChangeSet(number))
  if (!entry) notFound()
  const resultId = entry.changes.find((change) => change.resultId !== null)?.resultId ?? null
  const result = resultId && (await getResult(resultId))
  const athlete =
    (resultId ? await getAthleteOf(resultId) : null) ?? entry.athletes.find(({ slug }) => slug !== null) ?? null
  const shownAt = await whereShown(entry, resultId, result ? !result.withdrawn : false, athlete?.slug ?? null)
  return (
    <>
      <PageHead
        title={entry.kind === 'RESTORE' ? 'Restored' : 'Saved'}
        remark={
          shownAt ? 'It is on the public pages, with its reason and source.' : 'Withdrawn. It is off the public pages.'
        }
      >
        {athlete?.slug && <a href={`/admin/athletes/${athlete.slug}`}>{athlete.name}</a>}
      </PageHead>
      <p className="mb-8 flex flex-wrap gap-3">
        {shownAt && (
          <LinkButton look="primary" href={shownAt}>
            See it on the public page
          </LinkButton>
        )}
        <LinkButton href={`/admin/changes/${entry.id}`}>Undo this change</LinkButton>
        {athlete?.slug && (
          <>
            <LinkButton
              href={resultId ? `/admin/results/${resultId}/citations` : `/admin/athletes/${athlete.slug}/citations`}
            >
              Sources
            </LinkButton>
            <LinkButton href={`/admin/athletes/${athlete.slug}`}>Correct another</LinkButton>
            <LinkButton href={`/admin/results/new?athlete=${athlete.slug}`}>Add a result</LinkButton>
          </>
        )}
      </p>
      <ChangeRows entry={entry} />
    </>
  )
}

/** The public page, and the place in it, where what was saved is read; null where it was taken off. */
async function whereShown(
  { changes }: HistoryEntry,
  resultId: string | null,
  isResultShown: boolean,
  athlete: string | null,
): Promise<string | null> {
  const page = athlete === null ? null : `/athletes/${athlete}`
  if (resultId !== null) return page && (isResultShown ? `${page}#r-${resultId}` : null)
  const [first] = changes.filter(({ entity }) => entity !== 'citations' && entity !== 'sources')
  const change = first ?? changes[0]
  if (change?.kind === 'withdrawn') return null
  return (change && (await findShownAtRow(change))?.href) ?? page
}
