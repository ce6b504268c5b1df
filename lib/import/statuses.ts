/** Words for those who have no mark, as lists of many countries print them. */
import type { Status } from '../sport/status'

const WORDS: Readonly<Record<Status, string>> = {
  DNF: `dnf, did not finish, abandoned, retired, ab, abd, abandon, abandono, aufg, aufgegeben, rit, ritirato, retirado,
    途中棄権, сошел, сошла, сход, не финишировал, не финишировала, не фин, дуусгаагуй`,
  DNS: `dns, did not start, n a, n a ang, nicht am start, nicht angetreten, n angetr, np, no presentado, np no present,
    non partant, non partante, absent, 欠場, 棄権, н я, н/я, не явился, не явилась, не стартовал, не стартовала, гараагуй`,
  DQ: `dq, dsq, disq, disqualified, disqualifiziert, disqualifie, disqualifiee, descalificado, descalificada, desc,
    squalificato, squalificata, sq, 失格, дискв, дисквалификация, дисквалифицирован, дисквалифицирована, хасагдсан`,
  NM: `nm, foul, fouled, all fouls, no mark, no valid mark, no valid trial, nvt, ogv, o g v, ohne gultigen versuch, nul, sin marca, snm, nc,
    記録なし, 記録無し, н з, н/з, нет зачета, без результата`,
  NH: 'nh, no height',
  OTL: 'otl, over time limit, outside time limit, over the time limit, タイムオーバー, 時間外',
  // Start lists are no lists of results: nothing in one is read as a start that was only announced.
  ENTERED: '',
}

const statusByWord = new Map<string, Status>(
  (Object.keys(WORDS) as Status[]).flatMap((status) =>
    (WORDS[status] ? WORDS[status].split(',') : []).map((word): [string, Status] => [wordKey(word), status]),
  ),
)

/** The status in a cell: "DNF", "Disq. (TR 17.3)", "途中棄権"; null where it is none. */
export function statusOf(text: string): Status | null {
  if (text.length > 60 || /^[\d\s.:,+-]*[a-z]?\d*$/.test(text)) return null
  return statusByWord.get(wordKey(text.replace(/[([].*$/s, ''))) ?? null
}

function wordKey(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/(?<=[a-zеу])\p{M}/gu, '')
    .normalize('NFC')
    .replaceAll('ү', 'у')
    .replace(/[\s.\-_']+/g, ' ')
    .trim()
}
