import { personalBests } from '../career/bests'
import type { Result } from '../record/result'
import { discipline } from '../sport/disciplines'
import { displayMark } from '../sport/display-mark'
import { parseMark } from '../sport/marks'
import { defineRule, type Found } from './finding'
import { citedAs, markEvidence, ofAthlete, ofResult } from './subject'

export const unexplainedBest = defineRule({
  name: 'unexplained-best',
  title: 'A best that no race explains',
  explanation:
    'A best or a record is known, as from a list, but not where it was achieved: no result has the mark, or its competition is neither of a series nor of a city or country.',
  severity: 'warning',
  concerns: 'reader',
  find: (record) => {
    const { athlete, results, claims } = record
    const bests = new Set(personalBests(results).map(({ result }) => result.id))
    const nowhere = results.filter((result) => (bests.has(result.id) || isRecord(result)) && isNowhere(result))
    const withoutResult = claims.flatMap((claim): Found[] => {
      const { kind, text, disciplineSlug } = claim
      if (kind !== 'PERSONAL_BEST' || text === null || disciplineSlug === null) return []
      const isExplained = results.some((one) => {
        const mark = parseMark(text, disciplineSlug, null, one.date)
        return mark.ok && one.discipline === disciplineSlug && one.value === mark.value
      })
      if (isExplained) return []
      const name = discipline(disciplineSlug).name
      return [
        {
          ...ofAthlete(athlete),
          field: `best:${disciplineSlug}`,
          explanation: `A source gives ${text} as the best over the discipline ${name}, and no result has that mark.`,
          evidence: [citedAs({ ...claim, asserts: text })],
        },
      ]
    })
    return [
      ...withoutResult,
      ...nowhere.map((result) => ({
        ...ofResult(result, athlete.displayName),
        field: 'competition',
        explanation: `${displayMark(result) ?? 'The mark'} (${discipline(result.discipline).name}, ${result.date}) is ${isRecord(result) ? 'a record' : 'a best'} of which no source says where it was achieved.`,
        evidence: markEvidence(result),
      })),
    ]
  },
})

function isRecord({ records }: Result): boolean {
  return records.some(({ state }) => state !== 'RESCINDED')
}

function isNowhere({ competition: { series, city, countryCode } }: Result): boolean {
  return series === null && city === null && countryCode === null
}
