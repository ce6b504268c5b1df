import { scaleLinear } from 'd3-scale'
import { curveStepAfter, line } from 'd3-shape'
import { countingResults, progression } from '@/lib/career/bests'
import type { Result } from '@/lib/record/result'
import { isBetter } from '@/lib/sport/compared-mark'
import type { DisciplineSlug } from '@/lib/sport/disciplines'
import { yearOf } from '@/lib/sport/partial-date'

const WIDTH = 200
const HEIGHT = 44

/** The marks of one discipline over the years and the line of bests: a glance, not a reading, so hidden from speech. */
export function Sparkline({
  results,
  slug,
  years: [from, to],
}: {
  results: readonly Result[]
  slug: DisciplineSlug
  /** First and last year of the career, the same for every discipline so that they line up. */
  years: [number, number]
}) {
  const marks = countingResults(results, slug)
  const steps = progression(results, slug)
  const values = marks.map(({ value }) => value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const [worst, best] = isBetter(low, high, slug) ? [high, low] : [low, high]
  const x = scaleLinear([from, to + 1], [3, WIDTH - 3])
  // One mark alone has no range; it is drawn at the level of a best.
  const y = scaleLinear(worst === best ? [best - 1, best] : [worst, best], [HEIGHT - 4, 5])
  const at = (result: Result) => x(instant(result.date))
  const path = line<[number, number]>().curve(curveStepAfter).digits(1)
  const corners = steps.map(({ result }): [number, number] => [at(result), y(result.value)])
  const end = corners.at(-1)
  return (
    <svg className="mt-2 block h-auto w-full fill-none" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path className="stroke-rule" d={`M0 ${HEIGHT - 0.5}H${WIDTH}`} />
      {end && <path className="stroke-[1.5] stroke-gold-mark" d={path([...corners, [WIDTH - 3, end[1]]]) ?? ''} />}
      <path
        className="stroke-[3.5] stroke-slate"
        strokeLinecap="round"
        d={marks.map((result) => `M${at(result).toFixed(1)} ${y(result.value).toFixed(1)}h0`).join('')}
      />
      {end && <circle className="fill-gold-mark" cx={end[0].toFixed(1)} cy={end[1].toFixed(1)} r="4" />}
    </svg>
  )
}

/** A partial date as a year with its fraction, in the middle of what is unknown. */
function instant(date: string): number {
  const [, month, day] = date.replace('~', '').split('-').map(Number)
  if (!month) return yearOf(date) + 0.5
  return yearOf(date) + (month - 1 + (day ? (day - 1) / 31 : 0.5)) / 12
}
