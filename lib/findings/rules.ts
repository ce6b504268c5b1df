/** Every rule, in the order in which findings are listed, and what they find in one athlete's record. */
import { byText } from '../sport/chronology'
import { wrongAgeGroup } from './age-groups'
import { beatenBest, beatenRecord } from './beaten-marks'
import { bareNumber, contradictedFootnote, emptyBinding } from './biography'
import { staleClaim, uncheckedClaim, wrongClaim } from './claims'
import { marathonsDaysApart, outsideCompetition, outsideLifetime } from './dates'
import { possibleDouble, twiceInOneRace } from './doubles'
import type { CheckedRecord, Context, Finding, Rule, Severity } from './finding'
import { unclaimedRecord } from './national-records'
import { impossiblePlace, placeWithoutFinish } from './places'
import { repeatedMark } from './repeated-marks'
import { openDispute, settledDispute } from './sources-disagree'
import { uncitedFigure } from './uncited-figures'
import { unexplainedBest } from './unexplained-bests'
import { beyondRecord, impossibleMark, unlikelyMark } from './unlikely-marks'
import { vanishedFromList } from './vanished'

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice']

export const RULES: readonly Rule[] = [
  openDispute,
  twiceInOneRace,
  impossibleMark,
  placeWithoutFinish,
  outsideLifetime,
  outsideCompetition,
  wrongAgeGroup,
  emptyBinding,
  wrongClaim,
  beyondRecord,
  beatenBest,
  beatenRecord,
  impossiblePlace,
  possibleDouble,
  unexplainedBest,
  uncitedFigure,
  bareNumber,
  contradictedFootnote,
  settledDispute,
  staleClaim,
  repeatedMark,
  unclaimedRecord,
  unlikelyMark,
  marathonsDaysApart,
  vanishedFromList,
  uncheckedClaim,
]

/** What the rules find in one athlete's record, in no order. */
export function findingsIn(record: CheckedRecord, context: Context): Finding[] {
  return RULES.flatMap((rule) => rule.run(record, context))
}

/** By severity, then by rule, then by subject, so that the order of findings is always the same. */
export function byWeight(a: Finding, b: Finding): number {
  const rank = ({ severity }: Finding) => SEVERITIES.indexOf(severity)
  const place = ({ rule }: Finding) => RULES.findIndex(({ name }) => name === rule)
  return (
    rank(a) - rank(b) ||
    place(a) - place(b) ||
    byText(a.label, b.label) ||
    byText(a.field ?? '', b.field ?? '') ||
    byText(a.fingerprint, b.fingerprint)
  )
}

/** A finding as the open data has it. */
export function openFinding({ rule, severity, subject, field, explanation, evidence }: Finding) {
  return {
    rule,
    severity,
    subject,
    field,
    explanation,
    evidence: evidence.map(({ source, locator, asserts }) => ({ source, locator, asserts })),
  }
}
