/** Places that the other results of the race, or the result itself, do not allow. */
import { isBetter } from '../bests'
import { byText } from '../chronology'
import { ordinal } from '../number-words'
import type { Place, Result } from '../record'
import { statusInWords } from '../status'
import { type CheckedRecord, type Context, defineRule, type Found, type OtherResult } from './finding'
import { isSameRace } from './race'
import { evidenceOf, markEvidence, markIn, ofResult, resultLabel } from './subject'

export const impossiblePlace = defineRule({
  name: 'impossible-place',
  title: 'A place that the race does not allow',
  explanation:
    'More athletes are known to have been faster, or to have gone farther, than the place leaves room for; or somebody behind has the better mark; or two share a place without a tie.',
  severity: 'warning',
  concerns: 'reader',
  find: (record, context) => record.results.filter(({ team }) => team === null).flatMap(impossible(record, context)),
})

/** The classification in which everybody in the race has a place. */
const WHOLE_RACE = ['overall', 'heat']

function impossible({ athlete }: CheckedRecord, { others }: Context): (result: Result) => Found[] {
  return (result) => {
    const own = { name: athlete.displayName, result }
    const race = others.filter((other) => other.result.team === null && isSameRace(other.result, result))
    return result.places.flatMap((place) => {
      const clashes = race.flatMap((other) => clash(own, other, place.classification))
      if (clashes.length > 0) return clashes
      const ahead = race.filter((other) => isAhead(other.result, result))
      return WHOLE_RACE.includes(place.classification) && ahead.length >= place.place
        ? [tooGood(own, place, ahead)]
        : []
    })
  }
}

function tooGood({ name, result }: OtherResult, { classification, place, citations }: Place, ahead: OtherResult[]): Found {
  const [first] = ahead
  return {
    ...ofResult(result, name),
    field: `place:${classification}`,
    explanation: `${ordinal(place)} in ${resultLabel(result)}, but ${ahead.length} known results of the race are better${first ? `, ${first.name} among them` : ''}.`,
    evidence: [
      ...evidenceOf(result, 'place', citations, String(place)),
      ...ahead.slice(0, place).flatMap((other) => markEvidence(other.result)),
    ],
  }
}

/** Told in one way, from whichever side it is seen, so that it is one finding. */
function clash(a: OtherResult, b: OtherResult, classification: string): Found[] {
  const [one, other] = [a, b].sort((x, y) => placeIn(x) - placeIn(y) || byText(x.result.id, y.result.id))
  if (one === undefined || other === undefined) return []
  const [better, worse] = [one, other].map(({ result }) => placeOf(result))
  if (better === undefined || worse === undefined) return []
  const told = (what: string): Found[] => [
    {
      ...ofResult(one.result, one.name),
      field: `place:${classification}`,
      explanation: `In ${resultLabel(one.result)}, ${one.name} is ${ordinal(better.place)} with ${markText(one.result)} and ${other.name} is ${ordinal(worse.place)} with ${markText(other.result)}: ${what}.`,
      evidence: [one, other].flatMap(({ result }) => [
        ...evidenceOf(result, 'place', placeOf(result)?.citations ?? [], String(placeOf(result)?.place)),
        ...markEvidence(result),
      ]),
    },
  ]
  if (better.place === worse.place) {
    const isTie = better.tied || worse.tied
    return isTie ? [] : told('two in one place, and no tie')
  }
  return isAhead(other.result, one.result) ? told('the better mark has the worse place') : []

  function placeOf(result: Result): Place | undefined {
    return result.places.find((place) => place.classification === classification)
  }
  function placeIn({ result }: OtherResult): number {
    return placeOf(result)?.place ?? Number.POSITIVE_INFINITY
  }
}

/** Whether somebody must have been placed before another. Net times leave out the way to the start, so they tell nothing. */
function isAhead(one: Result, other: Result): boolean {
  if (one.value === null || other.value === null || one.status !== null || other.status !== null) return false
  if (one.timing === 'NET' || other.timing === 'NET') return false
  return isBetter(one.value, other.value, one.discipline)
}

function markText(result: Result): string {
  return result.value === null ? 'an unknown mark' : markIn(result).replace(/ \(.*\)$/, '')
}

export const placeWithoutFinish = defineRule({
  name: 'place-without-finish',
  title: 'A place without a finish',
  explanation: 'The athlete has a place, and a status that leaves none: did not start or finish, no mark, disqualified.',
  severity: 'error',
  concerns: 'reader',
  find: ({ athlete, results }) =>
    results.flatMap((result) => {
      const { status, places } = result
      if (status === null || status === 'OTL') return []
      return places.map(({ classification, place, citations }) => ({
        ...ofResult(result, athlete.displayName),
        field: `place:${classification}`,
        explanation: `${resultLabel(result)}: ${athlete.displayName} ${statusInWords(status)}, and yet has place ${place}.`,
        evidence: [
          ...evidenceOf(result, 'status', result.citations, status),
          ...evidenceOf(result, 'place', citations, String(place)),
        ],
      }))
    }),
})

