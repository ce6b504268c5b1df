import 'server-only'
import { competitionLabel } from '@/lib/record/competition-form'
import type { Row } from '@/lib/record/things/thing'
import { isThingKind, THINGS, type ThingKind } from '@/lib/record/things/things'
import type { Db } from '@/prisma/client'
import { findCurrentRow } from '../history/rows'
import { findResult } from '../results/results'

/** The public page on which a thing is read. */
export interface ShownAt {
  href: string
  title: string
  /** Where the thing is an athlete, or part of one. */
  athleteId: string | null
}

/** Null where the page is gone. @param row the thing, or of a new one only the column of what it is part of. */
export async function findShownAt(db: Db, kind: ThingKind, row: Row): Promise<ShownAt | null> {
  const id = (column: string) => String(row[column] ?? '')
  switch (kind) {
    case 'athlete':
      return athletePage(db, id('id'), '')
    case 'name':
      return athletePage(db, id('athleteId'), '#names')
    case 'affiliation':
    case 'representation':
      return athletePage(db, id('athleteId'), '#clubs')
    case 'chapter':
      return athletePage(db, id('athleteId'), '/biography')
    case 'external-id':
    case 'photo':
    case 'claim':
      return athletePage(db, id('athleteId'), '')
    case 'competition':
      return competitionPage(db, { id: id('id') })
    case 'event':
      return competitionPage(db, { id: id('competitionId') })
    case 'race':
      return competitionPage(db, { events: { some: { id: id('eventId') } } })
    case 'split':
    case 'attempt':
    case 'published-place':
      return resultPage(db, id('resultId'))
    case 'series':
      return row.slug ? { href: `/series/${id('slug')}`, title: id('name'), athleteId: null } : null
    case 'source':
      return row.slug ? { href: `/sources/${id('slug')}`, title: id('title'), athleteId: null } : null
  }
}

/** The same for a row of the history; null also where its table has no general form. */
export async function findShownAtRow(
  db: Db,
  { entity, entityId }: { entity: string; entityId: string },
): Promise<(ShownAt & { form: string }) | null> {
  const [kind] = Object.entries(THINGS).find(([, { table }]) => table === entity) ?? []
  if (kind === undefined || !isThingKind(kind)) return null
  const row = await findCurrentRow(db, entity, entityId)
  const shown = row && (await findShownAt(db, kind, row))
  return shown && { ...shown, form: `/admin/things/${kind}/${entityId}` }
}

/** @param place after the athlete's address: a page or a part of the first one. */
async function athletePage(db: Db, id: string, place: string): Promise<ShownAt | null> {
  const athlete = await db.athlete.findFirst({ where: { id, withdrawn: false } })
  return athlete && { href: `/athletes/${athlete.slug}${place}`, title: athlete.displayName, athleteId: athlete.id }
}

async function resultPage(db: Db, id: string): Promise<ShownAt | null> {
  const found = await findResult(db, id)
  if (!found || found.withdrawn) return null
  const { result, athlete } = found
  const title = [athlete?.displayName ?? result.team, competitionLabel(result.competition)].filter(Boolean).join(', ')
  return { href: `/results/${id}`, title, athleteId: result.athleteId }
}

async function competitionPage(
  db: Db,
  where: { id: string } | { events: { some: { id: string } } },
): Promise<ShownAt | null> {
  const competition = await db.competition.findFirst({ where: { ...where, withdrawn: false } })
  if (!competition) return null
  const { slug, name, year } = competition
  return { href: `/competitions/${slug}`, title: `${name} ${year}`, athleteId: null }
}
