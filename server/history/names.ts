/** What the things of the record are called, and where they are to be seen, for the pages that put them back. */

import { competitionLabel } from '@/lib/record/competition-form'
import { AUTHORITY } from '@/lib/record/external-id'
import { type Thing, thingKey } from '@/lib/record/figures'
import { discipline, isDisciplineSlug } from '@/lib/sport/disciplines'
import { formatDistance } from '@/lib/sport/splits'
import type { Db, Prisma } from '@/prisma/client'
import { byEntity } from './figure-states'
import type { RecordTable } from './rows'

export interface Name {
  title: string
  /** Its page; null where there is none, as of what has been withdrawn. */
  href: string | null
}

type Named = [id: string, name: Name]

/** The names of things by thingKey. A few queries, however many. */
export async function findNames(db: Db, things: readonly Thing[]): Promise<Map<string, Name>> {
  const names = new Map<string, Name>()
  for (const [entity, ids] of byEntity(things)) {
    for (const [id, name] of await NAMES[entity as RecordTable](db, ids)) names.set(thingKey({ entity, id }), name)
  }
  return names
}

const athlete = { select: { slug: true, displayName: true, withdrawn: true, mergedIntoId: true } } as const
const competition = { select: { slug: true, name: true, year: true, withdrawn: true, mergedIntoId: true } } as const
const event = { select: { disciplineSlug: true, withdrawn: true, competition } } as const
const race = { select: { round: true, number: true, withdrawn: true, event } } as const
const result = { select: { id: true, withdrawn: true, race, athlete } } as const
const select = { id: true, withdrawn: true } as const

type AthleteNamed = Prisma.AthleteGetPayload<typeof athlete>
type CompetitionNamed = Prisma.CompetitionGetPayload<typeof competition>
type EventNamed = Prisma.EventGetPayload<typeof event>
type ResultNamed = Prisma.ResultGetPayload<typeof result>

/** An address that answers: that of what was merged leads on. */
function answering(
  address: string,
  { withdrawn, mergedIntoId }: { withdrawn: boolean; mergedIntoId: string | null },
): string | null {
  return withdrawn && mergedIntoId === null ? null : address
}

const athleteHref = (row: AthleteNamed) => answering(`/athletes/${row.slug}`, row)
const competitionHref = (row: CompetitionNamed) => answering(`/competitions/${row.slug}`, row)

function eventTitle({ disciplineSlug: slug, competition }: EventNamed): string {
  return `${isDisciplineSlug(slug) ? discipline(slug).name : slug}, ${competitionLabel(competition)}`
}

const resultHref = ({ id, withdrawn }: ResultNamed) => (withdrawn ? null : `/results/${id}`)

/** Something of an athlete's, by what tells it apart. */
const ofAthlete = (id: string, words: string, owner: AthleteNamed): Named => [
  id,
  { title: `${words} (${owner.displayName})`, href: athleteHref(owner) },
]
const ofResult = (id: string, words: string, owner: ResultNamed): Named => [
  id,
  { title: `${words}, ${eventTitle(owner.race.event)}`, href: resultHref(owner) },
]

const withAthlete = { ...select, athlete } as const
const withResult = { ...select, result } as const
const targets = {
  athlete,
  competition,
  result,
  nameVariant: { select: { text: true, athlete } },
  affiliation: { select: { name: true, athlete } },
  place: { select: { result } },
  recordClaim: { select: { result } },
} as const

