/**
 * From database rows to the domain types of lib/record: the one place where the two meet. Withdrawn rows are left
 * out by the queries below, so that nothing above has to remember it; the order of things is made here too, so that a
 * record put together from the history is the same to the letter.
 */

import type { Affiliation, Athlete, BiographyChapter, NameVariant, Representation } from '@/lib/record/athlete'
import type { Claim } from '@/lib/record/claim'
import { type Competition, type InnerChampionship, type Series, type Venue, venueOf } from '@/lib/record/competition'
import { AUTHORITIES, type ExternalId } from '@/lib/record/external-id'
import type { Photo } from '@/lib/record/photo'
import type { Place, RecordClaim, Result } from '@/lib/record/result'
import type { Citation, Source } from '@/lib/record/source'
import { type DisciplineSlug, isDisciplineSlug } from '@/lib/sport/disciplines'
import { dateHeld } from '@/lib/sport/partial-date'
import type { Prisma } from '@/prisma/client'

const present = { withdrawn: false }

const citations = {
  where: present,
  include: { source: true },
} satisfies Prisma.CitationFindManyArgs

/** What is loaded with a competition. */
export const competitionRows = {
  include: {
    series: true,
    within: { select: { slug: true, name: true, year: true, withdrawn: true } },
    inner: { where: present, include: { series: true } },
    citations,
  },
} satisfies Prisma.CompetitionDefaultArgs

/** What is loaded with a result. */
export const resultRows = {
  include: {
    race: { include: { event: { include: { competition: competitionRows } } } },
    places: { where: present, include: { citations } },
    records: { where: present, include: { citations } },
    members: { where: present, include: { athlete: true } },
    splits: { where: present },
    attempts: { where: present },
    publishedPlaces: { where: present, include: { source: true } },
    citations,
  },
} satisfies Prisma.ResultDefaultArgs

/** What is loaded of a picture's bytes: none. */
export const pictureSize = { select: { id: true, width: true, height: true } } satisfies Prisma.PhotoFileDefaultArgs

/** What is loaded with an athlete, without results. */
export const athleteRows = {
  include: {
    names: { where: present, include: { citations } },
    affiliations: { where: present, include: { citations } },
    representations: { where: present },
    chapters: { where: present },
    externalIds: { where: present },
    photos: { where: present, include: { file: pictureSize } },
    claims: { where: present, include: { source: true } },
    citations,
  },
} satisfies Prisma.AthleteDefaultArgs

type CitationRow = Prisma.CitationGetPayload<typeof citations>
type CompetitionRow = Prisma.CompetitionGetPayload<typeof competitionRows>
export type ResultRow = Prisma.ResultGetPayload<typeof resultRows>
export type AthleteRow = Prisma.AthleteGetPayload<typeof athleteRows>

export function toSource(row: Source): Source {
  const { id, slug, publication, title, author, translator, date, language, url, accessed } = row
  return { id, slug, publication, title, author, translator, date, language, url, accessed }
}

function toCitation(row: CitationRow): Citation {
  const { id, locator, field, asserts, accepted, rejection, reason } = row
  return { id, source: toSource(row.source), locator, field, asserts, accepted, rejection, reason }
}

/** Accepted ones first, then the older source, then by their position in the source. */
function toCitations(rows: CitationRow[]): Citation[] {
  const order = ({ accepted, source, locator, field, id }: Citation) =>
    [accepted ? '0' : '1', source.date ?? '9999', source.slug, locator, field, id].join('\n')
  return sorted(rows.map(toCitation), order)
}

function sorted<T>(items: T[], order: (item: T) => string): T[] {
  return [...items].sort((a, b) => {
    const [one, other] = [order(a), order(b)]
    return one < other ? -1 : one > other ? 1 : 0
  })
}

function toSeries({ id, slug, name, category }: Series): Series {
  return { id, slug, name, category }
}

