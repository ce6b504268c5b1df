import { personalBests, progression } from '@/lib/bests'
import { noteNumbers } from '@/lib/biography'
import { disputedFields } from '@/lib/disputes'
import type { AthleteRecord, Citation, Result, Source } from '@/lib/record'

/** What the parts of a page need to know about the whole record to show one of its figures. */
export interface RecordView {
  slug: string
  /** Empty on the profile itself; elsewhere its address, so that notes and marks of dispute lead back to it. */
  base: string
  /** Number of each source, by slug: those the biography cites first, in its order. */
  numbers: ReadonlyMap<string, number>
  sources: ReadonlyMap<string, Source>
  /** Results that were a personal best on their day, and those that still are. */
  bestsOnTheDay: ReadonlySet<string>
  bestsToday: ReadonlySet<string>
  /** Fields in dispute, by result: "mark", "date", "place:overall". */
  disputed: ReadonlyMap<string, readonly string[]>
  /** Whether to show editors their links. */
  desk: boolean
}

export function recordView(record: AthleteRecord, { desk, base = '' }: { desk: boolean; base?: string }): RecordView {
  const numbers = new Map(noteNumbers(record))
  for (const { slug } of record.sources) if (!numbers.has(slug)) numbers.set(slug, numbers.size + 1)
  const bests = personalBests(record.results)
  const disputed = record.results
    .map((result) => [result.id, disputedFields(result)] as const)
    .filter(([, fields]) => fields.length > 0)
  return {
    slug: record.athlete.slug,
    base,
    numbers,
    sources: new Map(record.sources.map((source) => [source.slug, source])),
    bestsOnTheDay: new Set(
      bests.flatMap(({ discipline }) => progression(record.results, discipline).map((step) => step.result.id)),
    ),
    bestsToday: new Set(bests.map((best) => best.result.id)),
    disputed: new Map(disputed),
    desk,
  }
}

/** The citations of a result and of everything that hangs on it. */
export function citationsOf(result: Result): Citation[] {
  return [
    ...result.citations,
    ...result.places.flatMap((place) => place.citations),
    ...result.records.flatMap((claim) => claim.citations),
  ]
}

/** The place in the race as a whole, or null. */
export function overallPlace(result: Result): number | null {
  return result.places.find(({ classification }) => classification === 'overall')?.place ?? null
}

/** "Sapporo, Japan" needs a country's name; this is the part that is the competition's own: "Sapporo". */
export function yearAndCompetition(result: Result): string {
  const { name, year } = result.competition
  return name.includes(String(year)) ? name : `${name} ${year}`
}
