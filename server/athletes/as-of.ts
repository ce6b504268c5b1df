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
import { assembleRows } from './athletes'
import { pastTables } from './past-tables'
import { readRecordRows } from './record-parts'
import { toSource } from './record-rows'
import { ask, type Tables } from './record-tables'

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
  const athlete = await db.athlete.findUnique({ where: { slug }, select: { id: true } })
  dependsOn(athlete ? athleteSubject(athlete.id) : ATHLETES)
  const tables = pastTables(db, moment.changeSetId)
  const rows = athlete && (await readRecordRows(db, tables, athlete.id))
  if (!rows) return null
  const footnoted = footnotedSources(rows.athlete.chapters.map(({ body }) => body))
  const record = await assembleRows(tables, rows, await sourcesNamed(db, tables, footnoted))
  return withLastChange(db, record, moment.changeSetId)
}

/** The sources of these addresses, which never change. */
async function sourcesNamed(db: Db, tables: Tables, slugs: string[]): Promise<Source[]> {
  if (slugs.length === 0) return []
  const named = await db.source.findMany({ where: { slug: { in: slugs } }, select: { id: true } })
  const ids = named.map(({ id }) => id)
  const [rows = []] = await tables.read([ask('sources', 'id', ids)])
  return rows.map((row) => toSource(row as unknown as Source))
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
