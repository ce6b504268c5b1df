/** What a listing says beside the record: nothing new, something more, or something else. */
import { sayTheSame } from '../record/assertions'
import { discipline } from '../sport/disciplines'
import { isHandTimed } from '../sport/eligibility'
import { formatMark, formatWind } from '../sport/marks'
import type { PartialDate } from '../sport/partial-date'
import type { Round } from '../sport/performance'
import type { Listing } from './listing'

/** A result of the record, as far as lists speak of it. */
export interface KnownResult {
  id: string
  athleteId: string
  competitionId: string
  discipline: string
  round: Round
  raceNumber: number | null
  value: number | null
  mark: string | null
  status: string | null
  wind: number | null
  /** As the result itself or its race is dated; null where only the competition is. */
  ownDate: PartialDate | null
  /** As it is shown. */
  date: PartialDate
  countryCode: string | null
  /** By classification. */
  places: Record<string, number>
  /** Codes of the records it is claimed to have been. */
  records: string[]
  note?: string | null
}

/** One field for which the list and the record differ. */
export interface ListedChange {
  /** As citations name it: mark, status, date, wind, countryCode, place:overall. */
  field: string
  /** The record's value; null where it has none. */
  before: string | null
  /** What the list asserts. */
  after: string
  /** Whether it fills a gap of the record; otherwise it is cited beside the record's value, as a dispute. */
  fills: boolean
}

/** Over this distance nobody races twice on a day, so another mark on the same day is another account of one race. */
const ONE_RACE_A_DAY = 3_000_000

/**
 * The result that a listing speaks of, among the athlete's results in its discipline; null where there is none.
 *
 * Sure are the same mark on the same day; the same mark in the year where a date is vague; another mark on the same
 * day over 3000 m or more; the same race of the same competition; and for who did not finish somewhere, where the
 * listing does not say, the only such result of the time.
 */
export function findTwin(
  listing: Listing,
  known: readonly KnownResult[],
  competitionId: string | null,
): KnownResult | null {
  const own = known.filter((result) => result.discipline === listing.discipline)
  const agreeing = own.filter((result) => datesAgree(result.date, listing.date))
  const sameMark = agreeing.filter((result) => listing.mark !== null && result.value === listing.mark.value)
  const { distance } = discipline(listing.discipline)
  const isLong = distance !== null && distance >= ONE_RACE_A_DAY
  const sameRace = (result: KnownResult) => result.round === listing.round && result.raceNumber === listing.raceNumber
  const exact = sameMark.filter((result) => result.date === listing.date)
  const twin = exact.find(sameRace) ?? (isLong || listing.place === null ? exact[0] : undefined)
  if (twin) return twin
  const [only, another] = sameMark.filter((result) => isLong || sameRace(result))
  if (only && !another) return only
  const inRace = own.find(
    (result) => result.competitionId === competitionId && sameRace(result) && datesAgree(result.date, listing.date),
  )
  if (inRace) return inRace
  if (listing.mark === null && isNowhere(listing)) {
    const [one, other] = agreeing.filter((result) => result.status === listing.status && sameRace(result))
    if (one && !other) return one
  }
  if (!isLong || !isDay(listing.date)) return null
  return own.find((result) => result.date === listing.date) ?? null
}

function isNowhere({ competition: { name, city, venue } }: Listing): boolean {
  return name === null && city === null && venue === null
}

/** What the listing says of the result that the record does not, or says differently; empty where they agree. */
export function differences(listing: Listing, known: KnownResult): ListedChange[] {
  const changes: ListedChange[] = []
  for (const { field, asserts } of assertionsIn(listing)) {
    const isAnnounced = field === 'status' && known.status === 'ENTERED'
    const held = isAnnounced ? null : heldBy(known, field)
    if (held === asserts) continue
    if (isAnnounced) {
      changes.push({ field, before: 'ENTERED', after: asserts, fills: true })
      continue
    }
    if (held === null) {
      // A mark where the record has a status, or a status where it has a mark, fills nothing: it contradicts.
      const other = field === 'mark' ? known.status : field === 'status' ? known.mark : null
      // Of a start that was only announced, whatever a list says is what became of it.
      changes.push({ field, before: other, after: asserts, fills: other === null || known.status === 'ENTERED' })
    } else if (field === 'date') {
      if (!datesAgree(held, asserts)) changes.push({ field, before: held, after: asserts, fills: false })
      else if (asserts.length > held.length) changes.push({ field, before: held, after: asserts, fills: true })
    } else if (!sayTheSame(field.split(':')[0] ?? field, listing.discipline, held, asserts)) {
      changes.push({ field, before: held, after: asserts, fills: false })
    }
  }
  // A note asserts nothing: it is added where there is none, and never cited.
  if (listing.remark && !known.note) changes.push({ field: 'note', before: null, after: listing.remark, fills: true })
  return changes
}

/** What a listing asserts of a result, field by field, each written as the record would write it. */
export function assertionsIn(listing: Listing): { field: string; asserts: string }[] {
  const { mark, status, wind, date, flags, discipline: slug } = listing
  const said: { field: string; asserts: string }[] = []
  if (mark) {
    const isHand = isHandTimed({ timing: mark.timing, flags })
    said.push({ field: 'mark', asserts: formatMark(mark.value, mark.precision, slug, isHand) })
  }
  if (status) said.push({ field: 'status', asserts: status })
  said.push({ field: 'date', asserts: date })
  if (wind !== null) said.push({ field: 'wind', asserts: formatWind(wind) })
  for (const { classification, place } of placesIn(listing)) {
    said.push({ field: `place:${classification}`, asserts: String(place) })
  }
  for (const code of recordsIn(listing)) said.push({ field: `record:${code}`, asserts: code })
  return said
}

/** Every place that a listing gives, each in its classification. */
export function placesIn({ place, tied, otherPlace, morePlaces = [] }: Listing) {
  const overall = place === null ? [] : [{ classification: 'overall', place, tied }]
  const all = [...overall, ...(otherPlace ? [otherPlace] : []), ...morePlaces]
  return all.filter(({ classification }, index) => {
    return all.findIndex((other) => other.classification === classification) === index
  })
}

/** Bests and world leads are computed, never stored. */
const COMPUTED = new Set(['PB', 'SB', 'WL', 'NL', 'AL'])

/** The codes of the records that it was, NR for "=NR" too. */
export function recordsIn({ records }: Listing): string[] {
  const codes = records.map((code) => code.replace(/^=/, ''))
  return [...new Set(codes)].filter((code) => /^[A-Z0-9]{2,8}$/.test(code) && !COMPUTED.has(code))
}

function heldBy(known: KnownResult, field: string): string | null {
  if (field === 'mark') return known.mark
  if (field === 'status') return known.status
  if (field === 'date') return known.ownDate ?? known.date
  if (field === 'wind') return known.wind === null ? null : formatWind(known.wind)
  const [kind, name = ''] = field.split(':')
  if (kind === 'place') return known.places[name] === undefined ? null : String(known.places[name])
  return kind === 'record' && known.records.includes(name) ? name : null
}

function datesAgree(a: PartialDate, b: PartialDate): boolean {
  const [one, other] = [a.replace('~', ''), b.replace('~', '')]
  return one.startsWith(other) || other.startsWith(one)
}

function isDay(date: PartialDate): boolean {
  return date.length === 'YYYY-MM-DD'.length
}
