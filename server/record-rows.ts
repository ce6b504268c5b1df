/**
 * From database rows to the domain types of lib/record.ts: the one place where the two meet. Withdrawn rows are left
 * out by the queries below, so that nothing above has to remember it.
 */

import { isDisciplineSlug } from '@/lib/disciplines'
import type {
  Affiliation,
  Athlete,
  BiographyChapter,
  Citation,
  Competition,
  NameVariant,
  Place,
  RecordClaim,
  Representation,
  Result,
  Series,
  Source,
} from '@/lib/record'
import type { Prisma } from '@/prisma/client'

const present = { withdrawn: false }

const citations = {
  where: present,
  include: { source: true },
  orderBy: [{ accepted: 'desc' }, { source: { date: 'asc' } }, { locator: 'asc' }],
} satisfies Prisma.CitationFindManyArgs

const competitionRows = {
  include: { series: true, citations },
} satisfies Prisma.CompetitionDefaultArgs

/** What a result's row brings with it. */
export const resultRows = {
  include: {
    race: { include: { event: { include: { competition: competitionRows } } } },
    places: { where: present, include: { citations }, orderBy: { classification: 'asc' } },
    records: { where: present, include: { citations }, orderBy: { code: 'asc' } },
    members: { where: present, include: { athlete: true }, orderBy: { leg: 'asc' } },
    citations,
  },
} satisfies Prisma.ResultDefaultArgs

/** What an athlete's row brings with it, results apart. */
export const athleteRows = {
  include: {
    names: { where: present, include: { citations }, orderBy: { script: 'asc' } },
    affiliations: { where: present, include: { citations }, orderBy: { startDate: 'asc' } },
    representations: { where: present, orderBy: { startDate: 'asc' } },
    chapters: { where: present, orderBy: { position: 'asc' } },
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
    citations: row.citations.map(toCitation),
  }
}

function toPlace(row: ResultRow['places'][number]): Place {
  const { id, classification, place, tied, placeAsPublished } = row
  return { id, classification, place, tied, placeAsPublished, citations: row.citations.map(toCitation) }
}

function toRecordClaim(row: ResultRow['records'][number]): RecordClaim {
  const { id, code, scope, authority, state, equalled } = row
  return { id, code, scope, authority, state, equalled, citations: row.citations.map(toCitation) }
}

/** @throws an Error where the discipline is not one of lib/disciplines.ts, which the foreign key makes impossible. */
export function toResult(row: ResultRow): Result {
  const { race } = row
  const { event } = race
  const { competition } = event
  if (!isDisciplineSlug(event.disciplineSlug)) throw new Error(`No such discipline: ${event.disciplineSlug}`)
  return {
    id: row.id,
    version: row.version,
    athleteId: row.athleteId,
    team: row.team,
    members: row.members.map(({ athlete, leg }) => ({
      athleteId: athlete.id,
      slug: athlete.slug,
      name: athlete.displayName,
      leg,
    })),
    discipline: event.disciplineSlug,
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
    date: row.date ?? race.date ?? competition.startDate ?? String(competition.year),
    countryCode: row.countryCode,
    club: row.club,
    flags: row.flags,
    qualification: row.qualification,
    note: row.note,
    competition: toCompetition(competition),
    places: row.places.map(toPlace),
    records: row.records.map(toRecordClaim),
    citations: row.citations.map(toCitation),
  }
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
    names: row.names.map(
      ({ id, text, script, language, usedBy, citations }): NameVariant => ({
        id,
        text,
        script,
        language,
        usedBy,
        citations: citations.map(toCitation),
      }),
    ),
    affiliations: row.affiliations.map(
      ({ id, kind, name, place, note, startDate, endDate, citations }): Affiliation => ({
        id,
        kind,
        name,
        place,
        note,
        startDate,
        endDate,
        citations: citations.map(toCitation),
      }),
    ),
    representations: row.representations.map(
      ({ id, countryCode, startDate, endDate }): Representation => ({ id, countryCode, startDate, endDate }),
    ),
    chapters: row.chapters.map(
      ({ id, position, title, body, language }): BiographyChapter => ({ id, position, title, body, language }),
    ),
    citations: row.citations.map(toCitation),
  }
}
