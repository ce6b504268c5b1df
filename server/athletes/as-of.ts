import 'server-only'
import { cache } from 'react'
import { footnotedSources } from '@/lib/career/biography-tokens'
import type { AthleteRecord } from '@/lib/record/athlete'
import type { Source } from '@/lib/record/source'
import type { Db } from '@/prisma/client'
import { db } from '../db'
import { dependsOn } from '../freshness/depends-on'
import { ATHLETES, athleteSubject, CHANGES } from '../freshness/subjects'
import { withLastChange } from '../history/last-change'
import { assembleRecord, type Edition, seriesOf } from './athletes'
import { type AthleteRow, pictureSize, type ResultRow, toAthlete, toClaims, toResults, toSource } from './record-rows'

/** The point in the record's history that is read: the last change set that counts. */
export interface Moment {
  changeSetId: number
  /** ISO instant of that change set. */
  at: string
}

/**
 * The record's state at the end of a day (UTC), or null when nothing had been recorded by then.
 *
 * @param day "2024-08-01"
 */
export async function findMomentOfDay(db: Db, day: string): Promise<Moment | null> {
  const end = new Date(`${day}T00:00:00Z`)
  end.setUTCDate(end.getUTCDate() + 1)
  // Before its end, a day may see another change.
  if (end.getTime() > Date.now()) dependsOn(CHANGES)
  return momentOf(await db.changeSet.findFirst({ where: { createdAt: { lt: end } }, orderBy: { id: 'desc' } }))
}

/** The state just after the change that a revision belongs to, or null where there is no such revision. */
export async function findMomentOfRevision(db: Db, revision: number): Promise<Moment | null> {
  const found = await db.revision.findUnique({ where: { id: revision }, include: { changeSet: true } })
  return momentOf(found?.changeSet ?? null)
}

/** The ISO day (UTC) on which something of an athlete was first recorded; null where there is no such athlete. */
export async function findFirstDay(db: Db, slug: string): Promise<{ firstDay: string; name: string } | null> {
  const athlete = await db.athlete.findUnique({ where: { slug }, select: { id: true, displayName: true } })
  const first =
    athlete &&
    (await db.revision.findFirst({
      where: { entity: 'athletes', entityId: athlete.id },
      orderBy: { id: 'asc' },
      select: { changeSet: { select: { createdAt: true } } },
    }))
  if (!first) return null
  return { firstDay: first.changeSet.createdAt.toISOString().slice(0, 'YYYY-MM-DD'.length), name: athlete.displayName }
}

function momentOf(changeSet: { id: number; createdAt: Date } | null): Moment | null {
  return changeSet && { changeSetId: changeSet.id, at: changeSet.createdAt.toISOString() }
}

/**
 * An athlete's record at a point in its history, put together from the revisions: the same shape, computed from in the
 * same way, as the record of today.
 */
export async function findAthleteRecordAsOf(db: Db, slug: string, moment: Moment): Promise<AthleteRecord | null> {
  const past = new Past(db, moment.changeSetId)
  const athlete = await db.athlete.findUnique({ where: { slug }, select: { id: true } })
  dependsOn(athlete ? athleteSubject(athlete.id) : ATHLETES)
  const [row] = athlete ? await past.rows('athletes', 'entityId', [athlete.id]) : []
  if (!row) return null

  const athleteRow = { ...row, ...(await past.athleteParts(row.id)) } as unknown as AthleteRow
  const teams = (await past.rows('team_members', 'athleteId', [row.id])).map(({ resultId }) => String(resultId))
  const own = await past.rows('results', 'athleteId', [row.id])
  const results = [...own, ...(await past.rows('results', 'entityId', teams))]
  const resultRows = (await past.resultParts(results)) as unknown as ResultRow[]
  const found = toResults(resultRows)
  const editions = await past.editions([...new Set(seriesOf(found).map(({ id }) => id))])
  const told = {
    athlete: toAthlete(athleteRow),
    claims: toClaims(athleteRow),
    results: found,
    editions,
    footnoted: await past.sourcesNamed(footnotedSources(athleteRow.chapters.map(({ body }) => body))),
  }
  return withLastChange(db, assembleRecord(told), moment.changeSetId)
}

/** A row of the history: the whole row as it stood, its columns by their names. */
type PastRow = { id: string; withdrawn: boolean } & Record<string, unknown>

