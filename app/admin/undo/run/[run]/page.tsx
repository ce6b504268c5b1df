import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { refusalInWords } from '@/components/history/figure-words'
import { count } from '@/components/record/labels'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { Instant } from '@/components/ui/when'
import { findAccountUndo } from '@/server/account-undo/desk'
import { requireAdmin } from '@/server/accounts/session'
import { RuledList } from '../../../ruled-list'
import { continueAction } from '../../actions'
import { LeftFigures } from '../../left-figures'
import { ContinueForm } from './continue-form'

export const metadata: Metadata = { title: 'Undoing everything of an account' }

export default async function AccountUndoRunPage({ params }: PageProps<'/admin/undo/run/[run]'>) {
  const { run } = await params
  await requireAdmin(`/admin/undo/run/${encodeURIComponent(run)}`)
  const found = await findAccountUndo(run)
  if (!found) notFound()
  const { userId, name, by, reason, since, until, total, waiting, undone, left } = found
  return (
    <>
      <PageHead
        title={waiting > 0 ? `Undoing what ${name} did` : `What ${name} did is undone`}
        remark={
          <>
            From <Instant iso={since} /> until <Instant iso={until} />, by {by}: {reason}
          </>
        }
      >
        <a href={`/admin/undo/${userId}`}>Undo everything of {name}</a>
      </PageHead>
      <p role="status" className="mb-4">
        {count(total - waiting, 'change')} of {total} done: {undone.length} undone, {left.length} left as they are.
      </p>
      {waiting > 0 && (
        <>
          <progress
            className="mb-4 w-full max-w-xl"
            value={total - waiting}
            max={total}
            aria-label="How far it has come"
          />
          <ContinueForm action={continueAction} undoing={run} waiting={waiting} />
        </>
      )}
      {undone.length > 0 && (
        <Section id="undone" title="Undone" remark={String(undone.length)}>
          <RuledList>
            {undone.map((item) => (
              <li key={item.changeSetId}>
                <a href={`/changes/${item.changeSetId}`}>Change {item.changeSetId}</a>, by{' '}
                <a href={`/changes/${item.restoreId}`}>change {item.restoreId}</a>
                <LeftFigures left={item.left} label={`What stays of change ${item.changeSetId}`} />
              </li>
            ))}
          </RuledList>
        </Section>
      )}
      {left.length > 0 && (
        <Section id="left" title="Left as they are" remark={String(left.length)}>
          <RuledList>
            {left.map((item) => (
              <li key={item.changeSetId}>
                <a href={`/admin/changes/${item.changeSetId}`}>Change {item.changeSetId}</a>
                {item.refusal && item.left.length === 0 && <>: {refusalInWords(item.refusal, 'undo')}</>}
                <LeftFigures left={item.left} label={`What stays of change ${item.changeSetId}`} />
              </li>
            ))}
          </RuledList>
        </Section>
      )}
    </>
  )
}