const NAMES: Record<RecordTable, (db: Db, ids: string[]) => Promise<Named[]>> = {
  athletes: async (db, ids) =>
    (await db.athlete.findMany({ where: { id: { in: ids } }, select: { id: true, ...athlete.select } })).map((row) => [
      row.id,
      { title: row.displayName, href: athleteHref(row) },
    ]),
  results: async (db, ids) =>
    (await db.result.findMany({ where: { id: { in: ids } }, ...result })).map((row) => [
      row.id,
      { title: eventTitle(row.race.event), href: resultHref(row) },
    ]),
  competitions: async (db, ids) =>
    (await db.competition.findMany({ where: { id: { in: ids } }, select: { id: true, ...competition.select } })).map(
      (row) => [row.id, { title: competitionLabel(row), href: competitionHref(row) }],
    ),
  events: async (db, ids) =>
    (await db.event.findMany({ where: { id: { in: ids } }, select: { id: true, ...event.select } })).map((row) => [
      row.id,
      { title: eventTitle(row), href: competitionHref(row.competition) },
    ]),
  races: async (db, ids) =>
    (await db.race.findMany({ where: { id: { in: ids } }, select: { id: true, ...race.select } })).map((row) => {
      const round = `${row.round.toLowerCase()}${row.number === null ? '' : ` ${row.number}`}`
      return [row.id, { title: `${eventTitle(row.event)}, ${round}`, href: competitionHref(row.event.competition) }]
    }),
  series: async (db, ids) =>
    (await db.series.findMany({ where: { id: { in: ids } } })).map((row) => [
      row.id,
      { title: row.name, href: answering(`/series/${row.slug}`, row) },
    ]),
  sources: async (db, ids) =>
    (await db.source.findMany({ where: { id: { in: ids } } })).map((row) => [
      row.id,
      { title: `${row.publication}: ${row.title}`, href: answering(`/sources/${row.slug}`, row) },
    ]),
  name_variants: async (db, ids) =>
    (await db.nameVariant.findMany({ where: { id: { in: ids } }, select: { ...withAthlete, text: true } })).map((row) =>
      ofAthlete(row.id, row.text, row.athlete),
    ),
  affiliations: async (db, ids) =>
    (await db.affiliation.findMany({ where: { id: { in: ids } }, select: { ...withAthlete, name: true } })).map((row) =>
      ofAthlete(row.id, row.name, row.athlete),
    ),
  representations: async (db, ids) =>
    (
      await db.representation.findMany({ where: { id: { in: ids } }, select: { ...withAthlete, countryCode: true } })
    ).map((row) => ofAthlete(row.id, `Representing ${row.countryCode}`, row.athlete)),
  biography_chapters: async (db, ids) =>
    (await db.biographyChapter.findMany({ where: { id: { in: ids } }, select: { ...withAthlete, title: true } })).map(
      (row) => ofAthlete(row.id, `Chapter “${row.title}”`, row.athlete),
    ),
  external_ids: async (db, ids) =>
    (
      await db.externalId.findMany({
        where: { id: { in: ids } },
        select: { ...withAthlete, authority: true, value: true },
      })
    ).map((row) => ofAthlete(row.id, `${AUTHORITY[row.authority]} ${row.value}`, row.athlete)),
  photos: async (db, ids) =>
    (await db.photo.findMany({ where: { id: { in: ids } }, select: { ...withAthlete, author: true } })).map((row) =>
      ofAthlete(row.id, `Picture by ${row.author}`, row.athlete),
    ),
  claims: async (db, ids) =>
    (
      await db.claim.findMany({ where: { id: { in: ids } }, select: { ...withAthlete, locator: true, source: true } })
    ).map((row) => ofAthlete(row.id, `Claim of ${row.source.publication}, ${row.locator}`, row.athlete)),
  team_members: async (db, ids) =>
    (await db.teamMember.findMany({ where: { id: { in: ids } }, select: { ...withResult, athlete } })).map((row) =>
      ofResult(row.id, row.athlete.displayName, row.result),
    ),
  places: async (db, ids) =>
    (await db.place.findMany({ where: { id: { in: ids } }, select: { ...withResult, classification: true } })).map(
      (row) => ofResult(row.id, `Place (${row.classification.replaceAll('-', ' ')})`, row.result),
    ),
  record_claims: async (db, ids) =>
    (await db.recordClaim.findMany({ where: { id: { in: ids } }, select: { ...withResult, code: true } })).map((row) =>
      ofResult(row.id, row.code, row.result),
    ),
  splits: async (db, ids) =>
    (await db.split.findMany({ where: { id: { in: ids } }, select: { ...withResult, distance: true } })).map((row) =>
      ofResult(row.id, `Time at ${formatDistance(row.distance)}`, row.result),
    ),
  attempts: async (db, ids) =>
    (await db.attempt.findMany({ where: { id: { in: ids } }, select: { ...withResult, number: true } })).map((row) =>
      ofResult(row.id, `Attempt ${row.number}`, row.result),
    ),
  published_places: async (db, ids) =>
    (await db.publishedPlace.findMany({ where: { id: { in: ids } }, select: { ...withResult, place: true } })).map(
      (row) => ofResult(row.id, `Place as published: ${row.place}`, row.result),
    ),
  citations: async (db, ids) =>
    (
      await db.citation.findMany({
        where: { id: { in: ids } },
        select: { id: true, locator: true, source: true, ...targets },
      })
    ).map((row) => {
      const cited = row.result ?? row.place?.result ?? row.recordClaim?.result
      const person = row.athlete ?? row.nameVariant?.athlete ?? row.affiliation?.athlete
      const words = `Citation of ${row.source.publication}, ${row.locator}`
      if (cited) return ofResult(row.id, words, cited)
      if (person) return ofAthlete(row.id, words, person)
      const { competition } = row
      return competition
        ? [row.id, { title: `${words}, ${competitionLabel(competition)}`, href: competitionHref(competition) }]
        : [row.id, { title: words, href: null }]
    }),
}
