import { countryName } from '@/lib/countries'
import type { Competition } from '@/lib/record'

/** "Fukuoka, Japan": as much of it as is known. */
export function venueText({ city, countryCode }: Pick<Competition, 'city' | 'countryCode'>): string {
  const land = countryCode ? countryName(countryCode) : null
  // A city state or territory is not named twice: "Hong Kong, Hong Kong".
  return [city, land === city ? null : land].filter(Boolean).join(', ')
}

/** The competition, leading to its own page. */
export function CompetitionLink({ competition }: { competition: Pick<Competition, 'slug' | 'name' | 'officialName'> }) {
  return (
    <a href={`/competitions/${competition.slug}`} title={competition.officialName ?? undefined}>
      {competition.name}
    </a>
  )
}
