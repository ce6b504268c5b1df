import type { Result } from '../record/result'
import { isChampionship } from '../sport/championships'
import { discipline } from '../sport/disciplines'

/** Whether the record has two results in the same race: the same heat, or the same final, of one event. */
export function isSameRace(a: Result, b: Result): boolean {
  return (
    a.competition.id === b.competition.id &&
    a.discipline === b.discipline &&
    a.round === b.round &&
    a.raceNumber === b.raceNumber &&
    a.sex === b.sex &&
    a.ageGroup === b.ageGroup &&
    a.paraClass === b.paraClass
  )
}

/**
 * Whether the places and the marks of a race can be compared. Meetings run a distance in several races,
 * and lists seldom say which; a championship has one final, and so has the road. A jump may be placed by a windy
 * attempt while the list gives the best one that counts.
 */
export function isOneOrder({ raceNumber, round, competition, discipline: slug }: Result): boolean {
  const { surface, windSensitive } = discipline(slug)
  if (surface === 'FIELD' && windSensitive) return false
  if (raceNumber !== null) return true
  const isOffTrack = surface === 'ROAD' || surface === 'CROSS_COUNTRY' || surface === 'MOUNTAIN_TRAIL'
  return round === 'FINAL' && (isChampionship(competition) || isOffTrack)
}
