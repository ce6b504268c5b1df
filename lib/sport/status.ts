/** Why there is no mark, or none that counts (DOMAIN.md, rule 6). */
export const STATUSES = ['DNF', 'DNS', 'DQ', 'NM', 'NH', 'OTL'] as const
export type Status = (typeof STATUSES)[number]

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