/** The tables at one point in the history. Withdrawn rows are left out. */
class Past {
  constructor(
    private readonly db: Db,
    private readonly changeSetId: number,
  ) {}

  /** The rows of a table whose revisions are filed under one of these ids. */
  async rows(
    entity: string,
    key: 'entityId' | 'athleteId' | 'resultId' | 'competitionId',
    ids: string[],
  ): Promise<PastRow[]> {
    if (ids.length === 0) return []
    if (key !== 'entityId') {
      // Two steps, since a row may have been filed elsewhere by its last revision: a result moved to another athlete.
      const filed = await this.db.revision.findMany({
        where: { entity, [key]: { in: ids }, changeSetId: { lte: this.changeSetId } },
        distinct: ['entityId'],
        select: { entityId: true },
      })
      const rows = await this.rows(
        entity,
        'entityId',
        filed.map(({ entityId }) => entityId),
      )
      return rows.filter((row) => !(key in row) || row[key] === null || ids.includes(String(row[key])))
    }
    const revisions = await this.db.revision.findMany({
      where: { entity, entityId: { in: ids }, changeSetId: { lte: this.changeSetId } },
      orderBy: [{ entityId: 'asc' }, { id: 'desc' }],
      distinct: ['entityId'],
      select: { after: true },
    })
    return revisions.map(({ after }) => after as PastRow).filter(({ withdrawn }) => !withdrawn)
  }

  private async byId(entity: string, ids: unknown[]): Promise<Map<unknown, PastRow>> {
    const named = [...new Set(ids.filter((id) => typeof id === 'string'))]
    return new Map((await this.rows(entity, 'entityId', named)).map((row) => [row.id, row]))
  }

  private async withSources(citations: PastRow[]): Promise<PastRow[]> {
    const sources = await this.byId(
      'sources',
      citations.map(({ sourceId }) => sourceId),
    )
    return citations.flatMap((citation) => {
      const source = sources.get(citation.sourceId)
      return source ? { ...citation, source } : []
    })
  }

  /** The files of pictures have no history, because they never change. */
  private async withFiles(photos: PastRow[]): Promise<PastRow[]> {
    const ids = photos.map(({ fileId }) => String(fileId))
    const files = await this.db.photoFile.findMany({ where: { id: { in: ids } }, ...pictureSize })
    return photos.map((photo) => ({ ...photo, file: files.find(({ id }) => id === photo.fileId) }))
  }

  /** The sources of these addresses, which never change. */
  async sourcesNamed(slugs: string[]): Promise<Source[]> {
    const named = await this.db.source.findMany({ where: { slug: { in: slugs } }, select: { id: true } })
    const rows = await this.byId(
      'sources',
      named.map(({ id }) => id),
    )
    return [...rows.values()].map((row) => toSource(row as unknown as Source))
  }

  async athleteParts(athleteId: string): Promise<Record<string, unknown>> {
    const own = (entity: string) => this.rows(entity, 'athleteId', [athleteId])
    const citations = await this.withSources(await own('citations'))
    const cited = (rows: PastRow[], key: string) =>
      rows.map((row) => ({ ...row, citations: citations.filter((citation) => citation[key] === row.id) }))
    return {
      names: cited(await own('name_variants'), 'nameVariantId'),
      affiliations: cited(await own('affiliations'), 'affiliationId'),
      representations: await own('representations'),
      chapters: (await own('biography_chapters')).sort((a, b) => Number(a.position) - Number(b.position)),
      externalIds: await own('external_ids'),
      photos: await this.withFiles(await own('photos')),
      claims: await this.withSources(await own('claims')),
      citations: citations.filter((citation) => citation.athleteId === athleteId),
    }
  }

