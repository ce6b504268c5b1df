import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChangeRows } from '@/app/admin/changes/change-rows'
import { PageHead } from '@/components/site/page-head'
import { LinkButton } from '@/components/ui/link-button'
import { requireEditor } from '@/server/accounts/session'
import { getChangeSet } from '@/server/history/history'
import { getResult } from '@/server/results/results'
import { getAthleteOf } from '@/server/results/sibling-results'
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
  const athlete = (resultId ? await getAthleteOf(resultId) : null) ?? entry.athletes[0] ?? null
  const sources = resultId ? `/admin/results/${resultId}/citations` : `/admin/athletes/${athlete?.slug}/citations`
  const row = result && !result.withdrawn ? `#r-${resultId}` : ''
  return (
    <>
      <PageHead
        title={entry.kind === 'RESTORE' ? 'Restored' : 'Saved'}
        remark="It is on the public pages, with its reason and source."
      >
        {athlete && <a href={`/admin/athletes/${athlete.slug}`}>{athlete.name}</a>}
      </PageHead>
      <p className="mb-8 flex flex-wrap gap-3">
        {athlete && (
          <LinkButton look="primary" href={`/athletes/${athlete.slug}${row}`}>
            See it on the public page
          </LinkButton>
        )}
        <LinkButton href={`/admin/changes/${entry.id}`}>Undo this change</LinkButton>
        {athlete && (
          <>
            <LinkButton href={sources}>Sources</LinkButton>
            <LinkButton href={`/admin/athletes/${athlete.slug}`}>Correct another</LinkButton>
            <LinkButton href={`/admin/results/new?athlete=${athlete.slug}`}>Add a result</LinkButton>
          </>
        )}
      </p>
      <ChangeRows entry={entry} />
    </>
  )
}
