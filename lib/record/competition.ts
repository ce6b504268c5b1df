import type { Category } from '../sport/championships'
import type { PartialDate } from '../sport/partial-date'
import type { Citation } from './source'

export interface Series {
  id: string
  slug: string
  name: string
  category: Category
}

export interface Competition {
  id: string
  slug: string
  name: string
  /** "XXXII Olympiad, Tokyo 2020" and the like, where it differs from the name. */
  officialName: string | null
  /** The year in which it was held. */
  year: number
  startDate: PartialDate | null
  endDate: PartialDate | null
  city: string | null
  venue: string | null
  countryCode: string | null
  latitude: number | null
  longitude: number | null
  category: Category
  series: Series | null
  citations: Citation[]
}
