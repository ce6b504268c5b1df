/**
 * The binding syntax of biographies. A chapter is Markdown (lib/career/biography-markdown.ts), in which
 *
 *   {mark RESULT}                 the mark of a result: "2:08:50"
 *   {place RESULT [CLASS]}        its place, in the overall or the named classification: "20th"
 *   {status RESULT}               its status in words: "did not finish"
 *   {year RESULT} {date RESULT}   when: "2014", "7 December 2014"
 *   {age RESULT}                  the athlete's age in years on that day: "33"
 *   {improvement RESULT}          by how much it improved the previous best: "2 min 10 s"
 *   {rank RESULT}                 its rank today among the athlete's marks in that discipline: "third-best", "best"
 *   {rank-then RESULT}            its rank on its day
 *   {nth RESULT}                  which appearance in that series it was: "10th"
 *   {best DISCIPLINE}             the personal best today
 *   {appearances SERIES}          how many editions of the series the athlete has started in: "twelve"
 *   {streak SERIES}               the longest run of editions without a gap
 *   {gap RESULT RESULT}           the time between two marks: "13 min 26 s"
 *   [@SOURCE: locator]            a citation, shown as a number that leads to the sources
 *
 * are replaced by what the record says when the page is read: correct the result and the sentence follows.
 * RESULT is a result's id, DISCIPLINE and SERIES are slugs, SOURCE is a source's slug.
 */

import type { AthleteRecord, BiographyChapter } from '../record/athlete'
import type { Result } from '../record/result'
import type { Source } from '../record/source'
import { ageOn } from '../sport/age'
import { coarserPrecision } from '../sport/compared-mark'
import { displayMark } from '../sport/display-mark'
import { formatGap } from '../sport/marks'
import { formatDate, yearOf } from '../sport/partial-date'
import { statusInWords } from '../sport/status'
import { type Block, paragraphsIn, withLeaves } from '../text/markdown-tree'
import { inWords, ordinal, rankInWords } from '../text/number-words'
import { nthAppearance, type SeriesAppearances, seriesAppearances } from './appearances'
import { careerRank, personalBests, progression } from './bests'
import { readChapter, type WrittenLeaf } from './biography-markdown'
import { TOKEN } from './biography-tokens'
import { chaptersInOrder } from './chapters'
import { contradictions } from './footnotes'

export type Segment =
  | { kind: 'text'; text: string }
  | { kind: 'break' }
  | { kind: 'figure'; text: string; resultId: string | null }
  /** `contradicts`: what the source says instead of a figure of the sentence; null where it does not. */
  | { kind: 'citation'; number: number; source: Source; locator: string; contradicts: string | null }
  /** A binding that matches nothing: `text` is what the reader sees, `binding` what the editor wrote. */
  | { kind: 'unbound'; text: string; binding: string }

/** The number of each source cited in the biography, by the source's slug. */
export type NoteNumbers = ReadonlyMap<string, number>

/** Numbers the sources in the order in which the chapters first cite them; unknown sources get none. */
export function noteNumbers({ athlete, sources }: AthleteRecord): NoteNumbers {
  const known = new Set(sources.map(({ slug }) => slug))
  const numbers = new Map<string, number>()
  for (const { body } of chaptersInOrder(athlete.chapters).flatMap(({ chapter, translations }) => [
    chapter,
    ...translations,
  ])) {
    for (const [, , slug] of body.matchAll(TOKEN)) {
      if (slug !== undefined && known.has(slug) && !numbers.has(slug)) numbers.set(slug, numbers.size + 1)
    }
  }
  return numbers
}

/** The chapter ready to show, every figure as the record has it now. */
export function renderChapter(chapter: BiographyChapter, record: AthleteRecord, notes: NoteNumbers): Block<Segment>[] {
  const written = readChapter(chapter.body)
  const contradicted = new Map(
    paragraphsIn(written).flatMap((paragraph) =>
      contradictions(paragraph, record).map(({ footnote, asserts }): [WrittenLeaf, string] => [footnote, asserts]),
    ),
  )
  return withLeaves(written, (leaf) => segmentOf(leaf, { record, notes, contradicts: contradicted.get(leaf) ?? null }))
}

interface Citing {
  record: AthleteRecord
  notes: NoteNumbers
  contradicts: string | null
}

function segmentOf(leaf: WrittenLeaf, citing: Citing): Segment {
  switch (leaf.kind) {
    case 'text':
    case 'break':
      return leaf
    case 'binding':
      return figure(leaf.binding, citing.record) ?? unbound(leaf.written)
    case 'footnote':
      return citation(leaf.slug, leaf.locator, citing) ?? unbound(leaf.written)
  }
}

