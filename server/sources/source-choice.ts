import 'server-only'
import { haveSameWords } from '@/lib/form/same-words'
import type { NewSource } from '@/lib/record/evidence'
import type { Source } from '@/lib/record/source'
import { type SourceChoice, sourceChoice, sourceName } from '@/lib/record/source-choice'
import type { Db } from '@/prisma/client'
import { toSource } from '../athletes/record-rows'
import type { CitationTarget } from './citations'

/** How many are offered of each kind: while typing, where a text may mean several, of the thing itself, used last. */
const MOST_FOUND = 20
const MOST_CANDIDATES = 12
const MOST_OWN = 20
const MOST_USED = 8
/** In how many of an editor's last changes those sources are looked for. */
const CHANGES_LOOKED_AT = 200

/** Sources for typed text: every word must be in the publisher, the title, the author or the date. */
export async function findSources(db: Db, text: string): Promise<SourceChoice[]> {
  return (await findFitting(db, text, MOST_FOUND)).map(sourceChoice)
}

/** Sources by their slugs, in no order. */
export async function findSourceChoices(db: Db, slugs: readonly string[]): Promise<SourceChoice[]> {
  const rows = await db.source.findMany({ where: { slug: { in: [...new Set(slugs)] }, withdrawn: false } })
  return rows.map(toSource).map(sourceChoice)
}

/** What a form offers before anything is typed: the sources of the thing itself, then those the editor used last. */
export async function offerSources(db: Db, editor: { id: string }, own: readonly Source[]): Promise<SourceChoice[]> {
  const cited = [...new Map(own.map((source) => [source.slug, source])).values()].slice(0, MOST_OWN)
  const offered = [...cited, ...(await findLastUsed(db, editor))].map(sourceChoice)
  return [...new Map(offered.map((choice) => [choice.slug, choice])).values()]
}

/** The sources that are cited for a thing, by the column of citations that names it; null where none does. */
export async function findSourcesCitedFor(db: Db, column: keyof CitationTarget | null, id: string): Promise<Source[]> {
  if (column === null) return []
  const rows = await db.citation.findMany({
    where: { [column]: id, withdrawn: false },
    distinct: ['sourceId'],
    include: { source: true },
    orderBy: { sourceId: 'asc' },
  })
  return rows.map(({ source }) => toSource(source))
}

/** The sources of an editor's latest changes, newest first. */
export async function findLastUsed(db: Db, { id }: { id: string }): Promise<Source[]> {
  const sets = await db.changeSet.findMany({
    where: { authorId: id, sourceId: { not: null } },
    orderBy: { id: 'desc' },
    take: CHANGES_LOOKED_AT,
    select: { sourceId: true },
  })
  const ids = [...new Set(sets.flatMap(({ sourceId }) => sourceId ?? []))]
  const rows = await db.source.findMany({ where: { id: { in: ids }, withdrawn: false } })
  return ids.flatMap((id) => rows.filter((row) => row.id === id).map(toSource)).slice(0, MOST_USED)
}

/** The one source that a text names, by its slug, its label or as the only one that fits; or those it may mean. */
export async function resolveSource(
  db: Db,
  text: string,
): Promise<{ source: SourceChoice } | { candidates: SourceChoice[] }> {
  const [bySlug] = await findSourceChoices(db, [text])
  if (bySlug) return { source: bySlug }
  const fitting = (await findFitting(db, text, 100)).map(sourceChoice)
  const named = fitting.filter(({ label }) => haveSameWords(label, text))
  const meant = named.length > 0 ? named : fitting
  const [only] = meant
  return only && meant.length === 1 ? { source: only } : { candidates: meant.slice(0, MOST_CANDIDATES) }
}

/** The sources that a described one may be: of the same publisher and title, whatever their dates. */
export async function findTwins(db: Db, { publication, title }: NewSource): Promise<SourceChoice[]> {
  const fitting = await findFitting(db, sourceName({ publication, title }), 100)
  return fitting
    .filter((known) => haveSameWords(known.publication, publication) && haveSameWords(known.title, title))
    .map(sourceChoice)
    .slice(0, MOST_CANDIDATES)
}

/**
 * Every word of the text is in what the search knows of the source, or in its date as figures or as words. The shortest
 * names come first: of those that have all the words, the one that has no others.
 */
async function findFitting(db: Db, text: string, take: number): Promise<Source[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH typed AS MATERIALIZED (
      SELECT ARRAY(
        SELECT DISTINCT '%' || word || '%'
        FROM unnest(string_to_array(btrim(fold_name(${text.replaceAll('\0', '').slice(0, 1000)})), ' ')) word
      ) AS patterns
    )
    SELECT s.id FROM sources s, typed
    WHERE NOT s.withdrawn AND patterns <> '{}' AND concat_ws(' ',
      (SELECT string_agg(folded, ' ') FROM search_entries e WHERE e.kind = 'SOURCE' AND e."entityId" = s.id),
      replace(s.date, '-', ''),
      CASE WHEN s.date LIKE '%~' THEN 'about' END,
      CASE WHEN length(s.date) >= 7 THEN to_char(to_date(left(s.date, 7), 'YYYY-MM'), 'FMmonth') END
    ) LIKE ALL (patterns)
    ORDER BY length(s.publication) + length(s.title), s.date DESC NULLS LAST, s.slug
    LIMIT ${take}::int`
  const found = await db.source.findMany({ where: { id: { in: rows.map(({ id }) => id) } } })
  return rows.flatMap(({ id }) => found.filter((row) => row.id === id).map(toSource))
}
