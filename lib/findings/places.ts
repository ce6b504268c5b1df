/** Places that the other results of the race, or the result itself, do not allow. */

import type { Place, Result } from '../record/result'
import { byText } from '../sport/chronology'
import { isBetter } from '../sport/compared-mark'
import { displayMark } from '../sport/display-mark'
import { statusInWords } from '../sport/status'
import { ordinal } from '../text/number-words'
import { type CheckedRecord, type Context, defineRule, type Found, type OtherResult } from './finding'
import { isOneOrder, isSameRace } from './race'
import { evidenceOf, markEvidence, ofResult, resultLabel } from './subject'

export const impossiblePlace = defineRule({
  name: 'impossible-place',
  title: 'A place that the race does not allow',
  explanation:
    'More athletes are known to have been faster, or to have gone farther, than the place leaves room for; or somebody behind has the better mark; or two share a place without a tie.',
  severity: 'warning',
  concerns: 'reader',
  find: (record, context) =>
    record.results.filter((result) => result.team === null && isOneOrder(result)).flatMap(impossible(record, context)),
})

export const placeWithoutFinish = defineRule({
  name: 'place-without-finish',
  title: 'A place without a finish',
  explanation:
    'The athlete has a place, and a status that leaves none: did not start or finish, no mark, disqualified.',
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

/** The classification in which everybody in the race has a place. */
const WHOLE_RACE = ['overall', 'heat']

function impossible({ athlete }: CheckedRecord, { others }: Context): (result: Result) => Found[] {
  return (result) => {
    const own = { name: athlete.displayName, result }
    const race = others
      .filter((other) => other.result.team === null && isSameRace(other.result, result))
      .sort((a, b) => byText(a.result.id, b.result.id))
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

function tooGood(
  { name, result }: OtherResult,
  { classification, place, citations }: Place,
  ahead: OtherResult[],
): Found {
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

/** Worded the same from either side, so that it is one finding. */
function clash(a: OtherResult, b: OtherResult, classification: string): Found[] {
  const [front, back] = [a, b]
    .flatMap(({ name, result }) => {
      const place = result.places.find((one) => one.classification === classification)
      return place ? [{ name, result, place }] : []
    })
    .sort((x, y) => x.place.place - y.place.place || byText(x.result.id, y.result.id))
  if (front === undefined || back === undefined) return []
  const isShared = front.place.place === back.place.place
  // Equal marks in one place are an unmarked tie, and harmless.
  const isLevel = front.result.value !== null && front.result.value === back.result.value
  const isTie = front.place.tied || back.place.tied || isLevel
  const isWrong = isShared ? !isTie : isAhead(back.result, front.result)
  if (!isWrong) return []
  const [first, second] = [front, back].map(
    ({ name, result, place }) => `${name} is ${ordinal(place.place)} with ${displayMark(result) ?? 'an unknown mark'}`,
  )
  const what = isShared ? 'two in one place, and no tie' : 'the better mark has the worse place'
  return [
    {
      ...ofResult(front.result, front.name),
      field: `place:${classification}`,
      explanation: `In ${resultLabel(front.result)}, ${first} and ${second}: ${what}.`,
      evidence: [front, back].flatMap(({ result, place }) => [
        ...evidenceOf(result, 'place', place.citations, String(place.place)),
        ...markEvidence(result),
      ]),
    },
  ]
}

/**
 * Whether one must have been placed ahead of the other. Net times leave out the way to the start line, so they decide
 * nothing.
 */
function isAhead(one: Result, other: Result): boolean {
  if (one.value === null || other.value === null || one.status !== null || other.status !== null) return false
  if (one.timing === 'NET' || other.timing === 'NET') return false
  return isBetter(one.value, other.value, one.discipline)
}
