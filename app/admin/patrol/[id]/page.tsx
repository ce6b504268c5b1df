import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { HistoryItem } from '@/components/history/entry'
import { PageHead } from '@/components/site/page-head'
import { Instant } from '@/components/ui/when'
import { requireEditor } from '@/server/accounts/session'
import { getChangeSet } from '@/server/history/history'
import { findPatrols } from '@/server/patrolling/desk'
import { rowNumber } from '../../row-number'
import { PatrolForm } from '../patrol-form'

export const metadata: Metadata = { title: 'Patrol a change' }

export default async function PatrolChangePage({ params }: PageProps<'/admin/patrol/[id]'>) {
  const { id } = await params
  const editor = await requireEditor(`/admin/patrol/${id}`)
  const number = rowNumber(id)
  const entry = number && (await getChangeSet(number))
  if (!entry) notFound()
  const patrol = (await findPatrols([entry.id])).get(entry.id)
  return (
    <>
      <PageHead title={`Patrol change ${id}`}>
        <a href="/admin/patrol">Patrol</a>
      </PageHead>
      <HistoryItem entry={entry} desk />
      {patrol ? (
        <>
          <p className="mb-3">
            Marked as patrolled by {patrol.by}, <Instant iso={patrol.at} />.
          </p>
          {patrol.userId === editor.id && <PatrolForm change={entry.id} isMarked />}
        </>
      ) : entry.reviewer !== null ? (
        <p>It was approved by {entry.reviewer} before it was published, so it needs no patrol.</p>
      ) : entry.kind === 'SEED' ? (
        <p>The first record needs no patrol.</p>
      ) : entry.authorId === editor.id ? (
        <p>This change is your own: somebody else has to look at it.</p>
      ) : (
        <PatrolForm change={entry.id} />
      )}
      <p className="mt-4">
        <a href={`/admin/changes/${entry.id}#undo`}>Undo the change</a>
      </p>
    </>
  )
}
