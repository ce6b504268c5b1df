import 'server-only'
import { cache } from 'react'
import { competitionLabel } from '@/lib/record/competition-form'
import { countryName } from '@/lib/sport/countries'
import { formatDate, yearOf } from '@/lib/sport/partial-date'
import { unlikeness } from '@/lib/text/likeness'
import type { Db } from '@/prisma/client'
import { db } from '../db'

export const SEARCH_KINDS = ['athlete', 'series', 'competition', 'source'] as const
export type SearchKind = (typeof SEARCH_KINDS)[number]

/** Something that goes by the name that was looked for. */
export interface Match {
  kind: SearchKind
  slug: string
  label: string
  /** What distinguishes it from others of the same name; may be empty. */
  detail: string
  url: string
}

export interface Matches {
  /** The best of each kind first; athletes before competitions and sources, as SEARCH_KINDS has them. */
  matches: Match[]
  /** Nothing has that name: these are only similar. */
  isGuess: boolean
}

interface Found {
  kind: 'ATHLETE' | 'COMPETITION' | 'SERIES' | 'SOURCE'
  entityId: string
}

/** The number of equally good matches that are ranked by their results; bench/search.ts measures the cost. */
const MOST_WEIGHED = 200

/**
 * Finds by name, in any script and word order, with initials, and with typing slips where nothing else matches.
 *
 * @param limit the most of each kind.
 */
export async function findMatches(
  db: Db,
  query: string,
  { kinds = SEARCH_KINDS, limit }: { kinds?: readonly SearchKind[]; limit: number },
): Promise<Matches> {
  const text = typed(query)
  if (text === '') return { matches: [], isGuess: false }
  const named = await findNamed(db, text, kinds, limit)
  const found = named.length > 0 ? named : await findLike(db, text, kinds, limit)
  return { matches: await describe(db, found), isGuess: named.length === 0 && found.length > 0 }
}

/** The ids of athletes who go by a name, the best first; those it is only like where there is no other. */
export async function findAthletesNamed(db: Db, query: string, limit = 500): Promise<string[]> {
  const text = typed(query)
  if (text === '') return []
  const named = await findNamed(db, text, ['athlete'], limit)
  const found = named.length > 0 ? named : await findLike(db, text, ['athlete'], limit)
  return found.map(({ entityId }) => entityId)
}

/** PostgreSQL text cannot contain NUL. */
function typed(query: string): string {
  return query.replaceAll('\0', '').trim().slice(0, 500)
}

/** Athletes are looked up apart from the rest. */
function groupsOf(kinds: readonly SearchKind[]): boolean[] {
  return [true, false].filter((ofAthletes) => kinds.some((kind) => (kind === 'athlete') === ofAthletes))
}

/**
 * Exact names first, then whole words, then beginnings of words; then by number of results or editions, then the
 * newest.
 */
async function findNamed(db: Db, text: string, kinds: readonly SearchKind[], limit: number): Promise<Found[]> {
  return db.$queryRaw<Found[]>`
    WITH typed AS MATERIALIZED (SELECT words_typed(${text}) AS words), found AS (
      SELECT entry.*, array_to_string(words, ' ') AS typed, ARRAY(SELECT '% ' || word || ' %' FROM unnest(words) word) AS whole
      FROM typed, unnest(${groupsOf(kinds)}::boolean[]) ofAthletes, entries_named(words, ofAthletes, ${limit}::int) entry
    ), best AS (
      SELECT kind, "entityId", min(tier) AS tier, bool_or(folded || ' ' LIKE ALL (whole)) AS whole,
        bool_or(starts_with(folded, ' ' || typed)) AS begins, min(length(folded)) AS length
      FROM found
      WHERE kind = ANY (${kinds.map((kind) => kind.toUpperCase())}::"SearchKind"[])
      GROUP BY kind, "entityId"
    ), chosen AS (
      SELECT *, row_number() OVER (
        PARTITION BY kind ORDER BY tier, whole DESC, begins DESC, length, "entityId") AS place
      FROM best
    ), weighed AS (
      SELECT *, CASE kind
        WHEN 'ATHLETE' THEN (SELECT count(*) FROM (
          SELECT FROM results r WHERE r."athleteId" = "entityId" AND NOT r.withdrawn LIMIT 300) counted)
        WHEN 'SERIES' THEN (SELECT count(*) FROM competitions c WHERE c."seriesId" = "entityId" AND NOT c.withdrawn)
        WHEN 'COMPETITION' THEN (SELECT c.year FROM competitions c WHERE c.id = "entityId")
        ELSE 0 END::int AS weight
      FROM chosen WHERE place <= ${MOST_WEIGHED}::int
    ), placed AS (
      SELECT *, row_number() OVER (
        PARTITION BY kind ORDER BY tier, whole DESC, begins DESC, weight DESC, length, "entityId") AS standing
      FROM weighed
    )
    SELECT kind::text, "entityId" FROM placed WHERE standing <= ${limit}::int ORDER BY standing, "entityId"`
}