export function toCompetition(row: CompetitionRow): Competition {
  const { id, slug, name, officialName, year, startDate, endDate, city, venue, countryCode, latitude, longitude } = row
  return {
    id,
    slug,
    name,
    officialName,
    year,
    startDate,
    endDate,
    city,
    venue,
    countryCode,
    latitude,
    longitude,
    category: row.category,
    series: row.series && toSeries(row.series),
    inner: sorted(row.inner, ({ classification, id }) => `${classification}\n${id}`).flatMap(toInner),
    within: withinOf(row),
    citations: toCitations(row.citations),
  }
}

function toInner(row: CompetitionRow['inner'][number]): InnerChampionship[] {
  const { id, slug, name, year, category, classification, series } = row
  return classification === null
    ? []
    : [{ id, slug, name, year, category, classification, series: series && toSeries(series) }]
}

function withinOf({ within, classification }: CompetitionRow): Competition['within'] {
  if (!within || within.withdrawn || classification === null) return null
  const { slug, name, year } = within
  return { slug, name, year, classification }
}

/** The race's own town and country where either is known, else its competition's. */
function venueOfRace(race: Venue, competition: Venue): Venue {
  if (race.city == null && race.countryCode == null) return venueOf(competition)
  const own = { city: race.city ?? null, countryCode: race.countryCode ?? null }
  return { ...own, latitude: race.latitude ?? null, longitude: race.longitude ?? null }
}

function toPlace(row: ResultRow['places'][number]): Place {
  const { id, classification, place, tied, placeAsPublished } = row
  return { id, classification, place, tied, placeAsPublished, citations: toCitations(row.citations) }
}

function toRecordClaim(row: ResultRow['records'][number]): RecordClaim {
  const { id, code, scope, authority, state, equalled } = row
  return { id, code, scope, authority, state, equalled, citations: toCitations(row.citations) }
}

/** Those of disciplines whose rules are known: no best, list or finding could be computed from any other. */
export function toResults(rows: readonly ResultRow[]): Result[] {
  return rows.filter(({ race }) => isDisciplineSlug(race.event.disciplineSlug)).map(toResult)
}

/** A single result, whatever its discipline: see `discipline` for one that is not known. */
export function toResult(row: ResultRow): Result {
  const { race } = row
  const { event } = race
  const { competition } = event
  return {
    id: row.id,
    version: row.version,
    athleteId: row.athleteId,
    team: row.team,
    members: sorted(row.members, ({ leg, id }) => `${String(leg ?? 99).padStart(3, '0')}\n${id}`).map(
      ({ athlete, leg }) => ({
        athleteId: athlete.id,
        slug: athlete.slug,
        name: athlete.displayName,
        leg,
      }),
    ),
    discipline: event.disciplineSlug as DisciplineSlug,
    sex: event.sex,
    ageGroup: event.ageGroup,
    paraClass: event.paraClass,
    round: race.round,
    raceNumber: race.number,
    mark: row.mark,
    value: row.value,
    precision: row.precision,
    timing: row.timing,
    status: row.status,
    wind: row.wind ?? race.wind,
    date: row.date ?? race.date ?? dateHeld(competition),
    countryCode: row.countryCode,
    club: row.club,
    flags: row.flags,
    qualification: row.qualification,
    // What an older state of the record does not know of is not known.
    reactionTime: row.reactionTime ?? null,
    ruleBroken: row.ruleBroken ?? null,
    implement: row.implement ?? null,
    teamScore: row.teamScore ?? null,
    certification: race.certification ?? null,
    drop: race.drop ?? null,
    separation: race.separation ?? null,
    company: race.company ?? null,
    finishers: race.finishers ?? null,
    note: row.note,
    competition: toCompetition(competition),
    venue: venueOfRace(race, competition),
    // An older state of the record knows of no bounds.
    notBefore: race.notBefore ?? null,
    notAfter: race.notAfter ?? null,
    places: sorted(row.places, ({ classification }) => classification).map(toPlace),
    records: sorted(row.records, ({ code, id }) => `${code}\n${id}`).map(toRecordClaim),
    splits: row.splits
      .map(({ id, distance, value }) => ({ id, distance, value }))
      .sort((a, b) => a.distance - b.distance),
    attempts: row.attempts
      .map(({ id, number, height, outcome, value, wind }) => ({ id, number, height, outcome, value, wind }))
      .sort((a, b) => (a.height ?? 0) - (b.height ?? 0) || a.number - b.number),
    publishedPlaces: sorted(row.publishedPlaces, ({ publishedOn, id }) => `${publishedOn ?? ''}\n${id}`).map(
      ({ id, classification, place, publishedOn, source, locator }) => {
        return { id, classification, place, publishedOn, source: source && toSource(source), locator }
      },
    ),
    citations: toCitations(row.citations),
  }
}

