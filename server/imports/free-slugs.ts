import { nanoid } from 'nanoid'
import type { Db } from '@/prisma/client'

/** More of one name are seldom; beyond, a slug gets random letters. */
const NUMBERS = 40

/**
 * A free slug for each: the wanted one; where that is taken, with the second part behind it (a year of birth), then with
 * -2, -3 … Those of one batch do not collide either.
 */
export async function findFreeSlugs(
  tx: Db,
  table: 'athletes' | 'competitions',
  wanted: [slug: string, second?: string | undefined][],
): Promise<string[]> {
  const choices = wanted.map(([slug, second]) => [
    slug,
    ...(second ? [`${slug}-${second}`] : []),
    ...Array.from({ length: NUMBERS }, (_, index) => `${slug}-${index + 2}`),
  ])
  const all = [...new Set(choices.flat())]
  const rows = await tx.$queryRawUnsafe<{ slug: string }[]>(
    `SELECT slug FROM "${table}" WHERE slug = ANY ($1::text[])`,
    all,
  )
  const taken = new Set(rows.map(({ slug }) => slug))
  return choices.map((slugs) => {
    const free =
      slugs.find((slug) => !taken.has(slug)) ??
      `${slugs[0]}-${nanoid(6)
        .toLowerCase()
        .replace(/[^a-z0-9]/g, '0')}`
    taken.add(free)
    return free
  })
}