  async resultParts(results: PastRow[]): Promise<Record<string, unknown>[]> {
    const ids = results.map(({ id }) => id)
    const of = (entity: string) => this.rows(entity, 'resultId', ids)
    const [places, records, members, splits, attempts, publishedPlaces, ownCitations] = [
      await of('places'),
      await of('record_claims'),
      await of('team_members'),
      await of('splits'),
      await of('attempts'),
      await of('published_places'),
      await this.withSources(await of('citations')),
    ]
    const athletes = await this.byId(
      'athletes',
      members.map(({ athleteId }) => athleteId),
    )
    const publishers = await this.byId(
      'sources',
      publishedPlaces.map(({ sourceId }) => sourceId),
    )
    const races = await this.races(results.map(({ raceId }) => raceId))
    return results.flatMap((result) => {
      const race = races.get(result.raceId)
      if (!race) return []
      const belonging = (rows: PastRow[]) => rows.filter(({ resultId }) => resultId === result.id)
      const cited = (rows: PastRow[], key: string) =>
        belonging(rows).map((row) => ({
          ...row,
          citations: ownCitations.filter((citation) => citation[key] === row.id),
        }))
      return {
        ...result,
        race,
        places: cited(places, 'placeId'),
        records: cited(records, 'recordClaimId'),
        members: belonging(members).flatMap((member) => {
          const athlete = athletes.get(member.athleteId)
          return athlete ? { ...member, athlete } : []
        }),
        splits: belonging(splits),
        attempts: belonging(attempts),
        publishedPlaces: belonging(publishedPlaces).map((row) => ({
          ...row,
          source: publishers.get(row.sourceId) ?? null,
        })),
        citations: ownCitations.filter(({ resultId }) => resultId === result.id),
      }
    })
  }

  /**
   * The competitions that were known of these series. One that has since been moved to another series was not asked
   * for.
   */
  async editions(seriesIds: string[]): Promise<Edition[]> {
    const today = await this.db.competition.findMany({ where: { seriesId: { in: seriesIds } }, select: { id: true } })
    const rows = await this.rows(
      'competitions',
      'entityId',
      today.map(({ id }) => id),
    )
    return rows.map(({ year, seriesId }) => ({ year: Number(year), seriesId: String(seriesId) }))
  }

  /** The championships that were decided within these competitions, with their series. */
  private async inner(ids: string[]): Promise<PastRow[]> {
    const named = await this.db.$queryRaw<{ id: string }[]>`
      SELECT DISTINCT "entityId" AS id FROM revisions
      WHERE entity = 'competitions' AND after ->> 'withinId' = ANY (${ids}) AND "changeSetId" <= ${this.changeSetId}`
    const rows = await this.rows(
      'competitions',
      'entityId',
      named.map(({ id }) => id),
    )
    const series = await this.byId(
      'series',
      rows.map(({ seriesId }) => seriesId),
    )
    return rows.map((row) => ({ ...row, series: series.get(row.seriesId) ?? null }))
  }

  /** Races with their event, its competition, and that one's series and citations. */
  private async races(ids: unknown[]): Promise<Map<unknown, Record<string, unknown>>> {
    const races = await this.byId('races', ids)
    const events = await this.byId(
      'events',
      [...races.values()].map(({ eventId }) => eventId),
    )
    const competitionIds = [...events.values()].map(({ competitionId }) => String(competitionId))
    const competitions = await this.byId('competitions', competitionIds)
    const series = await this.byId(
      'series',
      [...competitions.values()].map(({ seriesId }) => seriesId),
    )
    const citations = await this.withSources(
      await this.rows('citations', 'competitionId', [...new Set(competitionIds)]),
    )
    const inner = await this.inner([...competitions.values()].map(({ id }) => id))
    const outer = await this.byId(
      'competitions',
      [...competitions.values()].map(({ withinId }) => withinId),
    )
    const whole = [...races.values()].flatMap((race): [unknown, Record<string, unknown>][] => {
      const event = events.get(race.eventId)
      const competition = competitions.get(event?.competitionId)
      if (!event || !competition) return []
      const withParts = {
        ...competition,
        series: series.get(competition.seriesId) ?? null,
        inner: inner.filter(({ withinId }) => withinId === competition.id),
        within: outer.get(competition.withinId) ?? null,
        citations: citations.filter(({ competitionId }) => competitionId === competition.id),
      }
      return [[race.id, { ...race, event: { ...event, competition: withParts } }]]
    })
    return new Map(whole)
  }
}

/** One read a request, however many parts of the page ask. */
export const getMoment = cache((asOf?: string, revision?: number) =>
  revision === undefined
    ? asOf === undefined
      ? Promise.resolve(null)
      : findMomentOfDay(db(), asOf)
    : findMomentOfRevision(db(), revision),
)
export const getAthleteRecordAsOf = cache((slug: string, changeSetId: number, at: string) =>
  findAthleteRecordAsOf(db(), slug, { changeSetId, at }),
)
