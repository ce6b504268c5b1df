/** The subjects of findings: their keys, their labels, and the forms that fix them. */

import type { Athlete } from '../record/athlete'
import type { Competition } from '../record/competition'
import { competitionLabel } from '../record/competition-form'
import type { Result } from '../record/result'
import type { Citation } from '../record/source'
import { discipline } from '../sport/disciplines'
import { displayMark } from '../sport/display-mark'
import { ordinal } from '../text/number-words'
import type { Evidence, Found } from './finding'

type Subject = Pick<Found, 'subject' | 'label' | 'fix'>

export function ofAthlete({ id, slug, displayName }: Athlete): Subject {
  return { subject: `athlete:${slug}`, label: displayName, fix: `/admin/things/athlete/${id}` }
}

/** @param name the athlete's. */
export function ofResult(result: Result, name: string): Subject {
  return {
    subject: `result:${result.id}`,
    label: `${result.team ?? name}: ${resultLabel(result)}`,
    fix: `/admin/results/${result.id}`,
  }
}

export function ofCompetition(competition: Competition): Subject {
  const { id, slug } = competition
  return {
    subject: `competition:${slug}`,
    label: competitionLabel(competition),
    fix: `/admin/things/competition/${id}`,
  }
}

/** "Marathon, London Marathon 2011", "5000 m, Nittai University Time Trials 2025, heat 35". */
export function resultLabel({ discipline: slug, competition, round, raceNumber }: Result): string {
  const race = round === 'FINAL' ? null : [round.toLowerCase(), raceNumber].filter((part) => part !== null).join(' ')
  return [discipline(slug).name, competitionLabel(competition), race].filter((part) => part !== null).join(', ')
}

/** "2:11:35 (Marathon, London Marathon 2011)". */
export function markIn(result: Result): string {
  return `${displayMark(result) ?? 'an unknown mark'} (${resultLabel(result)})`
}

/** A result in short: "2024-08-10, 2:42:33, 71st". */
export function summary(result: Result): string {
  const places = result.places.map(({ classification, place }) =>
    classification === 'overall' ? ordinal(place) : `${ordinal(place)} (${classification})`,
  )
  return [result.date, displayMark(result) ?? result.status, ...places].filter((part) => part !== null).join(', ')
}

export function citedAs({ source, locator, asserts }: Pick<Citation, 'source' | 'locator' | 'asserts'>): Evidence {
  return { source: source.slug, locator, asserts }
}

/** What each source asserts of a field; the record's own value where no source asserts it. */
export function evidenceOf(result: Result, field: string, citations: readonly Citation[], held: string): Evidence[] {
  const said = citations.filter((citation) => citation.field === field && citation.asserts !== null)
  if (said.length > 0) return said.map(citedAs)
  return [{ source: null, locator: resultLabel(result), asserts: held }]
}

/** Who says that this was the mark. */
export function markEvidence(result: Result): Evidence[] {
  return evidenceOf(result, 'mark', result.citations, displayMark(result) ?? 'unknown')
}
