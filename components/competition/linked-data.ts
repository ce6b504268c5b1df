import type { Competition } from '@/lib/record/competition'
import { countryName } from '@/lib/sport/countries'

/** The competition as schema.org knows it; there is no class there for its results. */
export function competitionLinkedData(competition: Competition, origin: string): object {
  const { slug, name, officialName, startDate, endDate, city, venue, countryCode, series } = competition
  const address = `${origin}/competitions/${slug}`
  return {
    '@type': 'SportsEvent',
    '@id': address,
    url: address,
    name,
    alternateName: officialName ?? undefined,
    sport: 'Athletics',
    startDate: startDate?.replace('~', '') ?? String(competition.year),
    endDate: endDate?.replace('~', ''),
    superEvent: series
      ? { '@type': 'EventSeries', '@id': `${origin}/series/${series.slug}`, name: series.name }
      : undefined,
    location:
      city || countryCode
        ? {
            '@type': 'Place',
            name: venue ?? city ?? countryName(countryCode),
            address: {
              '@type': 'PostalAddress',
              addressLocality: city ?? undefined,
              addressCountry: countryCode ? countryName(countryCode) : undefined,
            },
          }
        : undefined,
  }
}
