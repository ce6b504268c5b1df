/** Rules at work on records that a test makes. */
import type { AthleteRecord } from '../record/athlete'
import { aRecord } from '../record/record.fixture'
import type { Finding, OtherResult, Rule } from './finding'

/** What a rule finds in a record of which a test states only what it is about. */
export function findWith(rule: Rule, record: Partial<AthleteRecord>, others: OtherResult[] = []): Finding[] {
  return rule.run(aRecord(record), { others })
}
