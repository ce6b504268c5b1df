import type { Result } from '../record'

/** Whether two results stand in the same race: the same heat, or the same final, of one event. */
export function isSameRace(a: Result, b: Result): boolean {
  return raceOf(a) === raceOf(b)
}

function raceOf({ competition, discipline, sex, ageGroup, paraClass, round, raceNumber }: Result): string {
  return JSON.stringify([competition.id, discipline, sex, ageGroup, paraClass, round, raceNumber])
}
