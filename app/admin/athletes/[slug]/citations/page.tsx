import type { Metadata } from 'next'
import { CitationsSheet } from '../../../citations/citations-sheet'

export const metadata: Metadata = { title: 'Sources of an athlete' }

export default async function AthleteCitationsPage({
  params,
  searchParams,
}: PageProps<'/admin/athletes/[slug]/citations'>) {
  const { slug } = await params
  const { field } = await searchParams
  const owner = { kind: 'athlete', key: slug } as const
  return <CitationsSheet owner={owner} base={`/admin/athletes/${slug}/citations`} asked={field} />
}
