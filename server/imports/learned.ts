/** What imports have learned from editors, to be looked through and forgotten: it belongs to no list and no history. */
import 'server-only'
import type { Client } from '@/prisma/client'
import { assertEditor, type Editor } from '../accounts/editor'

/** A name of lists and the series that it means. */
export interface LearnedName {
  folded: string
  countryCode: string
  disciplineSlug: string
  series: { slug: string; name: string }
  authorName: string
  at: string
}

/** How the columns of a publication's lists are read. */
export interface LearnedColumns {
  publication: string
  header: string
}

/** Most of each that a page lists. */
const MOST = 300

/** The names that were taught, the latest first, and the remembered columns by publication. */
export async function findLearned(db: Client): Promise<{ names: LearnedName[]; columns: LearnedColumns[] }> {
  const names = await db.taughtName.findMany({
    orderBy: [{ createdAt: 'desc' }, { folded: 'asc' }],
    take: MOST,
    include: { series: { select: { slug: true, name: true } } },
  })
  const columns = await db.rememberedColumns.findMany({
    orderBy: [{ publication: 'asc' }, { header: 'asc' }],
    take: MOST,
    select: { publication: true, header: true },
  })
  return { names: names.map(({ createdAt, ...name }) => ({ ...name, at: createdAt.toISOString() })), columns }
}

/** Lists that come later are asked about the name again; what was imported stays as it is. */
export async function forgetName(
  db: Client,
  editor: Editor,
  key: Pick<LearnedName, 'folded' | 'countryCode' | 'disciplineSlug'>,
): Promise<void> {
  assertEditor(editor)
  const { folded, countryCode, disciplineSlug } = key
  await db.taughtName.deleteMany({ where: { folded, countryCode, disciplineSlug } })
}

/** The next list of the publication with these columns is read as any other. */
export async function forgetColumns(
  db: Client,
  editor: Editor,
  { publication, header }: LearnedColumns,
): Promise<void> {
  assertEditor(editor)
  await db.rememberedColumns.deleteMany({ where: { publication, header } })
}
