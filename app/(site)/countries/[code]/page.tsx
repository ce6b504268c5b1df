import { notFound, permanentRedirect } from 'next/navigation'
import { countryAddress } from '@/components/record/links'

/** A country's page is that of its records. */
export default async function CountryPage({ params }: PageProps<'/countries/[code]'>) {
  const code = (await params).code.toUpperCase()
  if (!/^[A-Z]{3}$/.test(code)) notFound()
  permanentRedirect(countryAddress(code))
}