/** Names that a typing slip may have meant: letters swapped, missing, added or replaced. */
async function findLike(db: Db, text: string, kinds: readonly SearchKind[], limit: number): Promise<Found[]> {
  const entries = await db.$queryRaw<(Found & { words: string[]; folded: string })[]>`
    SELECT words, kind::text, "entityId", folded
    FROM words_typed(${text}) words, unnest(${groupsOf(kinds)}::boolean[]) ofAthletes, entries_similar(words, ofAthletes)
    WHERE kind = ANY (${kinds.map((kind) => kind.toUpperCase())}::"SearchKind"[])`
  const best = new Map<string, { entry: Found; cost: number; length: number }>()
  for (const { words, folded, ...entry } of entries) {
    const cost = unlikeness(words.join(' '), folded)
    const known = best.get(entry.entityId)
    if (cost !== null && (!known || cost < known.cost)) {
      best.set(entry.entityId, { entry, cost, length: folded.length })
    }
  }
  const left = new Map<string, number>()
  return [...best.values()]
    .sort((a, b) => a.cost - b.cost || a.length - b.length || a.entry.entityId.localeCompare(b.entry.entityId))
    .filter(({ entry: { kind } }) => {
      const more = left.get(kind) ?? limit
      left.set(kind, more - 1)
      return more > 0
    })
    .map(({ entry }) => entry)
}

/** Found entries with their labels, kind by kind, in the order found. */
async function describe(db: Db, found: Found[]): Promise<Match[]> {
  const idsOf = (kind: Found['kind']) => found.flatMap((one) => (one.kind === kind ? one.entityId : []))
  const described = new Map<string, Match>()
  const add = (id: string, match: Omit<Match, 'detail'>, ...details: (string | null | false)[]) =>
    described.set(id, { ...match, detail: details.filter(Boolean).join(' · ') })

  const of = (kind: Found['kind']) => {
    const ids = idsOf(kind)
    return ids.length > 0 ? { where: { id: { in: ids }, withdrawn: false } } : null
  }
  const [athletes, series, competitions, sources] = [of('ATHLETE'), of('SERIES'), of('COMPETITION'), of('SOURCE')]
  if (athletes) {
    for (const { id, slug, displayName: label, nativeName, countryCode, birthDate } of await db.athlete.findMany(
      athletes,
    )) {
      add(
        id,
        { kind: 'athlete', slug, label, url: `/athletes/${slug}` },
        nativeName,
        countryCode && countryName(countryCode),
        birthDate && `born ${yearOf(birthDate)}`,
      )
    }
  }
  if (series) {
    const counted = { include: { _count: { select: { competitions: { where: { withdrawn: false } } } } } }
    for (const { id, slug, name: label, _count } of await db.series.findMany({ ...series, ...counted })) {
      const editions = _count.competitions === 1 ? '1 edition' : `${_count.competitions} editions`
      add(id, { kind: 'series', slug, label, url: `/series/${slug}` }, editions)
    }
  }
  if (competitions) {
    for (const row of await db.competition.findMany(competitions)) {
      const { id, slug, startDate } = row
      const match = { kind: 'competition', slug, label: competitionLabel(row), url: `/competitions/${slug}` } as const
      add(id, match, venueOf(row), startDate ? formatDate(startDate) : String(row.year))
    }
  }
  if (sources) {
    for (const { id, slug, publication, title, author, date } of await db.source.findMany(sources)) {
      const match = { kind: 'source', slug, label: title, url: `/sources/${slug}` } as const
      add(id, match, publication, author, date && formatDate(date))
    }
  }
  return SEARCH_KINDS.flatMap((kind) =>
    idsOf(kind.toUpperCase() as Found['kind']).flatMap((id) => described.get(id) ?? []),
  )
}

/** "Fukuoka, Japan"; a city state is not named twice. */
function venueOf({ city, countryCode }: { city: string | null; countryCode: string | null }): string {
  return [...new Set([city, countryCode && countryName(countryCode)])].filter(Boolean).join(', ')
}

/** One search a request, however many parts of the page ask. */
export const getMatches = cache((query: string, limit: number) => findMatches(db(), query, { limit }))
