/**
 * How a change affects everything that is computed. Shown before saving, so that nobody breaks a best unknowingly.
 */

import type { Result } from '../record/result'
import { discipline } from '../sport/disciplines'
import { seriesAppearances } from './appearances'
import { personalBests, seasonBests } from './bests'
import { ownProgressions } from './national-progression'

/**
 * The effects of changing an athlete's results from `before` to `after`, one sentence each; [] where nothing that is
 * computed changes.
 */
export function effects(before: Result[], after: Result[]): string[] {
  return [
    ...differences(bests(before), bests(after)),
    ...differences(seasons(before), seasons(after)),
    ...differences(records(before), records(after)),
    ...differences(appearances(before), appearances(after)),
  ]
}

/** What is computed, by name: "Personal best, Marathon" → "2:08:50 (Fukuoka Marathon 2014)". */
type Computed = Map<string, string>

function differences(before: Computed, after: Computed): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const was = before.get(name)
    const is = after.get(name)
    if (was === is) return []
    if (was === undefined) return `${name}: ${is}, the first.`
    if (is === undefined) return `${name}: none any more (was ${was}).`
    return `${name}: ${is} instead of ${was}.`
  })
}

const performance = ({ mark, competition }: Result) => `${mark} (${competition.name} ${competition.year})`

function bests(results: Result[]): Computed {
  return new Map(
    personalBests(results).map((best) => [
      `Personal best, ${discipline(best.discipline).name}`,
      performance(best.result),
    ]),
  )
}

function seasons(results: Result[]): Computed {
  return new Map(
    seasonBests(results).map((best) => [
      `Best of ${best.year}, ${discipline(best.discipline).name}`,
      performance(best.result),
    ]),
  )
}

function records(results: Result[]): Computed {
  return new Map(
    ownProgressions(results, null).flatMap((history) => {
      const standing = history.steps.find((step) => step.stands)
      return standing
        ? [[`National record (${history.scope}), ${discipline(history.discipline).name}`, performance(standing.mark)]]
        : []
    }),
  )
}

function appearances(results: Result[]): Computed {
  return new Map(
    seriesAppearances(results, {}).map((entry) => [`Appearances, ${entry.series.name}`, String(entry.appearances)]),
  )
}
