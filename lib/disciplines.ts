/**
 * The disciplines and the rules that go with each. Surface is kept apart from distance, so 10,000 m on the track and
 * 10K on the road never share a list (DOMAIN.md, rule 13).
 */
import type { Unit } from './record'

export type Surface = 'TRACK' | 'ROAD' | 'FIELD' | 'COMBINED' | 'CROSS_COUNTRY'

export interface Discipline {
  slug: DisciplineSlug
  /** As the field writes it: "10,000 m", "10K road". */
  name: string
  surface: Surface
  unit: Unit
  /** Length of the race in millimetres; null for field events, combined events and relays of no fixed length. */
  distance: number | null
  /** Whether a following wind above +2.0 m/s makes a mark ineligible for lists and records. */
  windSensitive: boolean
  /** The finest step in which marks are published, in the unit: 1000 = whole seconds, 10 = 0.01 s or 1 cm. */
  precision: number
  /** Marks better than `least` or worse than `most` cannot be, in the unit. */
  plausible: { least: number; most: number }
}
