import type { Metadata } from 'next'
import { plainText } from '@/lib/result-form'
import { requireEditor } from '@/server/session'
import { CitationsSheet } from '../../../citations/citations-sheet'

export const metadata: Metadata = { title: 'Sources of a result' }

export default async function ResultCitationsPage({
  params,
  searchParams,
}: PageProps<'/admin/results/[id]/citations'>) {
  const { id } = await params
  const base = `/admin/results/${id}/citations`
  await requireEditor(base)
  const { field } = await searchParams
  const chosen = plainText(typeof field === 'string' ? field : null)
  return <CitationsSheet owner={{ kind: 'result', key: id }} base={base} chosen={chosen} />
}
