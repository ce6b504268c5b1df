import { permanentRedirect } from 'next/navigation'

/** Records are kept by country, and the countries have a list of their own. */
export default function RecordsPage() {
  permanentRedirect('/countries')
}
