import { seriesAppearances } from '@/lib/career/appearances'
import { personalBests } from '@/lib/career/bests'
import type { AthleteRecord } from '@/lib/record/athlete'
import { countryName } from '@/lib/sport/countries'
import { discipline } from '@/lib/sport/disciplines'
import { count } from '../record/labels'
import { markText } from '../record/mark'
import { competitionAndYear } from '../record/view'

/** The athlete in a sentence or two, for search results and previews; computed like everything else. */
export function describeAthlete({ athlete, results, editions }: AthleteRecord): string {
  const bests = personalBests(results).map(
    ({ discipline: slug, result }) =>
      `${discipline(slug).name.toLowerCase()} ${markText(result)} (${competitionAndYear(result)})`,
  )
  const great = seriesAppearances(results, editions)
    .filter(({ series }) => ['OLYMPIC_GAMES', 'WORLD_CHAMPIONSHIPS'].includes(series.category))
    .slice(0, 2)
    .map(({ series, appearances }) => `${series.name}: ${appearances}`)
  const name = athlete.nativeName ? `${athlete.displayName} (${athlete.nativeName})` : athlete.displayName
  return [
    `${name}, ${countryName(athlete.countryCode)}.`,
    bests.length > 0 && `Personal bests: ${bests.reverse().slice(0, 3).join(', ')}.`,
    great.length > 0 && `${great.join(', ')}.`,
    `${count(results.length, 'result')}, each with its source.`,
  ]
    .filter(Boolean)
    .join(' ')
}
