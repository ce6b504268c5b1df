import type { AthleteRecord } from '@/lib/record/athlete'
import type { DisciplineSlug } from '@/lib/sport/disciplines'

/** The athlete's disciplines, those with most results first; a race run for a team does not count. */
export function primaryDisciplines({ results }: AthleteRecord): DisciplineSlug[] {
  const counts = new Map<DisciplineSlug, number>()
  for (const { discipline, team } of results) {
    counts.set(discipline, (counts.get(discipline) ?? 0) + (team === null ? 1 : 0))
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([slug]) => slug)
}
