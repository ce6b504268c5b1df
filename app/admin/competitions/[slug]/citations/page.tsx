import type { Metadata } from 'next'
import { followMergedThing } from '@/server/merging/former-address'
import { CitationsSheet } from '../../../citations/citations-sheet'

export const metadata: Metadata = { title: 'Sources of a competition' }

export default async function CompetitionCitationsPage({
  params,
  searchParams,
}: PageProps<'/admin/competitions/[slug]/citations'>) {
  const { slug } = await params
  const { field } = await searchParams
  await followMergedThing('competitions', slug, { addressOf: (other) => `/admin/competitions/${other}/citations` })
  const owner = { kind: 'competition', key: slug } as const
  return <CitationsSheet owner={owner} base={`/admin/competitions/${slug}/citations`} asked={field} />
}
