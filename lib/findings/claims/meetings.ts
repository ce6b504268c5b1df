/** Claims about who was ahead of whom. */
import { whoWasAhead } from '../../career/head-to-head'
import { isSameRace } from '../race'
import type { Scene } from './scene'
import { fails, HOLDS, unknown, type Verdict } from './verdict'

/** What a source says of a race without marks or places is taken for it. */
export function checkAheadOf({ claim: { otherId, text }, context, result }: Scene): Verdict {
  if (result === null || text === null) return unknown('the result of which it speaks')
  if (otherId === null) return unknown(`the athlete who is meant by ${text}`)
  const other = context.others.find(({ result: theirs }) => theirs.athleteId === otherId && isSameRace(theirs, result))
  if (other === undefined) return unknown(`a result of ${text} in that race`)
  const ahead = whoWasAhead(result, other.result)
  if (ahead === null) return unknown('the places of both, or their marks')
  return ahead === 'one' ? HOLDS : fails(`${other.name} was ahead`, [other.result])
}
