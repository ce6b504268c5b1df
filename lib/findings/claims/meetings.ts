/** Claims about who was ahead of whom. */
import { whoWasAhead } from '../../career/head-to-head'
import { isSameRace } from '../race'
import type { Scene } from './scene'
import { fails, HOLDS, unknown, type Verdict } from './verdict'

/** The other is named as the record calls them. What a source says of a race without marks or places is taken for it. */
export function checkAheadOf({ claim: { text }, context, result }: Scene): Verdict {
  if (result === null || text === null) return unknown('the result of which it speaks')
  const other = context.others.find(({ name, result: theirs }) => name === text && isSameRace(theirs, result))
  if (other === undefined) return unknown(`a result of ${text} in that race`)
  const ahead = whoWasAhead(result, other.result)
  if (ahead === null) return unknown('the places of both, or their marks')
  return ahead === 'one' ? HOLDS : fails(`${text} was ahead`, [other.result])
}
