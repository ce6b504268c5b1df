import 'server-only'
import type { FieldErrors } from '@/lib/form/field-errors'
import type { Competition, Series } from '@/lib/record/competition'
import { competitionLabel, isNamed, type NewCompetition } from '@/lib/record/competition-form'
import type { Db } from '@/prisma/client'
import { toCompetition } from '../athletes/record-rows'
import type { Change } from '../history/change'
import { newSlug } from '../history/new-slug'

/** Names of series that a form offers before anything is typed. */
const OFFERED = 50

/** Citations are left out: a choice needs to know which competition it is, not why. */
const choiceRows = { series: true } as const
const WITHOUT_PARTS = { citations: [], inner: [], within: null }

/**
 * Competitions for typed text, the latest first: every word must be in the name or the official name, in the city, or
 * be the year.
 */
export async function findCompetitions(db: Db, text: string, take = 20): Promise<Competition[]> {
  const words = text
    .split(/[\s,()-]+/)
    .filter(Boolean)
    .slice(0, 10)
  const rows = await db.competition.findMany({
    where: {
      withdrawn: false,
      AND: words.map((word) => ({
        OR: [
          { name: { contains: word, mode: 'insensitive' as const } },
          { officialName: { contains: word, mode: 'insensitive' as const } },
          { city: { contains: word, mode: 'insensitive' as const } },
          ...(/^\d{4}$/.test(word) ? [{ year: Number(word) }] : []),
        ],
      })),
    },
    orderBy: [{ year: 'desc' }, { name: 'asc' }, { slug: 'asc' }],
    take,
    include: choiceRows,
  })
  return rows.map((row) => toCompetition({ ...row, ...WITHOUT_PARTS }))
}

export async function findCompetitionChoice(db: Db, slug: string): Promise<Competition | null> {
  const row = await db.competition.findFirst({ where: { slug, withdrawn: false }, include: choiceRows })
  return row && toCompetition({ ...row, ...WITHOUT_PARTS })
}

/**
 * The one competition that a text names (by its slug, or by its name and year), or those it may mean: nothing is
 * guessed.
 */
export async function resolveCompetition(
  db: Db,
  text: string,
): Promise<{ competition: Competition } | { candidates: Competition[] }> {
  const bySlug = await findCompetitionChoice(db, text)
  if (bySlug) return { competition: bySlug }
  const found = await findCompetitions(db, text, 100)
  const named = found.filter((competition) => isNamed(competition, text))
  const [only] = named
  if (only && named.length === 1) return { competition: only }
  return { candidates: (named.length > 0 ? named : found).slice(0, 12) }
}

/** Why a competition cannot be made, by field, with those that it may be mistaken for; null where it can. */
export async function refuseCompetition(
  db: Db,
  { name, year, series }: NewCompetition,
): Promise<{ errors: FieldErrors; candidates: Competition[] } | null> {
  const twins = (await findCompetitions(db, `${name} ${year}`, 100)).filter((known) =>
    isNamed(known, competitionLabel({ name, year })),
  )
  if (twins.length > 0) {
    return {
      errors: {
        newCompetitionName: 'That competition is in the record already: choose it above, or give another name.',
      },
      candidates: twins,
    }
  }
  if (series !== null && !(await findSeries(db, series))) {
    return {
      errors: { newCompetitionSeries: `There is no series “${series}”: leave this blank, or choose one of the list.` },
      candidates: [],
    }
  }
  return null
}

/** Makes a competition as part of a change, cited to the change's source, and gives back its slug. */
export async function makeCompetition(
  { tx, sourceId }: Change,
  { series, ...given }: NewCompetition,
  { reason, locator }: { reason: string; locator: string },
): Promise<string> {
  const seriesId = (await findSeries(tx, series ?? given.name))?.id ?? null
  const slug = await newSlug(tx, 'competitions', `${given.year} ${given.name}`)
  const { id } = await tx.competition.create({ data: { slug, seriesId, ...given, ...(await positionOf(tx, given)) } })
  if (sourceId !== null) {
    await tx.citation.create({
      data: { competitionId: id, sourceId, locator, field: 'name', asserts: given.name, reason },
    })
  }
  return slug
}

/** A series by its name or slug, in any letter case. */
export async function findSeries(db: Db, text: string): Promise<Series | null> {
  return db.series.findFirst({
    where: { withdrawn: false, OR: [{ name: { equals: text, mode: 'insensitive' } }, { slug: text.toLowerCase() }] },
    select: { id: true, slug: true, name: true, category: true },
  })
}

/** A described competition as it would be once it is saved, to preview with. */
export async function unsavedCompetition(db: Db, { series, ...given }: NewCompetition): Promise<Competition> {
  return {
    id: 'new',
    slug: 'new',
    officialName: null,
    venue: null,
    latitude: null,
    longitude: null,
    series: await findSeries(db, series ?? given.name),
    citations: [],
    inner: [],
    within: null,
    ...given,
  }
}

/** Names of series to choose from; one that is not among them can be typed. */
export async function findSeriesNames(db: Db): Promise<string[]> {
  const rows = await db.series.findMany({
    where: { withdrawn: false },
    select: { name: true },
    orderBy: { name: 'asc' },
    take: OFFERED,
  })
  return rows.map(({ name }) => name)
}

/** The city's coordinates, if another competition was held there. */
async function positionOf(
  db: Db,
  { city, countryCode }: Pick<NewCompetition, 'city' | 'countryCode'>,
): Promise<{ latitude?: number | null; longitude?: number | null }> {
  if (city === null || countryCode === null) return {}
  const known = await db.competition.findFirst({
    where: { city: { equals: city, mode: 'insensitive' }, countryCode, latitude: { not: null }, withdrawn: false },
    select: { latitude: true, longitude: true },
  })
  return known ?? {}
}
