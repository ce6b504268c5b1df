/**
 * What the record's rules notice. A rule is a small pure function over one athlete's record; a finding names the
 * rule, the subject, the evidence, and the form that fixes it. Findings are computed, never stored.
 */

import type { AthleteRecord } from '../record/athlete'
import type { Result } from '../record/result'
import { byText } from '../sport/chronology'
import { fingerprintOf } from './fingerprint'

/** error: the record contradicts itself. warning: something cannot be right. notice: worth a look. */
export type Severity = 'error' | 'warning' | 'notice'

/** A source's assertion, or a figure of the record itself, which has no source. */
export interface Evidence {
  /** By slug. */
  source: string | null
  locator: string | null
  asserts: string | null
}

export interface Finding {
  rule: string
  severity: Severity
  /** Whether a reader of the public page would want to know. */
  concerns: 'reader' | 'editor'
  /** The subject by a stable key: "result:<id>", "athlete:<slug>", "competition:<slug>". */
  subject: string
  /** The subject in words: "Ser-Od Bat-Ochir: Marathon, London Marathon 2011". */
  label: string
  /** The field of a result as `citedFields` names it, or the kind of a claim; null for the subject as a whole. */
  field: string | null
  /** One or two plain sentences with the figures. */
  explanation: string
  evidence: Evidence[]
  /** Path of the form that fixes it. */
  fix: string
  /** Changes when the evidence changes, and only then. */
  fingerprint: string
}

/** A finding as a rule makes it. */
export type Found = Pick<Finding, 'subject' | 'label' | 'field' | 'explanation' | 'evidence' | 'fix'>

/** What the rules read of one athlete. */
export type CheckedRecord = Omit<AthleteRecord, 'updatedAt' | 'revision'>

/** Somebody else's result; a missing country is filled in from the athlete. */
export interface OtherResult {
  name: string
  result: Result
}

/** What a rule needs beyond one athlete's record. */
export interface Context {
  /**
   * Other athletes' results in the same races; of the same country in disciplines in which a national record is
   * claimed; and in series in which a course or championship record is.
   */
  others: readonly OtherResult[]
  /** Results in one edition of a list that are missing from a later one. */
  vanished?: readonly VanishedResult[]
}

/** A result of the record that is missing from the later edition of its list. */
export interface VanishedResult {
  resultId: string
  /** The source of the edition that had it, by slug. */
  source: string
  /** The name of both editions: "marathon.csv". */
  list: string
  /** ISO day on which the later edition was imported. */
  since: string
}

export interface Rule {
  name: string
  title: string
  /** What the rule looks for, in a sentence or two for people. */
  explanation: string
  severity: Severity
  concerns: Finding['concerns']
  run(record: CheckedRecord, context: Context): Finding[]
}

/** A rule from its description and the function that finds. */
export function defineRule({
  find,
  ...rule
}: Omit<Rule, 'run'> & { find(record: CheckedRecord, context: Context): Found[] }): Rule {
  const { name, severity, concerns } = rule
  return {
    ...rule,
    run: (record, context) =>
      find(record, context).map((found) => ({
        rule: name,
        severity,
        concerns,
        ...found,
        fingerprint: fingerprintOf([name, found.subject, found.field, found.evidence.toSorted(byContent)]),
      })),
  }
}

function byContent(a: Evidence, b: Evidence): number {
  const text = ({ source, locator, asserts }: Evidence) => JSON.stringify([source, locator, asserts])
  return byText(text(a), text(b))
}
