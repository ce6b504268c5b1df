import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { HistoryItem } from '@/components/history/entry'
import { PatrolNote } from '@/components/history/patrol-note'
import { DeskLink } from '@/components/record/desk-link'
import { PageHead } from '@/components/site/page-head'
import { editingOf } from '@/lib/record/editing-further'
import { isDesk } from '@/server/accounts/desk-hint'
import { getChangeSet } from '@/server/history/history'
import { findPatrols } from '@/server/patrolling/desk'

type Props = PageProps<'/changes/[id]'>

async function find(params: Props['params']) {
  const { id } = await params
  return /^[1-9]\d{0,8}$/.test(id) ? getChangeSet(Number(id)) : null
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const entry = await find(params)
  if (!entry) return {}
  return {
    title: `Change ${entry.id}`,
    description: `What was changed in the record book by ${entry.author}, and why: ${entry.reason.slice(0, 150)}`,
    alternates: { canonical: `/changes/${entry.id}` },
  }
}

export default async function ChangePage({ params }: Props) {
  const entry = await find(params)
  if (!entry) notFound()
  const [desk, patrols] = await Promise.all([isDesk(), findPatrols([entry.id])])
  const patrol = patrols.get(entry.id)
  const editing = desk ? editingOf(entry) : []
  return (
    <>
      <PageHead title={`Change ${entry.id}`}>
        <a href="/changes">Changes</a>
      </PageHead>
      {desk ? (
        <p className="mb-5 flex flex-wrap gap-x-4 print:hidden">
          {entry.kind !== 'SEED' && !entry.undone?.isWhole && (
            <DeskLink href={`/admin/changes/${entry.id}#undo`}>Undo</DeskLink>
          )}
          {editing.map(({ href, words }) => (
            <DeskLink key={href} href={href}>
              {words}
            </DeskLink>
          ))}
          <span className="text-sm">
            <PatrolNote entry={entry} patrol={patrol ?? null} />
          </span>
        </p>
      ) : (
        patrol && <p className="mb-5 text-quiet">Looked at by {patrol.by}.</p>
      )}
      <HistoryItem entry={entry} desk={desk} />
    </>
  )
}
