import type { Result } from '@/lib/record/result'
import { discipline } from '@/lib/sport/disciplines'
import { competitionLinkedData } from '../competition/linked-data'
import { competitionAndYear } from '../record/view'

/** The race as schema.org knows it, part of its competition; there is no class there for a mark or a place. */
export function resultLinkedData(result: Result, who: { name: string; slug: string | null }, origin: string): object {
  const competition = competitionLinkedData(result.competition, origin)
  return {
    ...competition,
    '@id': `${origin}/results/${result.id}`,
    url: `${origin}/results/${result.id}`,
    name: `${discipline(result.discipline).name}, ${competitionAndYear(result)}`,
    alternateName: undefined,
    endDate: undefined,
    startDate: result.date.replace('~', ''),
    superEvent: competition,
    competitor: {
      '@type': result.team === null ? 'Person' : 'SportsTeam',
      name: who.name,
      url: who.slug === null ? undefined : `${origin}/athletes/${who.slug}`,
    },
  }
}
