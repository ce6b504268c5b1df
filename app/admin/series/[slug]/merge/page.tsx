import type { Metadata } from 'next'
import { MergeThingsPage } from '@/app/admin/merge/merge-things-page'

export const metadata: Metadata = { title: 'Merge two series' }

export default async function MergeSeriesPage({ params, searchParams }: PageProps<'/admin/series/[slug]/merge'>) {
  return <MergeThingsPage kind="series" slug={(await params).slug} asked={(await searchParams).with} />
}
