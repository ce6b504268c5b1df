/** Records for tests: whole and valid, of which a test states only what it is about. */
import type { DisciplineSlug } from '../sport/disciplines'
import { parseMark } from '../sport/marks'
import type { PartialDate } from '../sport/partial-date'
import type { Athlete, AthleteRecord } from './athlete'
import type { Claim } from './claim'
import { type Competition, type Series, venueOf } from './competition'
import type { Place, RecordClaim, Result } from './result'
import type { Citation, Source } from './source'

let made = 0

/** Ids in the order of making, so that of two otherwise equal things the first made sorts first. */
function nextId(kind: string): string {
  made += 1
  return `${kind}-${String(made).padStart(6, '0')}`
}

/**
 * A road marathon on 7 December 2014, unless given otherwise. Value, precision, timing, wind and flags follow from the
 * mark, and the competition's year from the date, as they do in the database; where given, they stand.
 */
export function aResult(given: Partial<Result> = {}): Result {
  const slug = given.discipline ?? 'marathon'
  const date = given.date ?? '2014-12-07'
  const competition = given.competition ?? aCompetition({ year: Number(date.slice(0, 4)) })
  return {
    id: nextId('result'),
    version: 1,
    athleteId: 'athlete-1',
    team: null,
    members: [],
    discipline: slug,
    sex: 'M',
    ageGroup: null,
    paraClass: null,
    round: 'FINAL',
    raceNumber: null,
    mark: null,
    ...measured(given.mark ?? null, slug, date),
    status: null,
    date,
    countryCode: 'MGL',
    club: null,
    qualification: null,
    reactionTime: null,
    ruleBroken: null,
    implement: null,
    teamScore: null,
    certification: null,
    drop: null,
    separation: null,
    company: null,
    finishers: null,
    note: null,
    competition,
    venue: venueOf(competition),
    notBefore: null,
    notAfter: null,
    places: [],
    records: [],
    splits: [],
    attempts: [],
    publishedPlaces: [],
    citations: [],
    ...given,
  }
}

function measured(
  mark: string | null,
  slug: DisciplineSlug,
  date: PartialDate,
): Pick<Result, 'value' | 'precision' | 'timing' | 'wind' | 'flags'> {
  if (mark === null) return { value: null, precision: null, timing: null, wind: null, flags: [] }
  const parsed = parseMark(mark, slug, null, date)
  if (!parsed.ok) throw new Error(`A test gave a mark that is none: ${parsed.reason}`)
  const { value, precision, timing, wind, flags } = parsed
  return { value, precision, timing, wind, flags }
}

/** A road race of no series. */
export function aCompetition(given: Partial<Competition> = {}): Competition {
  const id = given.id ?? nextId('competition')
  return {
    id,
    slug: id,
    name: 'Fukuoka Marathon',
    officialName: null,
    year: 2014,
    startDate: null,
    endDate: null,
    city: 'Fukuoka',
    venue: null,
    countryCode: 'JPN',
    latitude: null,
    longitude: null,
    category: 'ROAD_RACE',
    series: null,
    inner: [],
    within: null,
    citations: [],
    ...given,
  }
}

/** The World Athletics Championships. */
export function aSeries(given: Partial<Series> = {}): Series {
  return {
    id: given.slug ?? 'world-championships',
    slug: 'world-championships',
    name: 'World Athletics Championships',
    category: 'WORLD_CHAMPIONSHIPS',
    ...given,
  }
}

/** The edition of a series that was held in a year, with the series' name and category. */
export function anEdition(series: Series, year: number): Competition {
  const slug = `${series.slug}-${year}`
  return aCompetition({ id: slug, slug, name: series.name, year, category: series.category, series })
}

/** First in the race, unless given otherwise. */
export function aPlace(given: Partial<Place> = {}): Place {
  return {
    id: nextId('place'),
    classification: 'overall',
    place: 1,
    tied: false,
    placeAsPublished: null,
    citations: [],
    ...given,
  }
}

/** A ratified national record of Mongolia. */
export function aRecordClaim(given: Partial<RecordClaim> = {}): RecordClaim {
  return {
    id: nextId('claim'),
    code: 'NR',
    scope: 'MGL',
    authority: null,
    state: 'RATIFIED',
    equalled: false,
    citations: [],
    ...given,
  }
}

export function aSource(given: Partial<Source> = {}): Source {
  const id = nextId('source')
  return {
    id,
    slug: given.slug ?? id,
    publication: 'Asahi Shimbun',
    title: 'A marathoner joins a corporate team',
    author: null,
    translator: null,
    date: '2014-01-30',
    language: 'en',
    url: null,
    accessed: null,
    ...given,
  }
}

/** An accepted citation of the mark that asserts nothing, unless given otherwise. */
export function aCitation(given: Partial<Citation> = {}): Citation {
  return {
    id: nextId('citation'),
    source: aSource(),
    locator: 'paragraph 1',
    field: 'mark',
    asserts: null,
    accepted: true,
    rejection: null,
    reason: null,
    ...given,
  }
}

/** That he was 33, in a source without a date, unless given otherwise. */
export function aClaim(given: Partial<Claim> = {}): Claim {
  return {
    id: nextId('claim'),
    source: aSource({ date: null }),
    locator: 'paragraph 1',
    kind: 'AGE_ON',
    resultId: null,
    otherId: null,
    seriesSlug: null,
    disciplineSlug: null,
    level: null,
    number: given.kind === undefined ? 33 : null,
    text: null,
    since: null,
    asOf: null,
    ...given,
  }
}

export function anAthlete(given: Partial<Athlete> = {}): Athlete {
  return {
    id: 'athlete-1',
    slug: 'ser-od-bat-ochir',
    displayName: 'Ser-Od Bat-Ochir',
    sortName: 'Ser-Od, Bat-Ochir',
    nativeName: 'Бат-Очирын Сэр-Од',
    nameOrder: 'PATRONYMIC_GIVEN',
    nickname: null,
    sex: 'M',
    birthDate: '1981-10-07',
    deathDate: null,
    birthPlace: 'Govi-Altai Province, Mongolia',
    countryCode: 'MGL',
    heightCm: null,
    weightKg: 60,
    names: [],
    affiliations: [],
    representations: [],
    chapters: [],
    externalIds: [],
    photos: [],
    citations: [],
    ...given,
  }
}

export function aRecord(given: Partial<AthleteRecord> = {}): AthleteRecord {
  return {
    athlete: anAthlete(),
    results: [],
    claims: [],
    sources: [],
    editions: {},
    updatedAt: '2025-01-01T00:00:00.000Z',
    revision: 1,
    ...given,
  }
}
