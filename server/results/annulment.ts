/**
 * A result that is annulled after the race, and the places of those behind it. World Athletics moves everybody up by one
 * (Competition Rule 31 and the rulings of the Integrity Unit), but seldom says so of each: whether the record does is
 * asked. What was published stays, with its day and source.
 */
import 'server-only'
import type { FieldErrors } from '@/lib/form/field-errors'
import type { Evidence } from '@/lib/record/evidence'
import type { Client, Db } from '@/prisma/client'
import type { Author } from '../accounts/editor'
import { AbortChange, type Change, change } from '../history/change'
import { insertMany, touch, writeColumns } from '../history/rows'
import { citeValue } from '../sources/citations'

/** A place behind the annulled one, in the same race and classification. */
export interface MovedPlace {
  placeId: string
  resultId: string
  name: string
  classification: string
  from: number
  to: number
}

export interface AnnulledResult {
  id: string
  ruleBroken: string | null
  /** Whether those behind move up; nothing is saved where nobody has said so. */
  places: 'MOVE' | 'LEAVE' | null
}

export type AnnulOutcome = { saved: true; changeSetId: number } | { saved: false; errors: FieldErrors }

interface PlaceRow {
  id: string
  resultId: string
  name: string
  classification: string
  place: number
}

/** Who would move up, best first, by classification; empty where nobody behind is on record. */
export async function findMovedPlaces(db: Db, resultId: string): Promise<MovedPlace[]> {
  const own = await db.place.findMany({ where: { resultId, withdrawn: false } })
  const behind = await db.$queryRaw<PlaceRow[]>`
    SELECT p.id, p."resultId", coalesce(r.team, a."displayName", '') AS name, p.classification, p.place
    FROM results x JOIN results r ON r."raceId" = x."raceId" AND r.id <> x.id JOIN places p ON p."resultId" = r.id
    LEFT JOIN athletes a ON a.id = r."athleteId"
    WHERE x.id = ${resultId} AND NOT r.withdrawn AND NOT p.withdrawn
    ORDER BY p.classification, p.place, p.id`
  return behind.flatMap(({ id, place, ...rest }): MovedPlace[] => {
    const annulled = own.find(({ classification }) => classification === rest.classification)
    return annulled && place > annulled.place ? [{ placeId: id, ...rest, from: place, to: place - 1 }] : []
  })
}

/** Disqualifies a result: its mark stays, struck; its places become what was published, and its records are rescinded. */
export async function annulResult(
  db: Client,
  author: Author,
  { id, ruleBroken, places }: AnnulledResult,
  evidence: Evidence,
): Promise<AnnulOutcome> {
  if (places === null) return { saved: false, errors: { places: 'Say whether those behind move up.' } }
  return change<AnnulOutcome, AnnulOutcome>(db, author, { kind: 'EDIT', ...evidence }, async (context) => {
    const { tx, id: changeSetId } = context
    await tx.$queryRaw`SELECT id FROM results WHERE id = ${id} FOR UPDATE`
    const result = await tx.result.findFirst({
      where: { id, withdrawn: false, OR: [{ status: null }, { status: 'OTL' }] },
    })
    if (!result) {
      const form = 'This result has a status already, or has been withdrawn: correct it instead.'
      throw new AbortChange<AnnulOutcome>({ saved: false, errors: { form } })
    }
    const moved = places === 'MOVE' ? await findMovedPlaces(tx, id) : []
    const own = await tx.place.findMany({ where: { resultId: id, withdrawn: false } })
    await keepAsPublished(context, [...own.map((place) => place.id), ...moved.map(({ placeId }) => placeId)])
    await writeColumns(
      context,
      'places',
      own.map((place) => ({ id: place.id, withdrawn: true })),
    )
    await moveUp(context, moved, evidence)
    await tx.recordClaim.updateMany({
      where: { resultId: id, withdrawn: false, state: { not: 'RESCINDED' } },
      data: { state: 'RESCINDED' },
    })
    await tx.result.update({ where: { id }, data: { status: 'DQ', ruleBroken } })
    await citeValue(context, evidence, { target: { resultId: id }, field: 'status', asserts: 'DQ', discipline: null })
    await touch(context, 'results', id, ...moved.map(({ resultId }) => resultId))
    return { saved: true, changeSetId }
  })
}

/** Adds what the record goes by until now to the places as published: by each source that gives it, with its day. */
async function keepAsPublished(context: Change, placeIds: readonly string[]): Promise<void> {
  const places = await context.tx.place.findMany({
    where: { id: { in: [...placeIds] } },
    include: {
      citations: { where: { field: 'place', withdrawn: false, accepted: true }, include: { source: true } },
      result: { include: { publishedPlaces: { where: { withdrawn: false } } } },
    },
  })
  const rows = places.flatMap(({ resultId, classification, place, citations, result }) => {
    const known = result.publishedPlaces.some((one) => one.classification === classification && one.place === place)
    if (known) return []
    const published = { resultId, classification, place }
    if (citations.length === 0) return [published]
    return citations.map(({ sourceId, locator, source }) => ({
      ...published,
      sourceId,
      locator,
      publishedOn: source.date,
    }))
  })
  await insertMany(context, 'published_places', rows)
}

/** A source that gave the place of its day is no longer cited for the one of today. */
async function moveUp(context: Change, moved: readonly MovedPlace[], evidence: Evidence): Promise<void> {
  const { tx } = context
  for (const { placeId, from, to } of moved) {
    await tx.citation.updateMany({
      where: { placeId, field: 'place', withdrawn: false, asserts: { in: [String(from), `${from}=`] } },
      data: { field: 'placeAsPublished' },
    })
    const { placeAsPublished } = await tx.place.findUniqueOrThrow({ where: { id: placeId } })
    await tx.place.update({ where: { id: placeId }, data: { place: to, placeAsPublished: placeAsPublished ?? from } })
    await citeValue(context, evidence, { target: { placeId }, field: 'place', asserts: String(to), discipline: null })
  }
}
