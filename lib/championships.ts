import type { Category } from './record'

/** Kinds of competition by weight, the greatest first. */
const BY_WEIGHT: readonly Category[] = [
  'OLYMPIC_GAMES',
  'WORLD_CHAMPIONSHIPS',
  'CONTINENTAL_GAMES',
  'CONTINENTAL_CHAMPIONSHIPS',
  'REGIONAL_GAMES',
  'NATIONAL_CHAMPIONSHIPS',
  'ROAD_RACE',
  'TRACK_MEETING',
  'RELAY',
]

const CHAMPIONSHIPS = new Set<Category>(BY_WEIGHT.slice(0, BY_WEIGHT.indexOf('REGIONAL_GAMES') + 1))

/** Compares kinds of competition, the weightier first: Olympic Games, World Championships, continental … */
export function byWeight(a: Category, b: Category): number {
  return BY_WEIGHT.indexOf(a) - BY_WEIGHT.indexOf(b)
}

/** Whether nations send teams for medals: the Olympic Games, world, continental and regional games and championships. */
export function isChampionship(competition: { category: Category }): boolean {
  return CHAMPIONSHIPS.has(competition.category)
}
