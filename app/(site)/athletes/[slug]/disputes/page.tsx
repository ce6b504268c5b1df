import { permanentRedirect } from 'next/navigation'
import { athleteAddress } from '@/lib/pages/athlete-pages'
import { pageAddress, parameter } from '@/lib/pages/page-address'

/** The disputed figures are on the page of sources now. */
export default async function DisputesPage({ params, searchParams }: PageProps<'/athletes/[slug]/disputes'>) {
  const { slug } = await params
  const query = await searchParams
  const state = { asOf: parameter(query, 'asOf'), revision: parameter(query, 'revision') }
  permanentRedirect(`${pageAddress(athleteAddress(slug, 'sources'), state)}#disputes`)
}
