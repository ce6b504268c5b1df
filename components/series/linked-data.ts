import type { Series } from '@/lib/record/competition'
import type { SeriesEdition } from './editions'

/** The series as schema.org knows it, with its editions. */
export function seriesLinkedData({ slug, name }: Series, editions: readonly SeriesEdition[], origin: string): object {
  return {
    '@type': 'EventSeries',
    '@id': `${origin}/series/${slug}`,
    url: `${origin}/series/${slug}`,
    name,
    subEvent: editions.map(({ competition }) => ({
      '@type': 'SportsEvent',
      '@id': `${origin}/competitions/${competition.slug}`,
      name: competition.name,
      startDate: competition.startDate?.replace('~', '') ?? String(competition.year),
    })),
  }
}
