/** What a suggestion is about: a public page, by its path, and what that page shows. */
import 'server-only'
import { safePath } from '@/lib/pages/own-path'
import { competitionLabel } from '@/lib/record/competition-form'
import { draftOf } from '@/lib/record/result-draft'
import type { ShownFigure } from '@/lib/record/suggestion'
import { draftOfRow, fieldWords } from '@/lib/record/things/thing'
import { THINGS, thingOf } from '@/lib/record/things/things'
import { displayMark } from '@/lib/sport/display-mark'
import type { Db } from '@/prisma/client'
import { findCurrentRow } from '../history/rows'
import { findSlugMergedInto } from '../merging/merged'
import { findResult } from '../results/results'

export interface SuggestionSubject {
  path: string
  /** What the page is about, in words. */
  title: string
  /** The row that it shows; null for a page of many things. */
  row: { entity: string; id: string } | null
  figures: ShownFigure[]
}

/** Tables whose things have a page by their slug, as in /athletes/ser-od-bat-ochir. */
const BY_SLUG = { athletes: 'athlete', competitions: 'competition', series: 'series', sources: 'source' } as const

/** What a page of ours is about; the site as a whole where the path leads to no public page. */
export async function findSubject(db: Db, asked: string): Promise<SuggestionSubject> {
  const path = publicPath(asked)
  const [noun = '', key = ''] = path.slice(1).split('/')
  const found = noun === 'results' ? await ofResult(db, key) : isBySlug(noun) ? await ofThing(db, noun, key) : null
  return { path, title: found?.title ?? titleOf(path), row: found?.row ?? null, figures: found?.figures ?? [] }
}

/** Without what was asked of the page, and never one that belongs to somebody. */
function publicPath(asked: string): string {
  const [path = '/'] = safePath(asked).split('?')
  return /^\/(admin|account|suggest)(\/|$)/.test(path) || path.length > 300 ? '/' : path
}

function titleOf(path: string): string {
  return path === '/' ? 'The site' : `The page ${path}`
}

function isBySlug(noun: string): noun is keyof typeof BY_SLUG {
  return Object.hasOwn(BY_SLUG, noun)
}

type Found = Pick<SuggestionSubject, 'title' | 'figures'> & { row: { entity: string; id: string } }

/** What is typed in the form of a result, but for what says which race it was. */
const NOT_SUGGESTED =
  /^(discipline|sex|ageGroup|paraClass|timing|flags|team|raceNumber|placeAsPublished:|authority:|state:|equalled:|member:)/

async function ofResult(db: Db, id: string): Promise<Found | null> {
  const found = await findResult(db, id)
  if (!found || found.withdrawn) return null
  const { result, athlete } = found
  const draft = { ...draftOf(result), competition: competitionLabel(result.competition) }
  const figures = Object.entries(draft).flatMap(([name, value]) => (NOT_SUGGESTED.test(name) ? [] : [{ name, value }]))
  const title = [athlete?.displayName, displayMark(result), competitionLabel(result.competition)]
  return { title: title.filter(Boolean).join(', '), row: { entity: 'results', id }, figures }
}

async function ofThing(db: Db, table: keyof typeof BY_SLUG, slug: string): Promise<Found | null> {
  const thing = thingOf(BY_SLUG[table])
  const present = await findSlugMergedInto(db, table, slug)
  const [named] = await db.$queryRawUnsafe<{ id: string }[]>(
    `SELECT id FROM "${table}" WHERE slug = $1 AND NOT withdrawn`,
    present ?? slug,
  )
  const row = named && (await findCurrentRow(db, thing.table, named.id))
  if (!row) return null
  const draft = draftOfRow(thing, row)
  const figures = Object.entries(thing.fields).flatMap(([name, field]) =>
    field.input.as === 'reference' ? [] : [{ name, value: valueWords(field, draft[name] ?? '') }],
  )
  return { title: thing.title(row), row: { entity: table, id: String(row.id) }, figures }
}

function valueWords(field: Parameters<typeof fieldWords>[0], value: string): string {
  return value === '' ? '' : fieldWords(field, value)
}

/** The form of the figure that a suggestion is about, to be filled in with it; the page where it is about none. */
export function editAddress({
  id,
  path,
  entity,
  entityId,
  figure,
}: {
  id: string
  path: string
  entity: string | null
  entityId: string | null
  figure: string | null
}): string {
  const kind = Object.entries(THINGS).find(([, { table }]) => table === entity)?.[0]
  const form = entity === 'results' ? '/admin/results' : kind ? `/admin/things/${kind}` : null
  return form && entityId !== null && figure !== null ? `${form}/${entityId}?suggestion=${id}` : path
}
