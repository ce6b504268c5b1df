import type { Competition } from '@/lib/record/competition'
import { countryName } from '@/lib/sport/countries'
import { CountryLink } from './links'

/** "Fukuoka, Japan": as much of it as is known. */
export function venueText({ city, countryCode }: Pick<Competition, 'city' | 'countryCode'>): string {
  const land = countryCode ? countryName(countryCode) : null
  // A city state or territory is not named twice: "Hong Kong, Hong Kong".
  return [city, land === city ? null : land].filter(Boolean).join(', ')
}

/** The competition, leading to its own page. */
export function CompetitionLink({
  competition,
}: {
  competition: Pick<Competition, 'slug' | 'name'> & { officialName?: string | null }
}) {
  return (
    <a href={`/competitions/${competition.slug}`} title={competition.officialName ?? undefined}>
      {competition.name}
    </a>
  )
}

/** "Fukuoka, Japan" with the country leading to its page. A city state or territory is not named twice. */
export function Venue({ of: { city, countryCode } }: { of: Pick<Competition, 'city' | 'countryCode'> }) {
  const land = countryCode ? countryName(countryCode) : null
  const town = land === city ? null : city
  return (
    <span className="venue">
      {town}
      {town && countryCode && ', '}
      {countryCode && <CountryLink code={countryCode} />}
    </span>
  )
}

/** The same as text alone, where the row leads to its result. */
export function VenueText({ of }: { of: Pick<Competition, 'city' | 'countryCode'> }) {
  return <span className="venue">{venueText(of)}</span>
}
