import type { Status } from './record'

const WORDS: Record<Status, string> = {
  DNF: 'did not finish',
  DNS: 'did not start',
  DQ: 'was disqualified',
  NM: 'recorded no mark',
  NH: 'cleared no height',
  OTL: 'finished outside the time limit',
}

/** A status as a sentence says it of an athlete: "did not finish". */
export function statusInWords(status: Status): string {
  return WORDS[status]
}
