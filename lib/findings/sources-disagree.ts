/** Where citations of one field assert different values: settled by the editors, or open. */

import type { Athlete } from '../record/athlete'
import { type Dispute, disputes } from '../record/disputes'
import { type CheckedRecord, defineRule, type Evidence, type Found } from './finding'
import { citedAs, ofAthlete, ofCompetition, ofResult } from './subject'

type Subject = Pick<Found, 'subject' | 'label' | 'fix'>

export const openDispute = defineRule({
  name: 'open-dispute',
  title: 'Sources disagree, and nobody has settled it',
  explanation: 'Two sources assert different values of one field, and both are marked as accepted.',
  severity: 'error',
  concerns: 'reader',
  find: (record) =>
    disputesOf(record)
      .filter(([, dispute]) => !isSettled(dispute))
      .map(foundIn),
})

export const settledDispute = defineRule({
  name: 'settled-dispute',
  title: 'Sources disagree, and the editors have chosen',
  explanation: 'Two sources assert different values of one field. One is accepted, the other is kept with the reason.',
  severity: 'notice',
  concerns: 'reader',
  find: (record) =>
    disputesOf(record)
      .filter(([, dispute]) => isSettled(dispute))
      .map(foundIn),
})

/** One value is accepted, and every source of another is marked as not. */
function isSettled({ assertions }: Dispute): boolean {
  const [chosen, ...others] = assertions
  return chosen?.accepted === true && others.every(({ citations }) => citations.every(({ accepted }) => !accepted))
}

function disputesOf(record: CheckedRecord): [Subject, Dispute][] {
  const { athlete, results } = record
  const whole = { ...record, updatedAt: '', revision: 0 }
  const nobody: Athlete = { ...athlete, citations: [], names: [], affiliations: [] }
  const competitions = new Map(results.map((result) => [result.competition.id, result]))
  const ofCompetitions = [...competitions.values()].flatMap((result) =>
    disputes({ ...whole, athlete: nobody, results: [{ ...result, citations: [], places: [], records: [] }] }).map(
      (dispute): [Subject, Dispute] => [ofCompetition(result.competition), dispute],
    ),
  )
  const ofResults = results.flatMap((result) =>
    disputes({ ...whole, athlete: nobody, results: [result] })
      .filter(({ resultId }) => resultId !== null)
      .map((dispute): [Subject, Dispute] => [ofResult(result, athlete.displayName), dispute]),
  )
  const ofPerson = disputes({ ...whole, results: [] }).map((dispute): [Subject, Dispute] => [
    ofAthlete(athlete),
    dispute,
  ])
  return [...ofPerson, ...ofCompetitions, ...ofResults]
}

function foundIn([subject, { field, subject: thing, assertions }]: [Subject, Dispute]): Found {
  // "startDate" as "start date", "place:overall" as "place (overall)".
  const name = field
    .replace(/^(\w+):(.*)$/, '$1 ($2)')
    .replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
  const what = thing.startsWith('Name ') || subject.subject.startsWith('athlete:') ? thing : name
  const [chosen, ...others] = assertions.map(({ value }) => `“${value}”`)
  const reasons = assertions
    .flatMap(({ citations }) => citations)
    .flatMap(({ accepted, reason }) => (accepted || reason === null ? [] : reason))
  return {
    ...subject,
    field,
    explanation: [
      `${what.charAt(0).toUpperCase()}${what.slice(1)}: the record has ${chosen}, but ${others.join(' and ')} ${others.length > 1 ? 'are' : 'is'} asserted as well.`,
      ...new Set(reasons),
    ].join(' '),
    evidence: assertions.flatMap(({ value, citations }): Evidence[] =>
      citations.length > 0 ? citations.map(citedAs) : [{ source: null, locator: null, asserts: value }],
    ),
  }
}
