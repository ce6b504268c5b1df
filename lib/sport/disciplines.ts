/**
 * The disciplines and the rules that go with each. Surface is kept apart from distance, so 10,000 m on the track and
 * 10K on the road never share a list (DOMAIN.md, rule 13).
 */
export type Unit = 'MILLISECOND' | 'MILLIMETRE' | 'POINT'
export type Surface = 'TRACK' | 'ROAD' | 'FIELD' | 'COMBINED' | 'CROSS_COUNTRY' | 'MOUNTAIN_TRAIL'

export interface Discipline {
  slug: DisciplineSlug
  /** As the field writes it: "10,000 m", "10K road". */
  name: string
  surface: Surface
  unit: Unit
  /** Length of the race in millimetres; null for field events, combined events and races of no fixed length. */
  distance: number | null
  /** How long a race lasts whose result is the distance covered, in milliseconds; null for all others. */
  duration: number | null
  /** Whether a following wind above +2.0 m/s makes a mark ineligible for lists and records. */
  windSensitive: boolean
  /** The finest step in which marks are published, in the unit: 1000 = whole seconds, 10 = 0.01 s or 1 cm. */
  precision: number
  /**
   * No mark is a smaller number than `least` or a larger one than `most`, in the unit. The better end lies somewhat
   * beyond the world record of either sex, so that wind, downhill courses and the years to come fit in; the other is
   * generous to the slowest.
   */
  plausible: { least: number; most: number }
  /** Whether teams run it, their members a leg each. */
  isRelay: boolean
  /** How many legs it has; null where that is not fixed, or it is no relay. */
  legs: number | null
}

type Rules = Omit<Discipline, 'slug'>
type Plausible = Discipline['plausible']

const METRE = 1000
const seconds = (s: number) => Math.round(s * 1000)
const minutes = (m: number, s = 0) => seconds(m * 60 + s)
const hours = (h: number, m = 0, s = 0) => minutes(h * 60 + m, s)

const WIND_SENSITIVE = true
const INDIVIDUAL = { duration: null, isRelay: false, legs: null }

/** Photo-finish times of track races up to 10,000 m are read to 0.01 s (World Athletics, Technical Rule 19). */
function track(name: string, metres: number, plausible: Plausible, windSensitive = false): Rules {
  const distance = Math.round(metres * METRE)
  return {
    name,
    surface: 'TRACK',
    unit: 'MILLISECOND',
    distance,
    windSensitive,
    precision: 10,
    plausible,
    ...INDIVIDUAL,
  }
}

/** Relays on the track have four legs, in a medley of different lengths (World Athletics, Technical Rule 24.1). */
function relay(name: string, legMetres: number | readonly number[], plausible: Plausible): Rules {
  const metres = typeof legMetres === 'number' ? 4 * legMetres : legMetres.reduce((sum, leg) => sum + leg, 0)
  return { ...track(name, metres, plausible), isRelay: true, legs: 4 }
}

/** Times of races held outside the stadium are rounded up to the whole second (World Athletics, Technical Rule 19). */
function road(name: string, metres: number | null, plausible: Plausible, precision = 1000): Rules {
  const distance = metres && Math.round(metres * METRE)
  return {
    name,
    surface: 'ROAD',
    unit: 'MILLISECOND',
    distance,
    windSensitive: false,
    precision,
    plausible,
    ...INDIVIDUAL,
  }
}

/** Heights and lengths are measured to the whole centimetre; the longest possible one is given in metres. */
function field(name: string, metres: number, windSensitive = false): Rules {
  const plausible = { least: 0.3 * METRE, most: metres * METRE }
  return {
    name,
    surface: 'FIELD',
    unit: 'MILLIMETRE',
    distance: null,
    windSensitive,
    precision: 10,
    plausible,
    ...INDIVIDUAL,
  }
}

/** A race of a fixed time, whose mark is the distance covered, measured to the metre. */
function timed(name: string, surface: Surface, lasting: number, kilometres: number): Rules {
  const plausible = { least: METRE * METRE, most: kilometres * METRE * METRE }
  return { ...field(name, 1), surface, duration: lasting, precision: METRE, plausible }
}

/** Wind is judged in each event of a combined event, so the score itself has no wind. */
function combined(name: string, most: number): Rules {
  const plausible = { least: 1, most }
  return {
    name,
    surface: 'COMBINED',
    unit: 'POINT',
    distance: null,
    windSensitive: false,
    precision: 1,
    plausible,
    ...INDIVIDUAL,
  }
}

const MILE = 1609.344
const HALF_MARATHON = 21_097.5
const MARATHON = 42_195

