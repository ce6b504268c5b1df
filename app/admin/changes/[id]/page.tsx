import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { UndoAndRestore } from '@/components/history/undo-and-restore'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { requireEditorOrForm } from '@/server/accounts/session'
import { getChangeSet, getImportOfChange } from '@/server/history/history'
import { getUndo } from '@/server/history/undo'
import { rowNumber } from '../../row-number'
import { ChangeRows } from '../change-rows'
import { PutBackForm } from '../put-back-form'
import { undoAction } from './actions'

export const metadata: Metadata = { title: 'A change' }

export default async function ChangePage({ params }: PageProps<'/admin/changes/[id]'>) {
  const { id } = await params
  const editor = await requireEditorOrForm(`/admin/changes/${id}`)
  const number = rowNumber(id)
  const entry = editor && number && (await getChangeSet(number))
  const imported = entry && (await getImportOfChange(entry.id))
  if (editor && !entry) notFound()
  const view = entry ? await getUndo(entry.id) : null
  // One tree for both, so that what was sent without JavaScript is found again where it belongs.
  return (
    <>
      <PageHead title={`Change ${id}`}>
        <a href="/admin">Editing</a>
      </PageHead>
      {entry ? <ChangeRows entry={entry} /> : null}
      <UndoAndRestore />
      <Section id="undo" title="Undo the change">
        {imported ? (
          <p>
            This is the work of an import: <a href={`/admin/import/${imported}`}>take it back there</a>, whole or row by
            row.
          </p>
        ) : entry && entry.kind === 'SEED' ? (
          <p>
            The first record cannot be undone whole. Each of its rows can be put back: follow “Restore” beside it, or
            correct the result.
          </p>
        ) : (
          <>
            <p className="mb-4 max-w-2xl text-quiet">
              What is ticked is put back as it stood before, with the citations that it had; everything else stays. The
              undo is a change of its own, and can be undone.
            </p>
            <PutBackForm action={undoAction.bind(null, id)} view={view} button="Undo" />
          </>
        )}
      </Section>
    </>
  )
}
