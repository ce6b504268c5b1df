import type { PartialDate } from '../sport/partial-date'
import type { Sex } from '../sport/performance'
import type { Claim } from './claim'
import type { ExternalId } from './external-id'
import type { Photo } from './photo'
import type { Result } from './result'
import type { Citation, Source } from './source'

export type NameOrder = 'GIVEN_FAMILY' | 'FAMILY_GIVEN' | 'PATRONYMIC_GIVEN'

export type AffiliationKind = 'CLUB' | 'CORPORATE_TEAM' | 'COACH' | 'SCHOOL' | 'SPONSOR'

export interface NameVariant {
  id: string
  text: string
  /** ISO 15924: Latn, Cyrl, Jpan … */
  script: string
  /** BCP 47: en, mn, ja … */
  language: string | null
  usedBy: string | null
  /** Names are shown in this order; those without one come last. */
  position: number | null
  citations: Citation[]
}

export interface Affiliation {
  id: string
  kind: AffiliationKind
  name: string
  place: string | null
  note: string | null
  startDate: PartialDate | null
  endDate: PartialDate | null
  citations: Citation[]
}

export interface Representation {
  id: string
  countryCode: string
  startDate: PartialDate | null
  endDate: PartialDate | null
}

export interface BiographyChapter {
  id: string
  position: number
  title: string
  /** Markdown; see lib/career/biography.ts for the bindings it may hold. */
  body: string
  language: string
  /** The chapter of the same athlete, in another language, that it is a translation of. */
  translationOfId: string | null
}

export interface Athlete {
  id: string
  slug: string
  displayName: string
  sortName: string
  nativeName: string | null
  nameOrder: NameOrder
  nickname: string | null
  sex: Sex
  birthDate: PartialDate | null
  deathDate: PartialDate | null
  birthPlace: string | null
  /** As World Athletics and the IOC write it: MGL, not MNG. */
  countryCode: string | null
  heightCm: number | null
  weightKg: number | null
  names: NameVariant[]
  affiliations: Affiliation[]
  representations: Representation[]
  chapters: BiographyChapter[]
  externalIds: ExternalId[]
  /** The newest first, which is the one shown. */
  photos: Photo[]
  citations: Citation[]
}

/** Everything the profile page, the open data and the CSV are made of. */
export interface AthleteRecord {
  athlete: Athlete
  /** Newest first; withdrawn ones left out. */
  results: Result[]
  /** What sources say of figures that are computed from the rest. */
  claims: Claim[]
  /** Every source cited anywhere in this record, in the order of their dates. */
  sources: Source[]
  /** The years of the known editions of each series the athlete entered: series slug to years, ascending. */
  editions: Record<string, number[]>
  /** ISO instant of the last accepted change, and its revision number. */
  updatedAt: string
  revision: number
}
