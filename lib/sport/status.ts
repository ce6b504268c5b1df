/** Why there is no mark, or none that counts (DOMAIN.md, rule 6). */
export const STATUSES = ['DNF', 'DNS', 'DQ', 'NM', 'NH', 'OTL', 'ENTERED'] as const
export type Status = (typeof STATUSES)[number]

const WORDS: Record<Status, string> = {
  DNF: 'did not finish',
  DNS: 'did not start',
  DQ: 'was disqualified',
  NM: 'recorded no mark',
  NH: 'cleared no height',
  OTL: 'finished outside the time limit',
  ENTERED: 'was announced to start, and nothing more is known here',
}

/** A status as a sentence says it of an athlete: "did not finish". */
export function statusInWords(status: Status): string {
  return WORDS[status]
}

/** Whether there was a start: one that was only announced is none, as far as is known. */
export function hasStarted({ status }: { status: Status | null }): boolean {
  return status !== 'DNS' && status !== 'ENTERED'
}

/** What a status is called in a column of marks. */
export function statusCode(status: Status): string {
  return status === 'ENTERED' ? 'announced' : status
}
