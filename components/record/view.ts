import { type BestKnown, bestsOnlyKnown } from '@/lib/career/best-known'
import { type PersonalBest, personalBests, type SeparateBest, separateBests } from '@/lib/career/bests'
import { noteNumbers } from '@/lib/career/biography'
import { type NationalProgression, ownProgressions } from '@/lib/career/national-progression'
import { type AthletePage, athleteAddress } from '@/lib/pages/athlete-pages'
import type { AthleteRecord } from '@/lib/record/athlete'
import { type Dispute, disputes } from '@/lib/record/disputes'
import type { Result } from '@/lib/record/result'
import type { Source } from '@/lib/record/source'
import type { DisciplineSlug } from '@/lib/sport/disciplines'
import { MAIN_LIST } from '@/lib/sport/separate-lists'
import { groupBy } from './group-by'

/** What the parts of a page need to know about the whole record to show one of its figures. */
export interface RecordView {
  slug: string
  /** Which of the athlete's pages is being read; null elsewhere. */
  page: AthletePage | null
  /** "" or, where the record is read as it stood, "?asOf=2024-08-01": what links that stay in that state end in. */
  query: string
  /** Number of each source, by slug: those the biography cites first, in its order. */
  numbers: ReadonlyMap<string, number>
  sources: ReadonlyMap<string, Source>
  /** The best of each discipline with its progression: computed once for the whole page. */
  bests: readonly PersonalBest[]
  /** The same of marks that no main list has: on the short track, wind-assisted, of a para class … */
  separate: readonly SeparateBest[]
  /** Results that were a personal best on their day, and those that still are. */
  bestsOnTheDay: ReadonlySet<string>
  bestsToday: ReadonlySet<string>
  /** Of those, and of season's bests, the ones that races of unknown mark could contradict. */
  bestKnown: BestKnown
  /** The national progressions in which the athlete has a record that a source claims. */
  national: readonly NationalProgression[]
  /** Fields in dispute, by result: "mark", "date", "place:overall". */
  disputed: ReadonlyMap<string, readonly string[]>
  /** The athlete's own fields in dispute: "birthPlace". */
  disputedOfAthlete: ReadonlySet<string>
  /** Every dispute, for the part of the page that lays them out. */
  disputes: readonly Dispute[]
  /** Whether to show editors their links. */
  desk: boolean
}

/** What a mark of dispute needs to know, also where results of many athletes meet. */
export type DisputeView = Pick<RecordView, 'disputed' | 'query'>

/** Where a performance has its own page, in the state of the record that is being read. */
export function resultAddress({ id }: Pick<Result, 'id'>, { query }: Pick<RecordView, 'query'>): string {
  return `/results/${id}${query}`
}

/**
 * A page of the athlete whose record is read, in the state that is being read.
 *
 * @param fragment "#disputes"; alone where that page is the one being read.
 */
export function profileAddress(
  page: AthletePage,
  { slug, page: current, query }: Pick<RecordView, 'slug' | 'page' | 'query'>,
  fragment = '',
): string {
  return page === current && fragment !== '' ? fragment : athleteAddress(slug, page, query) + fragment
}

export function recordView(
  record: AthleteRecord,
  {
    desk,
    page = null,
    query = '',
    national = ownProgressions(record.results, record.athlete.countryCode),
  }: {
    desk: boolean
    page?: AthletePage | null
    query?: string
    /** With what others of the country did; without it, from the athlete's results alone, as of a day in the past. */
    national?: readonly NationalProgression[]
  },
): RecordView {
  const numbers = new Map(noteNumbers(record))
  for (const { slug } of record.sources) if (!numbers.has(slug)) numbers.set(slug, numbers.size + 1)
  const bests = personalBests(record.results)
  const found = disputes(record)
  const ofResults = found.filter(({ resultId }) => resultId !== null)
  return {
    slug: record.athlete.slug,
    page,
    query,
    numbers,
    sources: new Map(record.sources.map((source) => [source.slug, source])),
    bests,
    separate: separateBests(record.results),
    bestsOnTheDay: new Set(bests.flatMap(({ history }) => history.map((step) => step.result.id))),
    bestsToday: new Set(bests.map((best) => best.result.id)),
    bestKnown: bestsOnlyKnown(record),
    national,
    disputed: new Map(
      [...groupBy(ofResults, ({ resultId }) => resultId ?? '')].map(([id, of]) => [id, of.map(({ field }) => field)]),
    ),
    disputedOfAthlete: new Set(found.filter((dispute) => isOfAthlete(dispute, record)).map(({ field }) => field)),
    disputes: found,
    desk,
  }
}

/** Names, affiliations and competitions have fields of the same names, but not the athlete's citations. */
function isOfAthlete({ resultId, assertions }: Dispute, { athlete }: AthleteRecord): boolean {
  const own = new Set(athlete.citations.map(({ id }) => id))
  return resultId === null && assertions.some(({ citations }) => citations.some(({ id }) => own.has(id)))
}

/** The personal bests in the order of the athlete's disciplines, the primary one first. */
export function bestsInOrder({ bests }: RecordView, disciplines: readonly DisciplineSlug[]): PersonalBest[] {
  return disciplines.flatMap((slug) => bests.find((best) => best.discipline === slug) ?? [])
}

/** The same, each followed by the bests of the discipline that are in other lists. */
export function allBestsInOrder(view: RecordView, disciplines: readonly DisciplineSlug[]): SeparateBest[] {
  return disciplines.flatMap((slug) => [
    ...bestsInOrder(view, [slug]).map((best) => ({ ...best, list: MAIN_LIST }) as const),
    ...view.separate.filter((best) => best.discipline === slug),
  ])
}

/** The competition with its year, once: "Fukuoka Marathon 2014", "Tokyo 2020". */
export function competitionAndYear({ competition }: Pick<Result, 'competition'>): string {
  const { name, year } = competition
  return /\b\d{4}\b/.test(name) ? name : `${name} ${year}`
}
