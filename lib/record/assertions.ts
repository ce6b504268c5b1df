/** What sources assert of one field, grouped into the values to choose between. */
import type { DisciplineSlug } from '../sport/disciplines'
import { formatWind, parseMark, parseWind } from '../sport/marks'
import type { PartialDate } from '../sport/partial-date'
import { parsePartialDate } from '../sport/partial-date'
import type { Citation } from './source'

/** One value and the citations that assert it. Without citations it is the record's own value. */
export type Assertion = { value: string; accepted: boolean; citations: Citation[] }

/** Texts that can all be true at once; the first is the one shown. */
type Group = { texts: string[]; citations: Citation[]; accepted: boolean }

/**
 * The different values of one field, the accepted first, the others in the order in which they are cited. `held` is
 * the record's own value in the record's units; where it is null, the accepted citations give the value.
 *
 * Marks, winds, places and dates are compared as what they are, so "73:15" is "1:13:15", and "2014-12" does not
 * contradict "2014-12-07"; anything else is compared as text. A citation that asserts nothing contradicts nothing.
 */
export function assertionsOf(
  field: string,
  held: string | number | null,
  citations: readonly Citation[],
  discipline: DisciplineSlug | null,
): Assertion[] {
  const agree = agreement(field, discipline)
  const groups: Group[] = held === null ? [] : [{ texts: [heldText(field, held)], citations: [], accepted: true }]
  for (const [text, citation] of preferredFirst(field, citations)) {
    // A vague date agrees with two days that contradict each other, so a text must agree with all of its group.
    let group = groups.find(({ texts }) => texts.every((known) => agree(known, text)))
    if (group === undefined) {
      group = { texts: [], citations: [], accepted: false }
      groups.push(group)
    }
    group.texts.push(text)
    group.citations.push(citation)
    if (held === null && citation.accepted) group.accepted = true
  }
  return groups
    .map(({ texts, citations, accepted }) => ({ value: texts[0] ?? '', accepted, citations }))
    .sort((a, b) => Number(b.accepted) - Number(a.accepted))
}

function heldText(field: string, held: string | number): string {
  return field === 'wind' && typeof held === 'number' ? formatWind(held) : String(held)
}

/**
 * Accepted citations before others; of dates the fuller before the vaguer, so that a day is shown where one is known.
 */
function preferredFirst(field: string, citations: readonly Citation[]): [text: string, citation: Citation][] {
  const asserted = citations.flatMap((citation): [string, Citation][] =>
    citation.asserts === null ? [] : [[citation.asserts, citation]],
  )
  const vagueness = (text: string) => (isDate(field) ? -(parsePartialDate(text)?.length ?? 0) : 0)
  return asserted.sort(
    ([a, first], [b, second]) => Number(second.accepted) - Number(first.accepted) || vagueness(a) - vagueness(b),
  )
}

/** Whether two texts about one field can both be true. */
export function sayTheSame(field: string, discipline: DisciplineSlug | null, a: string, b: string): boolean {
  return agreement(field, discipline)(a, b)
}

function agreement(field: string, discipline: DisciplineSlug | null): (a: string, b: string) => boolean {
  if (isDate(field)) return datesAgree
  const meaning = (text: string): string | number => {
    const plain = text.trim().replace(/\s+/g, ' ')
    if (field === 'mark' && discipline !== null) {
      const mark = parseMark(plain, discipline)
      return mark.ok ? mark.value : plain
    }
    if (field === 'wind') return parseWind(plain) ?? plain
    if (field === 'place') return /^\d+/.test(plain) ? Number.parseInt(plain, 10) : plain
    return plain
  }
  return (a, b) => meaning(a) === meaning(b)
}

function isDate(field: string): boolean {
  return /date$/i.test(field)
}

/** Two dates agree when one may be a less precise form of the other; of "about April 2014" only the year counts. */
function datesAgree(a: string, b: string): boolean {
  const [first, second] = [parsePartialDate(a), parsePartialDate(b)]
  if (first === null || second === null) return a.trim() === b.trim()
  const [known, other] = first.endsWith('~') || second.endsWith('~') ? [year(first), year(second)] : [first, second]
  return known.startsWith(other) || other.startsWith(known)
}

function year(date: PartialDate): string {
  return date.slice(0, 'YYYY'.length)
}
