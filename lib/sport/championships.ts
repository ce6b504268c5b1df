/** Kinds of competition by weight, the greatest first. */
export const CATEGORIES = [
  'OLYMPIC_GAMES',
  'WORLD_CHAMPIONSHIPS',
  'CONTINENTAL_GAMES',
  'CONTINENTAL_CHAMPIONSHIPS',
  'REGIONAL_GAMES',
  'NATIONAL_CHAMPIONSHIPS',
  'ROAD_RACE',
  'TRACK_MEETING',
  'RELAY',
] as const
export type Category = (typeof CATEGORIES)[number]

const CHAMPIONSHIPS = new Set<Category>(CATEGORIES.slice(0, CATEGORIES.indexOf('REGIONAL_GAMES') + 1))

/** Compares kinds of competition, the weightier first: Olympic Games, World Championships, continental … */
export function byWeight(a: Category, b: Category): number {
  return CATEGORIES.indexOf(a) - CATEGORIES.indexOf(b)
}

/**
 * Whether nations send teams for medals: the Olympic Games, world, continental and regional games and championships.
 */
export function isChampionship(competition: { category: Category }): boolean {
  return CHAMPIONSHIPS.has(competition.category)
}
