import type { Metadata } from 'next'
import { citedFieldLabel } from '@/components/form/labels'
import { Hint } from '@/components/form/messages'
import { count } from '@/components/record/labels'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { Chip, Chips } from '@/components/ui/chip'
import { Lead } from '@/components/ui/lead'
import { requireEditor } from '@/server/accounts/session'
import { disputeSubject } from '@/server/assignments/assignments'
import { findAssignments } from '@/server/assignments/desk'
import { listDisputedFigures } from '@/server/sources/resolve-dispute'
import { AssignLine } from '../assign/assign-line'
import { DisputedFigures, type ListedDispute } from './disputed-figures'

export const metadata: Metadata = { title: 'Disputed figures' }

export default async function DisputesPage({ searchParams }: PageProps<'/admin/disputes'>) {
  const editor = await requireEditor('/admin/disputes')
  const isMine = (await searchParams).mine === '1'
  const { figures: found, hasMore } = await listDisputedFigures()
  const subjectOf = ({ owner, key }: (typeof found)[number]) => disputeSubject(`${owner.kind}/${owner.key}/${key}`)
  const assignments = await findAssignments(found.map(subjectOf))
  const figures = isMine ? found.filter((figure) => assignments.get(subjectOf(figure))?.userId === editor.id) : found
  const listed = figures.map(
    (figure): ListedDispute => ({
      ...figure,
      href: `/admin/disputes/${figure.owner.kind}/${figure.owner.key}/${encodeURIComponent(figure.key)}`,
      // What is resolved needs nobody, unless somebody has it still.
      assignment: (!figure.settled || assignments.has(subjectOf(figure))) && (
        <AssignLine
          subject={subjectOf(figure)}
          label={`${citedFieldLabel({ key: figure.key, part: { label: figure.label } })}, ${figure.title}`}
          assignment={assignments.get(subjectOf(figure))}
          me={editor.id}
          back={isMine ? '/admin/disputes?mine=1' : '/admin/disputes'}
        />
      ),
    }),
  )
  const open = listed.filter(({ settled }) => !settled)
  const settled = listed.filter(({ settled }) => settled)
  return (
    <>
      <PageHead title="Disputed figures" remark={`${open.length} to resolve, ${settled.length} resolved`}>
        <a href="/admin">Editing</a>
      </PageHead>
      <Chips className="mb-5">
        <Chip href="/admin/disputes" current={!isMine}>
          Everybody’s
        </Chip>
        <Chip href="/admin/disputes?mine=1" current={isMine}>
          Assigned to me
        </Chip>
      </Chips>
      <Section id="open" title="To resolve" remark={count(open.length, 'figure')}>
        {open.length === 0 ? (
          <Lead>{isMine ? 'Nothing is assigned to you.' : 'Wherever sources disagree, somebody has chosen.'}</Lead>
        ) : (
          <DisputedFigures figures={open} caption="Figures on which sources disagree, and nobody has chosen" />
        )}
      </Section>
      <Section id="settled" title="Settled" remark={count(settled.length, 'figure')}>
        {settled.length === 0 ? (
          <Lead>Nothing has been settled yet.</Lead>
        ) : (
          <DisputedFigures figures={settled} caption="Figures on which sources disagree, and the editors have chosen" />
        )}
      </Section>
      {hasMore && <Hint>There are more than this page reads: resolve some, and the rest come up.</Hint>}
    </>
  )
}
