import type { Metadata } from 'next'
import { Notice } from '@/components/form/notice'
import { HistoryItem } from '@/components/history/entry'
import { PageHead } from '@/components/site/page-head'
import { Lead } from '@/components/ui/lead'
import { LinkButton } from '@/components/ui/link-button'
import { EVERY_CHANGE, parseBefore } from '@/lib/pages/change-filter'
import { parameter } from '@/lib/pages/page-address'
import { requireEditor } from '@/server/accounts/session'
import { getChanges } from '@/server/history/changes'
import { rowNumber } from '../row-number'
import { PatrolForm } from './patrol-form'

export const metadata: Metadata = { title: 'Patrol' }

/** What nobody but its author has looked at, each with one button to say that somebody has. */
export default async function PatrolPage({ searchParams }: PageProps<'/admin/patrol'>) {
  const editor = await requireEditor('/admin/patrol')
  const parameters = await searchParams
  const before = parseBefore(parameters)
  const marked = rowNumber(parameter(parameters, 'marked') ?? '')
  const list = await getChanges({ ...EVERY_CHANGE, isUnpatrolled: true }, before)
  const { entries, next } = list ?? { entries: [], next: null }
  const others = entries.filter(({ authorId }) => authorId !== editor.id)
  return (
    <>
      <PageHead title="Patrol" remark="Changes of others that nobody but their author has looked at, newest first.">
        <a href="/admin">Editing</a>
      </PageHead>
      {marked !== null && (
        <Notice role="status" className="mb-6">
          <p>
            <a href={`/admin/patrol/${marked}`}>Change {marked}</a> is marked as patrolled.
          </p>
        </Notice>
      )}
      {others.length === 0 && (
        <Lead>{next === null ? 'Somebody has looked at everything.' : 'None here; older ones may be waiting.'}</Lead>
      )}
      {others.map((entry) => (
        <div key={entry.id}>
          <HistoryItem entry={entry} desk={false} />
          <PatrolForm change={entry.id} />
        </div>
      ))}
      {next !== null && (
        <p className="mt-6">
          <LinkButton href={`/admin/patrol?before=${next}`} rel="next">
            Older changes
          </LinkButton>
        </p>
      )}
    </>
  )
}
