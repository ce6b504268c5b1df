import 'server-only'
import { rebound } from '@/lib/career/rebinding'
import { TARGET_COLUMNS } from '@/lib/record/figures'
import type { MergedSide } from '@/lib/record/thing-merge'
import { type Db, Prisma } from '@/prisma/client'
import type { Change } from '../history/change'
import { findOwners, touch, touchOwners, writeColumns } from '../history/rows'
import type { FindParts } from '../merging/parts'

/** What two citations, and two claims, have in common that say the same but for their source. */
const ALIKE = {
  citations: ['field', 'asserts', 'locator', ...TARGET_COLUMNS.map(([column]) => column)],
  claims: [
    ...['athleteId', 'locator', 'kind', 'resultId', 'seriesSlug', 'disciplineSlug', 'level', 'number', 'text'],
    ...['since', 'asOf', 'otherId'],
  ],
  published_places: ['resultId', 'classification', 'place', 'publishedOn', 'locator'],
}
type Cited = keyof typeof ALIKE

/** What a source is cited for, what it claims, and the footnotes that name it. */
export const sourceParts: FindParts = async (db, from, into) => {
  const chapters = await findFootnotes(db, from)
  const [citations, claims, places] = [
    await countMoves(db, 'citations', from, into),
    await countMoves(db, 'claims', from, into),
    await countMoves(db, 'published_places', from, into),
  ]
  return {
    choices: [],
    gains: [],
    moves: [
      { one: 'citation', ...citations },
      { one: 'claim', ...claims },
      ...(places.moved + places.joined > 0
        ? [{ one: 'place as published', many: 'places as published', ...places }]
        : []),
      { one: 'chapter with footnotes', many: 'chapters with footnotes', moved: chapters.length, joined: 0 },
    ],
    twins: [],
    carry: async (change) => {
      for (const table of ['citations', 'claims', 'published_places'] as const) await move(change, table, from, into)
      await renameFootnotes(change, from, into)
    },
  }
}

/** Of a table, those rows `t` of one source that say what a row of the other says already. */
function isSaidTwice(table: Cited, into: MergedSide): Prisma.Sql {
  const rows = Prisma.raw(`"${table}"`)
  const same = ALIKE[table].map((column) =>
    Prisma.raw(`coalesce(k."${column}"::text, '') = coalesce(t."${column}"::text, '')`),
  )
  return Prisma.sql`EXISTS (SELECT 1 FROM ${rows} k WHERE k."sourceId" = ${into.id} AND NOT k.withdrawn
    AND ${Prisma.join(same, ' AND ')})`
}

async function countMoves(
  db: Db,
  table: Cited,
  from: MergedSide,
  into: MergedSide,
): Promise<{ moved: number; joined: number }> {
  const [found] = await db.$queryRaw<{ all: number; joined: number }[]>`
    SELECT count(*)::int AS all, (count(*) FILTER (WHERE ${isSaidTwice(table, into)}))::int AS joined
    FROM ${Prisma.raw(`"${table}"`)} t WHERE t."sourceId" = ${from.id} AND NOT t.withdrawn`
  const { all, joined } = found ?? { all: 0, joined: 0 }
  return { moved: all - joined, joined }
}

/** Whoever has open in a form what the source is cited for is asked to look again. */
async function move(change: Change, table: Cited, from: MergedSide, into: MergedSide): Promise<void> {
  const { tx } = change
  const rows = Prisma.raw(`"${table}"`)
  const joined = await tx.$queryRaw<{ id: string }[]>`UPDATE ${rows} t SET withdrawn = true
    WHERE t."sourceId" = ${from.id} AND NOT t.withdrawn AND ${isSaidTwice(table, into)} RETURNING t.id`
  const moved = await tx.$queryRaw<{ id: string }[]>`UPDATE ${rows} SET "sourceId" = ${into.id}
    WHERE "sourceId" = ${from.id} AND NOT withdrawn RETURNING id`
  const ids = [...joined, ...moved].map(({ id }) => id)
  await touchOwners(change, await findOwners(tx, table, ids))
}

async function findFootnotes(db: Db, { slug }: MergedSide): Promise<{ id: string; body: string }[]> {
  const found = await db.biographyChapter.findMany({
    where: { body: { contains: `[@${slug}` }, withdrawn: false },
    select: { id: true, body: true },
  })
  return found.filter(({ body }) => rebound(body, { sources: new Map([[slug, '']]) }) !== body)
}

async function renameFootnotes(change: Change, from: MergedSide, into: MergedSide): Promise<void> {
  const chapters = await findFootnotes(change.tx, from)
  const sources = new Map([[from.slug, into.slug]])
  await writeColumns(
    change,
    'biography_chapters',
    chapters.map(({ id, body }) => ({ id, body: rebound(body, { sources }) })),
  )
  await touch(change, 'biography_chapters', ...chapters.map(({ id }) => id))
}