/** In the order in which lists are printed. The slugs are our own: federations use one code for track and road. */
const TABLE = {
  '60-metres': track('60 m', 60, { least: seconds(6.2), most: minutes(1) }),
  '100-metres': track('100 m', 100, { least: seconds(9.4), most: minutes(2) }, WIND_SENSITIVE),
  '200-metres': track('200 m', 200, { least: seconds(18.8), most: minutes(4) }, WIND_SENSITIVE),
  '300-metres': track('300 m', 300, { least: seconds(29.5), most: minutes(6) }),
  '400-metres': track('400 m', 400, { least: seconds(42), most: minutes(8) }),
  '600-metres': track('600 m', 600, { least: minutes(1, 10), most: minutes(12) }),
  '800-metres': track('800 m', 800, { least: minutes(1, 38), most: minutes(15) }),
  '1000-metres': track('1000 m', 1000, { least: minutes(2, 8), most: minutes(20) }),
  '1500-metres': track('1500 m', 1500, { least: minutes(3, 20), most: minutes(30) }),
  mile: track('Mile', MILE, { least: minutes(3, 36), most: minutes(30) }),
  '2000-metres': track('2000 m', 2000, { least: minutes(4, 34), most: minutes(40) }),
  '3000-metres': track('3000 m', 3000, { least: minutes(7, 5), most: hours(1) }),
  '2-miles': track('2 miles', 2 * MILE, { least: minutes(7, 40), most: hours(1) }),
  '5000-metres': track('5000 m', 5000, { least: minutes(12, 15), most: hours(2) }),
  '10000-metres': track('10,000 m', 10_000, { least: minutes(25, 30), most: hours(4) }),
  'one-hour': timed('One hour', 'TRACK', hours(1), 22),
  '60-metres-hurdles': track('60 m hurdles', 60, { least: seconds(7.05), most: minutes(1) }),
  '100-metres-hurdles': track('100 m hurdles', 100, { least: seconds(11.8), most: minutes(2) }, WIND_SENSITIVE),
  '110-metres-hurdles': track('110 m hurdles', 110, { least: seconds(12.5), most: minutes(2) }, WIND_SENSITIVE),
  '300-metres-hurdles': track('300 m hurdles', 300, { least: seconds(32), most: minutes(6) }),
  '400-metres-hurdles': track('400 m hurdles', 400, { least: seconds(45), most: minutes(8) }),
  '2000-metres-steeplechase': track('2000 m steeplechase', 2000, { least: minutes(5), most: minutes(40) }),
  '3000-metres-steeplechase': track('3000 m steeplechase', 3000, { least: minutes(7, 40), most: hours(1) }),
  '4x100-metres-relay': relay('4 × 100 m relay', 100, { least: seconds(36), most: minutes(4) }),
  'mixed-4x100-metres-relay': relay('Mixed 4 × 100 m relay', 100, { least: seconds(39), most: minutes(4) }),
  '4x200-metres-relay': relay('4 × 200 m relay', 200, { least: minutes(1, 16), most: minutes(8) }),
  '4x400-metres-relay': relay('4 × 400 m relay', 400, { least: minutes(2, 50), most: minutes(20) }),
  'mixed-4x400-metres-relay': relay('Mixed 4 × 400 m relay', 400, { least: minutes(3, 2), most: minutes(20) }),
  '4x800-metres-relay': relay('4 × 800 m relay', 800, { least: minutes(6, 52), most: hours(1) }),
  '4x1500-metres-relay': relay('4 × 1500 m relay', 1500, { least: minutes(14), most: hours(2) }),
  'swedish-medley-relay': relay('Medley relay 100-200-300-400 m', [100, 200, 300, 400], {
    least: minutes(1, 46),
    most: minutes(15),
  }),
  'sprint-medley-relay': relay('Sprint medley relay 200-200-400-800 m', [200, 200, 400, 800], {
    least: minutes(3, 6),
    most: minutes(25),
  }),
  'distance-medley-relay': relay('Distance medley relay 1200-400-800-1600 m', [1200, 400, 800, 1600], {
    least: minutes(9),
    most: hours(1),
  }),
  '3000-metres-race-walk': track('3000 m race walk', 3000, { least: minutes(10), most: hours(1) }),
  '5000-metres-race-walk': track('5000 m race walk', 5000, { least: minutes(17, 30), most: hours(2) }),
  '10000-metres-race-walk': track('10,000 m race walk', 10_000, { least: minutes(36, 30), most: hours(4) }),
  '20000-metres-race-walk': track('20,000 m race walk', 20_000, { least: hours(1, 14), most: hours(9) }),
  '50000-metres-race-walk': track('50,000 m race walk', 50_000, { least: hours(3, 27), most: hours(24) }),

  // Unlike other road races, the road mile is timed more finely than the second.
  'mile-road': road('Road mile', MILE, { least: minutes(3, 20), most: hours(1) }, 10),
  '5k-road': road('5K road', 5000, { least: minutes(12, 25), most: hours(3) }),
  '10k-road': road('10K road', 10_000, { least: minutes(25, 40), most: hours(5) }),
  '15k-road': road('15K road', 15_000, { least: minutes(38, 30), most: hours(7) }),
  '10-miles-road': road('10 miles road', 10 * MILE, { least: minutes(42), most: hours(8) }),
  '20k-road': road('20K road', 20_000, { least: minutes(52, 30), most: hours(9) }),
  'half-marathon': road('Half marathon', HALF_MARATHON, { least: minutes(55), most: hours(12) }),
  '25k-road': road('25K road', 25_000, { least: hours(1, 8), most: hours(14) }),
  '30k-road': road('30K road', 30_000, { least: hours(1, 22), most: hours(16) }),
  marathon: road('Marathon', MARATHON, { least: hours(1, 57), most: hours(24) }),
  '50k-road': road('50K road', 50_000, { least: hours(2, 30), most: hours(24) }),
  '100k-road': road('100K road', 100_000, { least: hours(5, 40), most: hours(36) }),
  '100-miles-road': road('100 miles road', 100 * MILE, { least: hours(10, 15), most: hours(72) }),
  '24-hours': timed('24 hours', 'ROAD', hours(24), 340),
  'road-relay': { ...road('Road relay', null, { least: minutes(5), most: hours(72) }), isRelay: true },
  '10k-race-walk': road('10 km race walk', 10_000, { least: minutes(36), most: hours(5) }),
  '20k-race-walk': road('20 km race walk', 20_000, { least: hours(1, 13), most: hours(9) }),
  'half-marathon-race-walk': road('Half marathon race walk', HALF_MARATHON, { least: hours(1, 17), most: hours(12) }),
  '35k-race-walk': road('35 km race walk', 35_000, { least: hours(2, 15), most: hours(18) }),
  'marathon-race-walk': road('Marathon race walk', MARATHON, { least: hours(2, 42), most: hours(24) }),
  '50k-race-walk': road('50 km race walk', 50_000, { least: hours(3, 24), most: hours(24) }),
  'cross-country': { ...road('Cross country', null, { least: minutes(3), most: hours(6) }), surface: 'CROSS_COUNTRY' },
  'mountain-race': {
    ...road('Mountain race', null, { least: minutes(8), most: hours(24) }),
    surface: 'MOUNTAIN_TRAIL',
  },
  'trail-race': { ...road('Trail race', null, { least: minutes(8), most: hours(250) }), surface: 'MOUNTAIN_TRAIL' },

  'high-jump': field('High jump', 2.6),
  'pole-vault': field('Pole vault', 6.7),
  'long-jump': field('Long jump', 9.4, WIND_SENSITIVE),
  'triple-jump': field('Triple jump', 19, WIND_SENSITIVE),
  'shot-put': field('Shot put', 28),
  'discus-throw': field('Discus throw', 85),
  'hammer-throw': field('Hammer throw', 95),
  'javelin-throw': field('Javelin throw', 110),
  'club-throw': field('Club throw', 50),

  pentathlon: combined('Pentathlon', 5600),
  heptathlon: combined('Heptathlon', 7800),
  'heptathlon-short-track': combined('Heptathlon (short track)', 7200),
  decathlon: combined('Decathlon', 9700),
} as const satisfies Record<string, Rules>

export type DisciplineSlug = keyof typeof TABLE

export function isDisciplineSlug(slug: string): slug is DisciplineSlug {
  return Object.hasOwn(TABLE, slug)
}

/** Every discipline, in the order in which lists are printed. */
export const DISCIPLINES: readonly Discipline[] = Object.keys(TABLE)
  .filter(isDisciplineSlug)
  .map((slug) => ({ slug, ...TABLE[slug] }))

const bySlug = new Map(DISCIPLINES.map((discipline) => [discipline.slug, discipline]))

/**
 * The rules of a discipline. For a slug that got past the type, that of a later version for instance, a stand-in that is
 * called by the slug, so that a page which only names it can be shown: what computes with rules, asks `isDisciplineSlug`.
 */
export function discipline(slug: DisciplineSlug): Discipline {
  return bySlug.get(slug) ?? { slug, ...track(slug, 0, { least: 1, most: hours(100) }), distance: null }
}
