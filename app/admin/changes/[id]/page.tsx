import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChangeRows } from '@/components/desk/change-rows'
import { ReasonForm } from '@/components/desk/reason-form'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { Button } from '@/components/ui/button'
import { getChangeSet } from '@/server/history'
import { requireEditor } from '@/server/session'
import { rowNumber } from '../../row-number'
import { undoAction } from './actions'

export const metadata: Metadata = { title: 'A change' }

export default async function ChangePage({ params }: PageProps<'/admin/changes/[id]'>) {
  const { id } = await params
  await requireEditor(`/admin/changes/${id}`)
  const number = rowNumber(id)
  const entry = number && (await getChangeSet(number))
  if (!entry) notFound()
  return (
    <>
      <PageHead title={`Change ${entry.id}`}>
        <a href="/admin">The desk</a>
      </PageHead>
      <ChangeRows entry={entry} />
      <Section id="undo" title="Undo the whole change">
        {entry.kind === 'SEED' ? (
          <p>
            The first record cannot be undone whole. Each of its rows can be put back: follow “Restore” beside it, or
            correct the result.
          </p>
        ) : (
          <>
            <p className="mb-4 max-w-2xl text-quiet">
              Every row is put back as it stood before. What somebody has changed since is left, and you are told what.
              The undoing is a change of its own, and can be undone.
            </p>
            <ReasonForm action={undoAction.bind(null, entry.id)}>
              <Button look="grave">Undo the whole change</Button>
            </ReasonForm>
          </>
        )}
      </Section>
    </>
  )
}
