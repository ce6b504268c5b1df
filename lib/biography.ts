/**
 * The biography's little language. A chapter is paragraphs of plain text, parted by blank lines, in which
 *
 *   {mark RESULT}                 the mark of a result: "2:08:50"
 *   {place RESULT [CLASS]}        its place, in the overall or the named classification: "20th"
 *   {status RESULT}               its status in words: "did not finish"
 *   {year RESULT} {date RESULT}   when: "2014", "7 December 2014"
 *   {age RESULT}                  the athlete's age in years on that day: "33"
 *   {improvement RESULT}          by how much it bettered the previous best: "2 min 10 s"
 *   {rank RESULT}                 where it stands today among his marks in that discipline: "third-best", "best"
 *   {rank-then RESULT}            where it stood on its day
 *   {nth RESULT}                  which appearance in that series it was: "10th"
 *   {best DISCIPLINE}             the personal best today
 *   {appearances SERIES}          how many editions of the series he has started in: "twelve"
 *   {streak SERIES}               the longest run of editions without a gap
 *   {gap RESULT RESULT}           the time between two marks: "13 min 26 s"
 *   [@SOURCE: locator]            a citation, shown as a number that leads to the sources
 *
 * are replaced by what the record says when the page is read: correct the result and the sentence follows.
 * RESULT is a result's id, DISCIPLINE and SERIES are slugs, SOURCE is a source's slug.
 */
import { ageOn } from './age'
import { nthAppearance, seriesAppearances } from './appearances'
import { careerRank, personalBests, progression } from './bests'
import { byText } from './chronology'
import { discipline } from './disciplines'
import { formatGap } from './marks'
import { inWords, ordinal, rankInWords } from './number-words'
import { formatDate, yearOf } from './partial-date'
import type { AthleteRecord, BiographyChapter, Result, Source } from './record'
import { statusInWords } from './status'

export type Segment =
  | { kind: 'text'; text: string }
  | { kind: 'figure'; text: string; resultId: string | null }
  | { kind: 'citation'; number: number; source: Source; locator: string }
  /** A binding that finds nothing: `text` is what the reader sees, `binding` what the editor wrote. */
  | { kind: 'unbound'; text: string; binding: string }

/** The number of each source cited in the biography, by the source's slug. */
export type NoteNumbers = ReadonlyMap<string, number>

const TOKEN = /\{([^{}]*)\}|\[@([^\]:\s]+)(?::([^\]]*))?\]/g

/** Numbers the sources in the order in which the chapters, by position, first cite them; unknown sources get none. */
export function noteNumbers({ athlete, sources }: AthleteRecord): NoteNumbers {
  const known = new Set(sources.map(({ slug }) => slug))
  const numbers = new Map<string, number>()
  for (const { body } of athlete.chapters.toSorted((a, b) => a.position - b.position || byText(a.id, b.id))) {
    for (const [, , slug] of body.matchAll(TOKEN)) {
      if (slug !== undefined && known.has(slug) && !numbers.has(slug)) numbers.set(slug, numbers.size + 1)
    }
  }
  return numbers
}

/** The chapter's paragraphs in segments ready to be shown, every figure as the record has it now. */
export function renderChapter(chapter: BiographyChapter, record: AthleteRecord, notes: NoteNumbers): Segment[][] {
  return chapter.body
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim().replace(/\s+/g, ' '))
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => renderParagraph(paragraph, record, notes))
}

function renderParagraph(paragraph: string, record: AthleteRecord, notes: NoteNumbers): Segment[] {
  const segments: Segment[] = []
  let end = 0
  for (const match of paragraph.matchAll(TOKEN)) {
    const [token, binding, slug, locator] = match
    if (match.index > end) segments.push({ kind: 'text', text: paragraph.slice(end, match.index) })
    segments.push(
      (slug === undefined ? figure(binding ?? '', record) : citation(slug, locator ?? '', record, notes)) ?? {
        kind: 'unbound',
        text: 'unknown',
        binding: token,
      },
    )
    end = match.index + token.length
  }
  if (end < paragraph.length) segments.push({ kind: 'text', text: paragraph.slice(end) })
  return segments
}
