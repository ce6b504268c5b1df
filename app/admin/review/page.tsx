import type { Metadata } from 'next'
import { count } from '@/components/record/labels'
import { ProposalList } from '@/components/review/proposal'
import { PageHead } from '@/components/site/page-head'
import { Lead } from '@/components/ui/lead'
import { requireEditor } from '@/server/accounts/session'
import { countQueue, findQueue } from '@/server/proposals/desk'

export const metadata: Metadata = { title: 'Review' }

/** What contributors have proposed and nobody has decided yet, the oldest first. */
export default async function ReviewPage() {
  await requireEditor('/admin/review')
  const [entries, all] = await Promise.all([findQueue(), countQueue()])
  return (
    <>
      <PageHead title="Review" remark={`${count(all, 'proposal')} of contributors, the oldest first`}>
        <a href="/admin">Editing</a>
      </PageHead>
      {entries.length === 0 ? (
        <Lead>Nothing waits for a review.</Lead>
      ) : (
        <ProposalList entries={entries} addressOf={(id) => `/admin/review/${id}`} word="Review" />
      )}
      {all > entries.length && (
        <p className="mt-4 text-quiet">and {count(all - entries.length, 'newer proposal')} after these.</p>
      )}
    </>
  )
}
