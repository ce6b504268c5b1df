/** How to cite an athlete's page: always one revision of it, which will read the same next year. */
import { formatDate } from '../sport/partial-date'

export type PageCitation = {
  /** For a footnote. */
  text: string
  /** An entry for a BibTeX file. */
  bibtex: string
  /** The permanent address of this revision. */
  link: string
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * @param name the athlete's name, as the page's title has it.
 * @param revision the revision that was read.
 * @param updatedAt ISO instant of that revision.
 * @param origin the site's address without a slash at the end.
 */
export function citePage({
  name,
  slug,
  revision,
  updatedAt,
  origin,
}: {
  name: string
  slug: string
  revision: number
  updatedAt: string
  origin: string
}): PageCitation {
  const link = `${origin}/athletes/${slug}?revision=${revision}`
  const day = updatedAt.slice(0, 'YYYY-MM-DD'.length)
  const [year = '', month = ''] = day.split('-')
  const fields = [
    ['title', `{${plainTex(name)}}`],
    ['author', '{Palmarès}'],
    ['howpublished', 'Palmarès, the open record book'],
    ['year', year],
    ['month', null],
    ['note', `Revision ${revision}`],
    ['url', link],
  ] as const
  const lines = fields.map(([field, value]) =>
    value === null ? `  ${field} = ${MONTHS[Number(month) - 1] ?? 'jan'}` : `  ${field} = {${value}}`,
  )
  return {
    text: `“${name}”. Palmarès, the open record book. Revision ${revision}, ${formatDate(day)}. ${link}`,
    bibtex: `@misc{palmares-${slug}-${revision},\n${lines.join(',\n')}\n}`,
    link,
  }
}

/** A name without TeX commands: special characters are escaped. */
function plainTex(text: string): string {
  return text.replace(/[\\{}~^]/g, ' ').replace(/[&%$#_]/g, (character) => `\\${character}`)
}
