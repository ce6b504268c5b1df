import 'server-only'
import { cache } from 'react'
import {
  type CitedField,
  fieldsOfAthlete,
  fieldsOfCompetition,
  fieldsOfResult,
  type Owner,
  resultTitle,
} from '@/lib/record/cited-thing'
import { competitionLabel } from '@/lib/record/competition-form'
import type { Result } from '@/lib/record/result'
import type { Db } from '@/prisma/client'
import { athleteRows, competitionRows, toAthlete, toCompetition } from '../athletes/record-rows'
import { db } from '../db'
import { findResult } from '../results/results'

/** Something that sources are cited for, with every field of it. */
export interface CitedThing {
  owner: Owner
  /** The row's id. */
  id: string
  /** "Marathon, London Marathon 2011", the athlete's or the competition's name. */
  title: string
  /** Counted up with every change to it or to its citations. */
  version: number
  /** Whose it is; null of a competition. */
  athlete: { slug: string; name: string } | null
  fields: CitedField[]
  /** Where the thing is a result. */
  result: Result | null
}

/** Null where there is no such thing, or it has been withdrawn. */
export async function findCitedThing(db: Db, owner: Owner): Promise<CitedThing | null> {
  if (owner.kind === 'result') {
    const found = await findResult(db, owner.key)
    if (!found || found.withdrawn) return null
    const { result, athlete } = found
    const [member] = result.members
    const person = athlete ? { slug: athlete.slug, name: athlete.displayName } : (member ?? null)
    const { id, version } = result
    return { owner, id, title: resultTitle(result), version, athlete: person, fields: fieldsOfResult(result), result }
  }
  const present = { slug: owner.key, withdrawn: false }
  if (owner.kind === 'athlete') {
    const row = await db.athlete.findFirst({ where: present, ...athleteRows })
    if (!row) return null
    const { id, slug, displayName: title, version } = row
    return {
      owner,
      id,
      title,
      version,
      athlete: { slug, name: title },
      fields: fieldsOfAthlete(toAthlete(row)),
      result: null,
    }
  }
  const row = await db.competition.findFirst({
    where: present,
    include: competitionRows.include,
  })
  if (!row) return null
  const { id, version } = row
  const competition = toCompetition(row)
  const title = competitionLabel(competition)
  return { owner, id, title, version, athlete: null, fields: fieldsOfCompetition(competition), result: null }
}

/** The version of each citation of a thing, by its id; a change to one is refused where it has another by then. */
export async function findCitationVersions(db: Db, { fields }: CitedThing): Promise<Map<string, number>> {
  const ids = fields.flatMap(({ citations }) => citations.map(({ id }) => id))
  const rows = await db.citation.findMany({ where: { id: { in: ids } }, select: { id: true, version: true } })
  return new Map(rows.map(({ id, version }) => [id, version]))
}

export const getCitedThing = cache((kind: Owner['kind'], key: string) => findCitedThing(db(), { kind, key }))
export const getCitationVersions = (thing: CitedThing) => findCitationVersions(db(), thing)