/**
 * What sources claim of an athlete, by the sources' dates, then by position in the source. Claims of a discipline whose
 * rules are not known are left out.
 */
export function toClaims({ claims }: AthleteRow): Claim[] {
  const order = ({ source, locator, kind, id }: Claim) =>
    [source.date ?? '9999', source.slug, locator, kind, id].join('\n')
  return sorted(
    claims.flatMap(({ source, disciplineSlug, ...row }): Claim[] => {
      const { id, locator, kind, resultId, seriesSlug, level, number, text, since, asOf } = row
      // A row of the past may be of before the column.
      const otherId = row.otherId ?? null
      if (disciplineSlug !== null && !isDisciplineSlug(disciplineSlug)) return []
      const about = { resultId, otherId, seriesSlug, disciplineSlug, level }
      return [{ id, source: toSource(source), locator, kind, ...about, number, text, since, asOf }]
    }),
    order,
  )
}

function toPhoto(row: AthleteRow['photos'][number]): Photo {
  const { id, fileId, author, licence, sourceUrl, caption, takenOn } = row
  const { width, height } = row.file
  return { id, fileId, width, height, author, licence, sourceUrl, caption, takenOn }
}

/** A position as text that sorts; none is the last. Rows of the history may be older than the column. */
function inOrder(position: number | null | undefined): string {
  return String(position ?? 9999).padStart(4, '0')
}

export function toAthlete(row: AthleteRow): Athlete {
  const { id, slug, displayName, sortName, nativeName, nameOrder, nickname, sex } = row
  const { birthDate, deathDate, birthPlace, countryCode, heightCm, weightKg } = row
  return {
    id,
    slug,
    displayName,
    sortName,
    nativeName,
    nameOrder,
    nickname,
    sex,
    birthDate,
    deathDate,
    birthPlace,
    countryCode,
    heightCm,
    weightKg,
    names: sorted(row.names, ({ position, script, text }) => `${inOrder(position)}\n${script}\n${text}`).map(
      ({ id, text, script, language, usedBy, position, citations }): NameVariant => ({
        id,
        text,
        script,
        language,
        usedBy,
        position: position ?? null,
        citations: toCitations(citations),
      }),
    ),
    affiliations: sorted(row.affiliations, ({ startDate, name }) => `${startDate ?? '9999'}\n${name}`).map(
      ({ id, kind, name, place, note, startDate, endDate, citations }): Affiliation => ({
        id,
        kind,
        name,
        place,
        note,
        startDate,
        endDate,
        citations: toCitations(citations),
      }),
    ),
    representations: sorted(
      row.representations,
      ({ startDate, countryCode }) => `${startDate ?? ''}\n${countryCode}`,
    ).map(({ id, countryCode, startDate, endDate }): Representation => ({ id, countryCode, startDate, endDate })),
    chapters: sorted(row.chapters, ({ position, id }) => `${inOrder(position)}\n${id}`).map(
      ({ id, position, title, body, language, translationOfId }): BiographyChapter => ({
        id,
        position,
        title,
        body,
        language,
        translationOfId: translationOfId ?? null,
      }),
    ),
    externalIds: sorted(row.externalIds, ({ authority }) =>
      String(AUTHORITIES.indexOf(authority)).padStart(2, '0'),
    ).map(({ id, authority, value }): ExternalId => ({ id, authority, value })),
    // The history has instants as text.
    photos: sorted(row.photos, ({ addedAt, id }) => `${new Date(addedAt).toISOString()}\n${id}`)
      .reverse()
      .map(toPhoto),
    citations: toCitations(row.citations),
  }
}
