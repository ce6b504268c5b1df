import type { Metadata } from 'next'
import { Hint } from '@/components/form/messages'
import { count } from '@/components/record/labels'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { Lead } from '@/components/ui/lead'
import { requireEditor } from '@/server/accounts/session'
import { listDisputedFigures } from '@/server/sources/resolve-dispute'
import { DisputedFigures, type ListedDispute } from './disputed-figures'

export const metadata: Metadata = { title: 'Disputed figures' }

export default async function DisputesPage() {
  await requireEditor('/admin/disputes')
  const { figures, hasMore } = await listDisputedFigures()
  const listed = figures.map(
    (figure): ListedDispute => ({
      ...figure,
      href: `/admin/disputes/${figure.owner.kind}/${figure.owner.key}/${encodeURIComponent(figure.key)}`,
    }),
  )
  const open = listed.filter(({ settled }) => !settled)
  const settled = listed.filter(({ settled }) => settled)
  return (
    <>
      <PageHead title="Disputed figures" remark={`${open.length} to resolve, ${settled.length} resolved`}>
        <a href="/admin">Editing</a>
      </PageHead>
      <Section id="open" title="To resolve" remark={count(open.length, 'figure')}>
        {open.length === 0 ? (
          <Lead>Wherever sources disagree, somebody has chosen.</Lead>
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
