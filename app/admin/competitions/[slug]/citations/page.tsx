import type { Metadata } from 'next'
import { plainText } from '@/lib/result-form'
import { requireEditor } from '@/server/session'
import { CitationsSheet } from '../../../citations/citations-sheet'

export const metadata: Metadata = { title: 'Sources of a competition' }

export default async function CompetitionCitationsPage({
  params,
  searchParams,
}: PageProps<'/admin/competitions/[slug]/citations'>) {
  const { slug } = await params
  const base = `/admin/competitions/${slug}/citations`
  await requireEditor(base)
  const { field } = await searchParams
  const chosen = plainText(typeof field === 'string' ? field : null)
  return <CitationsSheet owner={{ kind: 'competition', key: slug }} base={base} chosen={chosen} />
}
