/** The outcome of checking a claim. */
import type { Result } from '../../record/result'

export type Verdict =
  | { holds: true }
  /** `truth` is a sentence's second half: "it was 5"; `against` the results that say so. */
  | { holds: false; truth: string; against: Result[] }
  /** The record knows too little; `missing` names what it lacks. */
  | { holds: null; missing: string }

export const HOLDS: Verdict = { holds: true }

const ENOUGH = 3

/** More than a few results that contradict a claim make it no more wrong. */
export function fails(truth: string, against: readonly Result[] = []): Verdict {
  return { holds: false, truth, against: against.slice(0, ENOUGH) }
}

/** "A, B, C and 4 more". */
export function listed(texts: readonly string[]): string {
  const more = texts.length - ENOUGH
  return texts.slice(0, ENOUGH).join(', ') + (more > 0 ? ` and ${more} more` : '')
}

export function unknown(missing: string): Verdict {
  return { holds: null, missing }
}

/**
 * A claimed count against what the record knows: `sure` at least, `possible` at most, by the moment in question. More
 * than it knows is no contradiction, for a record may lack results but has none that did not happen.
 */
export function compareCount(claimed: number, sure: Result[], possible: Result[], what: string): Verdict {
  if (claimed < sure.length) return fails(`the record holds ${sure.length} ${what}`, sure.slice(claimed - sure.length))
  if (claimed <= possible.length) return HOLDS
  return unknown(`${claimed - possible.length} of the ${claimed} ${what}: it holds ${possible.length}`)
}
