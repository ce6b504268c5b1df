import 'server-only'
import { noteNumbers, renderChapter, type Segment } from '@/lib/career/biography'
import { footnotedSources } from '@/lib/career/biography-tokens'
import { type Block, paragraphsIn } from '@/lib/text/markdown-tree'
import type { Db } from '@/prisma/client'
import { findAthleteRecord } from '../athletes/athletes'
import { toSource } from '../athletes/record-rows'

export interface RenderedChapter {
  blocks: Block<Segment>[]
  /** Figures and footnotes that find nothing, as they were written. */
  missing: string[]
}

/** A chapter as it would read with another text. `id` is '' for a new one. */
export async function renderBiography(
  db: Db,
  athleteId: string,
  { id, body }: { id: string; body: string },
): Promise<RenderedChapter> {
  const athlete = await db.athlete.findUnique({ where: { id: athleteId }, select: { slug: true } })
  const record = athlete && (await findAthleteRecord(db, athlete.slug))
  if (!record) return { blocks: [], missing: [] }
  const others = record.athlete.chapters.filter((chapter) => chapter.id !== id)
  const known = record.athlete.chapters.find((chapter) => chapter.id === id)
  const chapter = { position: 999, title: '', language: 'en', translationOfId: null, ...known, id, body }
  const named = await db.source.findMany({ where: { slug: { in: footnotedSources([body]) }, withdrawn: false } })
  const sources = new Map([...record.sources, ...named.map(toSource)].map((source) => [source.slug, source]))
  const whole = {
    ...record,
    sources: [...sources.values()],
    athlete: { ...record.athlete, chapters: [...others, chapter] },
  }
  const blocks = renderChapter(chapter, whole, noteNumbers(whole))
  const missing = paragraphsIn(blocks)
    .flat()
    .flatMap((segment) => (segment.kind === 'unbound' ? segment.binding : []))
  return { blocks, missing }
}
