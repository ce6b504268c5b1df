/**
 * What a page can depend on. The database names what a change touches in the same way
 * (prisma/migrations/…_change_numbers), and nothing else decides whether a kept page is still true.
 */
import type { DisciplineSlug } from '@/lib/sport/disciplines'
import type { Sex } from '@/lib/sport/performance'

/** The athlete with all that belongs to it: names, clubs, chapters, results with their places and citations, claims. */
export const athleteSubject = (id: string) => `athlete/${id}`
/** The athlete without results: names, clubs, chapters, claims, each with its citations. */
export const personSubject = (id: string) => `person/${id}`
/** The athlete's results as others of them, and other pages, show them: marks, places, records, days. */
export const careerSubject = (id: string) => `career/${id}`
/** One result with its places, records and citations. */
export const resultSubject = (id: string) => `result/${id}`
/** The athlete as others show it: the name, the country, the birth date, the address. */
export const athleteNameSubject = (id: string) => `athlete-name/${id}`
/** The competition with all results in it. */
export const competitionSubject = (id: string) => `competition/${id}`
/** The competition as others show it: its name, days and place, its events and races, without their results. */
export const competitionHeadSubject = (id: string) => `competition-head/${id}`
/** The marks and places of a race. */
export const raceSubject = (id: string) => `race/${id}`
/** The series and its editions, without their results. */
export const seriesSubject = (id: string) => `series/${id}`
/** The marks and places of all editions of a series. */
export const seriesResultsSubject = (id: string) => `series-results/${id}`
/** The source with all that is cited from it. */
export const sourceSubject = (id: string) => `source/${id}`
/** The source as others cite it: its title, publication and date. */
export const sourceHeadSubject = (id: string) => `source-head/${id}`
/** The marks of one discipline and sex. */
export const listSubject = (discipline: DisciplineSlug, sex: Sex) => `list/${discipline}/${sex}`
/** The marks of a country's athletes, of all disciplines or of one. */
export const countrySubject = (code: string, discipline?: DisciplineSlug) =>
  discipline ? `country/${code}/${discipline}` : `country/${code}`

/** A change set as its page shows it: what it wrote, what has been undone of it, who has looked at it. */
export const changeSubject = (id: number) => `change/${id}`

/** Which athletes there are, and how they are named. */
export const ATHLETES = 'athletes'
/** Which series there are, and which editions of them. */
export const ALL_SERIES = 'all-series'
/** Which sources there are, and how often each is cited. */
export const SOURCES = 'sources'
/** The marks of any discipline. */
export const LISTS = 'lists'
/** The history itself: touched by every change. */
export const CHANGES = 'changes'
/** How anything is called that a row can point to. */
export const NAMES = 'names'
/** Which lists have been imported whole. */
export const IMPORTS = 'imports'
/** Touches every page. */
export const EVERYTHING = '*'
