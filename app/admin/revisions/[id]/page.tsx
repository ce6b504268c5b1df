import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Button } from '@/components/form/button'
import { ReasonForm } from '@/components/form/reason-form'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { Lead } from '@/components/ui/lead'
import { Instant } from '@/components/ui/when'
import { fieldStates, type Row } from '@/lib/record/history'
import { requireEditorOrForm } from '@/server/accounts/session'
import { getChange } from '@/server/history/history'
import { getRevision } from '@/server/history/restore'
import { rowNumber } from '../../row-number'
import { restoreAction } from './actions'
import { RowStates } from './row-states'

export const metadata: Metadata = { title: 'A revision' }

export default async function RevisionPage({ params }: PageProps<'/admin/revisions/[id]'>) {
  const { id } = await params
  const editor = await requireEditorOrForm(`/admin/revisions/${id}`)
  const revision = editor && (await readRevision(id))
  if (editor && !revision) notFound()
  const isNew = revision?.before === null
  const isMoved = (side: 'before' | 'after') => !revision || revision.states.some((state) => state[side] !== state.now)
  const sides = { before: isNew || isMoved('before'), after: isMoved('after') }
  // One tree for both, so that what was sent without JavaScript is found again where it belongs.
  return (
    <>
      {revision ? <RevisionHead {...revision} /> : <PageHead title={`Revision ${id}`} />}
      {revision && <RowStates states={revision.states} isNew={isNew} />}
      <Section id="restore" title="Restore">
        {sides.before || sides.after ? (
          <>
            <p className="mb-4 max-w-2xl text-quiet">
              One row is put back as it stood. That is a change of its own, with your name and reason, and can be
              undone.
            </p>
            <ReasonForm action={restoreAction.bind(null, id)}>
              {sides.before && (
                <Button name="side" value="before">
                  {isNew ? 'Take it away again' : 'Restore as before this change'}
                </Button>
              )}
              {sides.after && (
                <Button name="side" value="after">
                  Restore as after this change
                </Button>
              )}
            </ReasonForm>
          </>
        ) : (
          <Lead>There is nothing to restore: the row stands as it did before this change and after it.</Lead>
        )}
      </Section>
    </>
  )
}

async function readRevision(id: string) {
  const number = rowNumber(id)
  const [found, entry] = number ? await Promise.all([getRevision(number), getChange(number)]) : []
  const change = entry?.changes[0]
  if (!found || !entry || !change) return null
  const { revision, now } = found
  const before = revision.before as Row | null
  return { id, entry, subject: change.subject, before, states: fieldStates(before, revision.after as Row | null, now) }
}

function RevisionHead({ id, entry, subject }: NonNullable<Awaited<ReturnType<typeof readRevision>>>) {
  return (
    <PageHead
      title={subject}
      remark={
        <>
          Revision {id}, of <a href={`/admin/changes/${entry.id}`}>change {entry.id}</a>: {entry.reason} ({entry.author}
          , <Instant iso={entry.at} />)
        </>
      }
    >
      {entry.athletes[0] ? (
        <a href={`/admin/athletes/${entry.athletes[0].slug}`}>{entry.athletes[0].name}</a>
      ) : (
        <a href="/admin">The desk</a>
      )}
    </PageHead>
  )
}
