/** References from one thing to another: in a form they are names, in the database they are keys. */
import 'server-only'
import type { FieldErrors } from '@/lib/form/field-errors'
import { resultTitle } from '@/lib/record/cited-thing'
import type { Draft } from '@/lib/record/merge'
import type { Choice, Reference } from '@/lib/record/things/field'
import { draftOfRow, type Row, type Thing, type Values } from '@/lib/record/things/thing'
import { DISCIPLINES } from '@/lib/sport/disciplines'
import { formatDate } from '@/lib/sport/partial-date'
import { languageName } from '@/lib/text/language'
import type { Db } from '@/prisma/client'
import { findAthleteRecord } from '../athletes/athletes'
import { resultRows, toResults } from '../athletes/record-rows'
import { findSeries, findSeriesNames, resolveCompetition } from '../competitions/competition-choice'

/** The values of a row as its form shows them, with the names of what it refers to. */
export async function draftWithNames(db: Db, thing: Thing, row: Row): Promise<Draft> {
  const draft = draftOfRow(thing, row)
  for (const [field, to] of referencesOf(thing)) {
    if (draft[field] && NAMED[to]) draft[field] = (await NAMED[to].nameOf(db, draft[field])) ?? ''
  }
  return draft
}

/** The values of a form with the keys of what it names. */
export async function resolveNames(
  db: Db,
  thing: Thing,
  values: Values,
): Promise<{ values: Values; errors: FieldErrors }> {
  const resolved: Record<string, Values[string]> = { ...values }
  const errors: FieldErrors = {}
  for (const [field, to] of referencesOf(thing)) {
    const name = values[field]
    const named = NAMED[to]
    if (!named || typeof name !== 'string') continue
    const key = await named.keyOf(db, name)
    if (key === null) errors[field] = `There is no ${named.what} “${name}” in the record.`
    else resolved[field] = key
  }
  return { values: resolved, errors }
}

/**
 * What may be chosen for each kind of reference that a thing has: the stored value, or the name, and its words.
 *
 * @param id the thing itself, which is no choice for its own form; null for a new one.
 */
export async function findChoices(
  db: Db,
  thing: Thing,
  athleteId: string | null,
  id: string | null = null,
): Promise<Partial<Record<Reference, Choice[]>>> {
  const choices: Partial<Record<Reference, Choice[]>> = {}
  const isBiography = Object.values(thing.fields).some(({ input }) => input.as === 'biography')
  if (isBiography && athleteId !== null) {
    choices.result = await resultsOf(db, athleteId)
    choices.source = await sourcesOf(db, athleteId)
  }
  for (const [, to] of referencesOf(thing)) {
    if (to === 'discipline') choices[to] = DISCIPLINES.map(({ slug, name }) => [slug, name])
    else if (to === 'result') choices[to] = athleteId === null ? [] : await resultsOf(db, athleteId)
    else if (to === 'competition' || to === 'athlete') choices[to] = []
    else if (to === 'chapter') choices[to] = athleteId === null ? [] : await originalsOf(db, athleteId, id)
    else choices[to] = (await findSeriesNames(db)).map((name) => [name, name])
  }
  return choices
}

interface Named {
  what: string
  nameOf(db: Db, key: string): Promise<string | null>
  keyOf(db: Db, name: string): Promise<string | null>
}

function seriesBy(column: 'id' | 'slug'): Named {
  return {
    what: 'series',
    nameOf: async (db, key) =>
      (await db.series.findFirst({ where: { [column]: key }, select: { name: true } }))?.name ?? null,
    keyOf: async (db, name) => (await findSeries(db, name))?.[column] ?? null,
  }
}

/** The references that a form has by name; the others are chosen from a list of what the column holds. */
const NAMED: Partial<Record<Reference, Named>> = {
  series: seriesBy('id'),
  seriesSlug: seriesBy('slug'),
  // By the name in the address, which is never another's; the displayed name is understood where one person has it.
  athlete: {
    what: 'one athlete called',
    nameOf: async (db, key) =>
      (await db.athlete.findUnique({ where: { id: key }, select: { slug: true } }))?.slug ?? null,
    keyOf: async (db, name) => (await findAthleteNamed(db, name))?.id ?? null,
  },
  // By the name in its address, which is never another's; its name and year are understood as well.
  competition: {
    what: 'one competition called',
    nameOf: async (db, key) =>
      (await db.competition.findUnique({ where: { id: key }, select: { slug: true } }))?.slug ?? null,
    keyOf: async (db, name) => {
      const found = await resolveCompetition(db, name)
      return 'competition' in found ? found.competition.id : null
    },
  },
}

/** Null for several of one name. */
async function findAthleteNamed(db: Db, name: string): Promise<{ id: string } | null> {
  const where = { withdrawn: false, OR: [{ slug: name }, { displayName: name }] }
  const found = await db.athlete.findMany({ where, select: { id: true, slug: true }, take: 2 })
  return found.find(({ slug }) => slug === name) ?? (found.length === 1 ? (found[0] ?? null) : null)
}

function referencesOf({ fields }: Thing): [field: string, to: Reference][] {
  return Object.entries(fields).flatMap(([field, { input }]): [string, Reference][] =>
    input.as === 'reference' ? [[field, input.to]] : [],
  )
}

async function resultsOf(db: Db, athleteId: string): Promise<Choice[]> {
  const rows = await db.result.findMany({
    where: { withdrawn: false, OR: [{ athleteId }, { members: { some: { athleteId, withdrawn: false } } }] },
    ...resultRows,
  })
  return toResults(rows)
    .sort((a, b) => (a.date < b.date ? 1 : -1))
    .map((result) => [
      result.id,
      `${resultTitle(result)}, ${formatDate(result.date)}${result.mark ? `, ${result.mark}` : ''}`,
    ])
}

/** The chapters of an athlete's biography that are no translations, but for one. */
async function originalsOf(db: Db, athleteId: string, except: string | null): Promise<Choice[]> {
  const rows = await db.biographyChapter.findMany({
    where: { athleteId, withdrawn: false, translationOfId: null, id: { not: except ?? '' } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, position: true, title: true, language: true },
  })
  return rows.map(({ id, position, title, language }) => [id, `${position}. ${title} (${languageName(language)})`])
}

/** The sources of an athlete's record by address, for footnotes. */
async function sourcesOf(db: Db, athleteId: string): Promise<Choice[]> {
  const athlete = await db.athlete.findUnique({ where: { id: athleteId }, select: { slug: true } })
  const record = athlete && (await findAthleteRecord(db, athlete.slug))
  return (record?.sources ?? []).map(({ slug, publication, title, date }) => [
    slug,
    [publication, title, date && formatDate(date)].filter(Boolean).join(', '),
  ])
}
