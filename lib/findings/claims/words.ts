import type { Claim, Statement } from '../../record/claim'
import type { Result } from '../../record/result'
import { discipline } from '../../sport/disciplines'
import { formatDate } from '../../sport/partial-date'
import { ordinal, rankInWords } from '../../text/number-words'
import type { CheckedRecord } from '../finding'
import { resultLabel } from '../subject'

/** A claim as a few words of our own: "aged 43 (Marathon, Olympic Games 2024)". */
export function claimInWords(claim: Claim, { results }: CheckedRecord): string {
  const about = results.find(({ id }) => id === claim.resultId)
  const place = about ? ` (${resultLabel(about)})` : ''
  return `${statementInWords(claim, seriesName(claim, about, results))}${place}`
}

/** The same without the result that it is about: "aged 43". */
export function statementInWords(claim: Statement, series: string): string {
  return WORDS[claim.kind](claim, series)
}

const WORDS: Record<Statement['kind'], (claim: Statement, series: string) => string> = {
  AGE_ON: ({ number, asOf, resultId }) =>
    `aged ${number}${asOf !== null && resultId === null ? ` (${formatDate(asOf)})` : ''}`,
  TIMES_OLYMPIAN: ({ number }) => `${number}-time Olympian`,
  APPEARANCES: ({ number, resultId }, series) =>
    resultId === null ? `${number} times at the ${series}` : `${ordinal(number ?? 0)} appearance at the ${series}`,
  NTH_CONSECUTIVE_APPEARANCE: ({ number }, series) => `${ordinal(number ?? 0)} consecutive appearance at the ${series}`,
  STREAK: ({ number, since }, series) => {
    const run = number === null ? `at every ${series}` : `at ${number} consecutive editions of the ${series}`
    return since === null ? run : `${run} since ${formatDate(since)}`
  },
  FINISHED_ALL: (_, series) => `finished every race at the ${series}`,
  NEVER_BETTER_THAN: ({ number, level, seriesSlug, resultId }, series) => {
    const where = { WORLD: ' at world level', REGIONAL: ' at regional level' }
    const scope = level === null ? (seriesSlug === null ? '' : ` at the ${series}`) : where[level]
    return `never better than ${ordinal(number ?? 0)}${scope}${resultId === null ? '' : ' until then'}`
  },
  FIRST_IN_TOP: ({ number }) => `among the first ${number} for the first time`,
  MARATHONS_RUN: ({ number, since, disciplineSlug, resultId }) => {
    const slug = disciplineSlug ?? 'marathon'
    const races = slug === 'marathon' ? 'marathons' : `races over ${discipline(slug).name}`
    const from = since === null ? '' : ` since ${formatDate(since)}`
    return resultId === null ? `${number} ${races}${from}` : `${ordinal(number ?? 0)} race over the distance${from}`
  },
  NTH_BEST_OF_CAREER: ({ number }) => `${rankInWords(number ?? 1)} of the career`,
  IMPROVEMENT: ({ text }) => `an improvement of ${text}`,
  IMPROVEMENT_MORE_THAN: ({ text }) => `an improvement of more than ${text}`,
  PERSONAL_BEST: ({ text, disciplineSlug }) =>
    ['a personal best', text && `of ${text}`, disciplineSlug && `over ${discipline(disciplineSlug).name}`]
      .filter(Boolean)
      .join(' '),
  SEASON_BEST: ({ text }) => (text === null ? 'the best of the season' : `the best of the season with ${text}`),
  COURSE_RECORD: ({ text }) => (text === null ? 'a course record' : `a course record of ${text}`),
  WITHIN_COURSE_RECORD: () => 'inside the course record of the time',
  BEHIND_WINNER: ({ text }) => `${text} behind the winner`,
  WINNING_MARGIN: ({ text }) => `a win by ${text}`,
  AHEAD_OF: ({ text }) => `ahead of ${text}`,
}

function seriesName({ seriesSlug }: Claim, about: Result | undefined, results: readonly Result[]): string {
  const known = results.find(({ competition: { series } }) => series?.slug === seriesSlug)?.competition.series
  return (seriesSlug === null ? about?.competition.series?.name : known?.name) ?? seriesSlug ?? 'series'
}