function unbound(binding: string): Segment {
  return { kind: 'unbound', text: 'unknown', binding }
}

function citation(slug: string, locator: string, { record, notes, contradicts }: Citing): Segment | null {
  const source = record.sources.find((source) => source.slug === slug)
  const number = notes.get(slug)
  if (source === undefined || number === undefined) return null
  return { kind: 'citation', number, source, locator: locator.trim(), contradicts }
}

/** The figure a binding refers to, with the result it links to, if any. */
function figure(binding: string, record: AthleteRecord): Segment | null {
  const [word = '', subject = '', ...rest] = binding.trim().split(' ')
  const ofRecord = RECORD_FIGURES.get(word)
  if (ofRecord !== undefined) return ofRecord(subject, record)

  const result = record.results.find(({ id }) => id === subject)
  if (result === undefined) return null
  return figureOf(RESULT_FIGURES.get(word)?.(result, record, rest[0]) ?? null, result.id)
}

type ResultFigure = (result: Result, record: AthleteRecord, argument: string | undefined) => string | null
type RecordFigure = (slug: string, record: AthleteRecord) => Segment | null

const RESULT_FIGURES = new Map<string, ResultFigure>([
  ['mark', displayMark],
  ['place', placeText],
  ['status', ({ status }) => status && statusInWords(status)],
  ['year', ({ date }) => String(yearOf(date))],
  ['date', ({ date }) => formatDate(date)],
  ['age', ageText],
  ['improvement', improvementText],
  ['rank', (result, { results }) => words(careerRank(result, results), rankInWords)],
  ['rank-then', (result, { results }) => words(careerRank(result, results, result.date), rankInWords)],
  ['nth', (result, { results }) => words(nthAppearance(result, results), ordinal)],
  ['gap', gapText],
])

const RECORD_FIGURES = new Map<string, RecordFigure>([
  ['best', bestFigure],
  ['appearances', (slug, record) => figureOf(words(appearancesIn(slug, record)?.appearances, inWords), null)],
  ['streak', (slug, record) => figureOf(words(appearancesIn(slug, record)?.streak?.length, inWords), null)],
])

function figureOf(text: string | null, resultId: string | null): Segment | null {
  return text === null ? null : { kind: 'figure', text, resultId }
}

function words(number: number | null | undefined, say: (number: number) => string): string | null {
  return number === null || number === undefined ? null : say(number)
}

function placeText({ places }: Result, _record: AthleteRecord, wanted = 'overall'): string | null {
  const found = places.find(({ classification }) => classification === wanted)
  return found === undefined ? null : `${found.tied ? 'joint ' : ''}${ordinal(found.place)}`
}

/** Where the birthday may fall before or after the race, both ages are shown: "32 or 33"; otherwise "about 33". */
function ageText({ date }: Result, { athlete }: AthleteRecord): string | null {
  const age = ageOn(athlete.birthDate, date)
  if (age === null) return null
  if (age.exact) return String(age.years)
  const isApproximate = date.endsWith('~') || athlete.birthDate?.endsWith('~')
  return isApproximate ? `about ${age.years}` : `${age.years} or ${age.years + 1}`
}

function improvementText(result: Result, { results }: AthleteRecord): string | null {
  const steps = progression(results, result.discipline)
  const index = steps.findIndex((step) => step.result.id === result.id)
  const before = steps[index - 1]?.result
  return before === undefined ? null : gapBetween(result, before)
}

function gapText(result: Result, { results }: AthleteRecord, otherId: string | undefined): string | null {
  const other = results.find(({ id }) => id === otherId)
  return other === undefined ? null : gapBetween(result, other)
}

/** A difference is no more precise than the coarser of its two marks; marks of two disciplines have none. */
function gapBetween(a: Result, b: Result): string | null {
  if (a.value === null || b.value === null || a.discipline !== b.discipline) return null
  return formatGap(Math.abs(a.value - b.value), coarserPrecision(a, b), a.discipline)
}

function bestFigure(slug: string, { results }: AthleteRecord): Segment | null {
  const best = personalBests(results).find((best) => best.discipline === slug)?.result
  return best === undefined ? null : figureOf(displayMark(best), best.id)
}

function appearancesIn(slug: string, { results, editions }: AthleteRecord): SeriesAppearances | undefined {
  return seriesAppearances(results, editions).find(({ series }) => series.slug === slug)
}
