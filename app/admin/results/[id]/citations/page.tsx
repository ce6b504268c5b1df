import type { Metadata } from 'next'
import { CitationsSheet } from '../../../citations/citations-sheet'

export const metadata: Metadata = { title: 'Sources of a result' }

export default async function ResultCitationsPage({
  params,
  searchParams,
}: PageProps<'/admin/results/[id]/citations'>) {
  const { id } = await params
  const { field } = await searchParams
  const owner = { kind: 'result', key: id } as const
  return <CitationsSheet owner={owner} base={`/admin/results/${id}/citations`} asked={field} />
}
