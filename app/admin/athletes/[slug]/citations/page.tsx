import type { Metadata } from 'next'
import { plainText } from '@/lib/result-form'
import { requireEditor } from '@/server/session'
import { CitationsSheet } from '../../../citations/citations-sheet'

export const metadata: Metadata = { title: 'Sources of an athlete' }

export default async function AthleteCitationsPage({
  params,
  searchParams,
}: PageProps<'/admin/athletes/[slug]/citations'>) {
  const { slug } = await params
  const base = `/admin/athletes/${slug}/citations`
  await requireEditor(base)
  const { field } = await searchParams
  const chosen = plainText(typeof field === 'string' ? field : null)
  return <CitationsSheet owner={{ kind: 'athlete', key: slug }} base={base} chosen={chosen} />
}
