import type { Category } from '../sport/championships'
import type { PartialDate } from '../sport/partial-date'
import type { Citation } from './source'

export interface Series {
  id: string
  slug: string
  name: string
  category: Category
}

/** A place on earth, as far as it is known. */
export interface Venue {
  city: string | null
  countryCode: string | null
  latitude: number | null
  longitude: number | null
}

/** A championship that was decided within another competition. */
export interface InnerChampionship {
  id: string
  slug: string
  name: string
  year: number
  category: Category
  series: Series | null
  /** What its places are called among those of the race: "asian-championship". */
  classification: string
}

export interface Competition extends Venue {
  id: string
  slug: string
  name: string
  /** "XXXII Olympiad, Tokyo 2020" and the like, where it differs from the name. */
  officialName: string | null
  /** The year in which it was held. */
  year: number
  startDate: PartialDate | null
  endDate: PartialDate | null
  venue: string | null
  category: Category
  series: Series | null
  /** The championships decided within it. */
  inner: InnerChampionship[]
  /** The competition within which it was decided, and its places there; null for most. */
  within: { slug: string; name: string; year: number; classification: string } | null
  citations: Citation[]
}

/** Only where something was, of whatever is known of it. */
export function venueOf({ city, countryCode, latitude, longitude }: Venue): Venue {
  return { city, countryCode, latitude, longitude }
}

/** Whether two things were in one town, or in one country where no town is known. */
export function isSameVenue(
  one: Pick<Venue, 'city' | 'countryCode'>,
  other: Pick<Venue, 'city' | 'countryCode'>,
): boolean {
  return one.city === other.city && one.countryCode === other.countryCode
}
