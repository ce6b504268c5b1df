import type { Metadata } from 'next'
import { Notice } from '@/components/form/notice'
import { PageHead } from '@/components/site/page-head'
import { requireEditor } from '@/server/accounts/session'
import { findProtections } from '@/server/protection/desk'
import { ProtectionList } from './protection-list'

export const metadata: Metadata = { title: 'Protected pages' }

export default async function ProtectedPage({ searchParams }: PageProps<'/admin/protect'>) {
  await requireEditor('/admin/protect')
  const { lifted } = await searchParams
  return (
    <>
      <PageHead
        title="Protected pages"
        remark="What contributors cannot propose to change. Protect a page from where you watch it."
      >
        <a href="/admin">Editing</a>
      </PageHead>
      {lifted !== undefined && (
        <Notice role="status" className="mb-6">
          <p>The protection was lifted.</p>
        </Notice>
      )}
      <ProtectionList protections={await findProtections()} />
    </>
  )
}
