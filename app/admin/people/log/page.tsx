import type { Metadata } from 'next'
import { PageHead } from '@/components/site/page-head'
import { LinkButton } from '@/components/ui/link-button'
import { findEvents } from '@/server/accounts/desk'
import { requireAdmin } from '@/server/accounts/session'
import { EventList } from './event-list'

export const metadata: Metadata = { title: 'Log' }

/** The audit log, a page at a time. */
export default async function LogPage({ searchParams }: PageProps<'/admin/people/log'>) {
  await requireAdmin('/admin/people/log')
  const { before } = await searchParams
  const isNumber = typeof before === 'string' && /^[1-9]\d{0,8}$/.test(before)
  const page = await findEvents(isNumber ? { before: Number(before) } : {})
  return (
    <>
      <PageHead
        title="Log of sign-ins and accounts"
        remark="Who was let in, who was not, and who changed whose account. Nobody can change or remove it."
      >
        <a href="/admin/people">People</a>
      </PageHead>
      <EventList entries={page.entries} />
      {page.before !== null && (
        <p className="mt-6">
          <LinkButton href={`/admin/people/log?before=${page.before}`}>Older</LinkButton>
        </p>
      )}
    </>
  )
}
