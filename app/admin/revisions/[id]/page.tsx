import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ReasonForm } from '@/components/desk/reason-form'
import { RowStates } from '@/components/desk/row-states'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { Button } from '@/components/ui/button'
import { Instant } from '@/components/ui/when'
import { fieldStates, type Row } from '@/lib/history'
import { getChange } from '@/server/history'
import { getRevision } from '@/server/restore'
import { requireEditor } from '@/server/session'
import { rowNumber } from '../../row-number'
import { restoreAction } from './actions'

export const metadata: Metadata = { title: 'A revision' }

export default async function RevisionPage({ params }: PageProps<'/admin/revisions/[id]'>) {
  const { id } = await params
  await requireEditor(`/admin/revisions/${id}`)
  const number = rowNumber(id)
  const [found, entry] = number ? await Promise.all([getRevision(number), getChange(number)]) : []
  const change = entry?.changes[0]
  if (!found || !entry || !change) notFound()
  const { revision, now } = found
  const before = revision.before as Row | null
  const after = revision.after as Row | null
  const states = fieldStates(before, after, now)
  const isMoved = (side: 'before' | 'after') => states.some((state) => state[side] !== state.now)
  return (
    <>
      <PageHead
        title={change.subject}
        remark={
          <>
            Revision {revision.id}, of <a href={`/admin/changes/${entry.id}`}>change {entry.id}</a>: {entry.reason} (
            {entry.author}, <Instant iso={entry.at} />)
          </>
        }
      >
        {entry.athletes[0] ? (
          <a href={`/admin/athletes/${entry.athletes[0].slug}`}>{entry.athletes[0].name}</a>
        ) : (
          <a href="/admin">The desk</a>
        )}
      </PageHead>
      <RowStates states={states} isNew={before === null} />
      <Section id="restore" title="Restore">
        <p className="mb-4 max-w-2xl text-quiet">
          One row is put back as it stood. That is a change of its own, with your name and reason, and can be undone.
        </p>
        <ReasonForm action={restoreAction.bind(null, revision.id)}>
          {(before === null || isMoved('before')) && (
            <Button name="side" value="before">
              {before === null ? 'Take it away again' : 'Restore as before this change'}
            </Button>
          )}
          {isMoved('after') && (
            <Button name="side" value="after">
              Restore as after this change
            </Button>
          )}
        </ReasonForm>
      </Section>
    </>
  )
}
