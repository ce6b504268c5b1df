import type { Metadata } from 'next'
import { MergeThingsPage } from '@/app/admin/merge/merge-things-page'

export const metadata: Metadata = { title: 'Merge two competitions' }

export default async function MergeCompetitionsPage({
  params,
  searchParams,
}: PageProps<'/admin/competitions/[slug]/merge'>) {
  return <MergeThingsPage kind="competition" slug={(await params).slug} asked={(await searchParams).with} />
}
