import type { Metadata } from 'next'
import { MergeThingsPage } from '@/app/admin/merge/merge-things-page'

export const metadata: Metadata = { title: 'Merge two sources' }

export default async function MergeSourcesPage({ params, searchParams }: PageProps<'/admin/sources/[slug]/merge'>) {
  return <MergeThingsPage kind="source" slug={(await params).slug} asked={(await searchParams).with} />
}
