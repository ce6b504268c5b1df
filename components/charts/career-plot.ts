import { scaleLinear, scaleUtc } from 'd3-scale'
import { curveStepAfter, line } from 'd3-shape'
import { progression } from '@/lib/career/bests'
import type { Result } from '@/lib/record/result'
import { isChampionship } from '@/lib/sport/championships'
import { isBetter } from '@/lib/sport/compared-mark'
import { type DisciplineSlug, discipline } from '@/lib/sport/disciplines'
import { ineligibility } from '@/lib/sport/eligibility'
import type { PartialDate } from '@/lib/sport/partial-date'
import type { Status } from '@/lib/sport/status'
import { hasStarted } from '@/lib/sport/status'

export interface Frame {
  width: number
  height: number
  margin: { top: number; right: number; bottom: number; left: number }
  /** Years between two labels of the time axis. */
  yearStep: number
}

export interface Point {
  result: Result
  x: number
  y: number
  championship: boolean
  /** A best on its day: one of the steps of the line. */
  step: boolean
  /** A mark that does not count for bests; drawn hollow. */
  counts: boolean
  /** Where a date is known to the year or month only, the ends of that period. */
  span: [number, number] | null
}

export interface Rail {
  label: string
  title: string
  y: number
  points: Omit<Point, 'step' | 'counts'>[]
}

/** A stretch of at least thirteen months between two races on record. */
export interface Gap {
  from: number
  to: number
  months: number
}

export interface CareerPlot {
  points: Point[]
  rails: Rail[]
  /** The races at Olympic Games, each with its place and year: "Athens 2004". */
  games: { x: number; y: number; place: string; year: number }[]
  gaps: Gap[]
  /** The progression of bests as an SVG path, carried on to the right edge. */
  steps: string
  best: Point | null
  values: { value: number; y: number }[]
  years: { year: number; x: number; label: boolean }[]
  plot: { left: number; right: number; top: number; bottom: number; base: number }
}

const RAIL = 24
const DAY = 86_400_000
/** Steps between the labels of a time axis, in milliseconds, finest first. */
const TIME_STEPS = [100, 500, 1_000, 5_000, 10_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_200_000, 3_600_000]

/** Lays out every result of one discipline: marks by date, better upwards, and under them rails for what has no mark. */
export function careerPlot(results: readonly Result[], slug: DisciplineSlug, frame: Frame): CareerPlot {
  const entered = results.filter((result) => result.discipline === slug && hasStarted(result))
  const timed = entered.filter((result) => result.value !== null && result.status === null)
  const railed = entered.filter((result) => !timed.includes(result))
  const kinds = [...new Set(railed.map((result) => result.status))].sort(
    (a, b) => Number(a === null) - Number(b === null),
  )
  const { margin, width, height } = frame
  const base = height - margin.bottom
  const bottom = base - kinds.length * RAIL
  const plot = { left: margin.left, right: width - margin.right, top: margin.top, bottom, base }
  const { x, years } = timeAxis(entered, plot, frame.yearStep)
  const { y, values } = markAxis(timed, plot, slug)

  const bests = new Set(progression(results, slug).map(({ result }) => result.id))
  const points = timed
    .map(
      (result): Point => ({
        ...placeInTime(result, x),
        y: round(y(result.value ?? 0)),
        step: bests.has(result.id),
        counts: ineligibility(result).length === 0,
      }),
    )
    // The bests last, so that they lie on top.
    .sort((a, b) => Number(a.step) - Number(b.step) || a.x - b.x)
  const steps = points.filter((point) => point.step).sort((a, b) => a.x - b.x)
  const rails = kinds.map((status, index) => {
    const railY = bottom + RAIL * (index + 0.5)
    const onRail = railed.filter((result) => result.status === status)
    return { ...railName(status), y: railY, points: onRail.map((result) => ({ ...placeInTime(result, x), y: railY })) }
  })
  return {
    points,
    rails,
    games: gamesAmong([...points, ...rails.flatMap((rail) => rail.points)]),
    gaps: gapsBetween(entered, x),
    steps: stepPath(steps, plot.right),
    best: steps.at(-1) ?? null,
    values,
    years,
    plot,
  }
}

function gamesAmong(points: readonly Omit<Point, 'step' | 'counts'>[]): CareerPlot['games'] {
  return points
    .filter(({ result }) => result.competition.category === 'OLYMPIC_GAMES')
    .map(({ x, y, result: { competition } }) => ({
      ...{ x, y, year: competition.year },
      place: competition.city ?? competition.name,
    }))
}

const LONG_GAP = 396 * DAY
const MONTH = 30.44 * DAY

function gapsBetween(results: readonly Result[], x: (instant: number) => number): Gap[] {
  const periods = results.map(({ date }) => periodOf(date)).sort((a, b) => a[0] - b[0])
  let end = periods[0]?.[1] ?? 0
  return periods.flatMap(([from, to]): Gap[] => {
    const before = end
    end = Math.max(end, to)
    const length = from - before
    return length < LONG_GAP ? [] : [{ from: round(x(before)), to: round(x(from)), months: Math.floor(length / MONTH) }]
  })
}

type Area = CareerPlot['plot']

/** From the first of January of the first year to the last of December of the last. */
function timeAxis(results: readonly Result[], { left, right }: Area, yearStep: number) {
  const years = results.map((result) => Number(result.date.slice(0, 4)))
  const first = Math.min(...years)
  const last = Math.max(...years)
  const x = scaleUtc([Date.UTC(first, 0, 1), Date.UTC(last + 1, 0, 1)], [left, right])
  return {
    x,
    years: range(first, last + 1, 1).map((year) => ({
      year,
      x: round(x(Date.UTC(year, 0, 1))),
      label: year <= last && year % yearStep === 0,
    })),
  }
}

/** From the worst mark up to the best, with a little air below and above; the labels keep to whole steps within it. */
function markAxis(timed: readonly Result[], { top, bottom }: Area, slug: DisciplineSlug) {
  const marks = timed.map((result) => result.value ?? 0)
  const [least, most] = [Math.min(...marks), Math.max(...marks)]
  const isTime = discipline(slug).unit === 'MILLISECOND'
  const step = isTime ? (TIME_STEPS.find((size) => (most - least) / size <= 6) ?? 3_600_000) : undefined
  const air = step ? step * 0.35 : (most - least) * 0.08 || 1
  const [low, high] = [least - air, most + air]
  const y = scaleLinear(isBetter(low, high, slug) ? [low, high] : [high, low], [top, bottom - 12])
  const ticks = step ? range(Math.ceil(low / step) * step, Math.floor(high / step) * step, step) : y.ticks(6)
  return { y, values: ticks.map((value) => ({ value, y: round(y(value)) })) }
}

function placeInTime(result: Result, x: (instant: number) => number): Omit<Point, 'y' | 'step' | 'counts'> {
  const [from, to] = periodOf(result.date)
  return {
    result,
    x: round(x((from + to) / 2)),
    championship: isChampionship(result.competition),
    span: to - from > 2 * DAY ? [round(x(from)), round(x(to))] : null,
  }
}

/** The instants between which a partial date lies. */
function periodOf(date: PartialDate): [number, number] {
  const [year = 0, month, day] = date.replace('~', '').split('-').map(Number)
  const from = Date.UTC(year, (month ?? 1) - 1, day ?? 1)
  if (day) return [from, from + DAY]
  return [from, month ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1)]
}

function stepPath(points: readonly Point[], right: number): string {
  const last = points.at(-1)
  if (!last) return ''
  const draw = line<[number, number]>().curve(curveStepAfter).digits(1)
  return draw([...points.map(({ x, y }): [number, number] => [x, y]), [right, last.y]]) ?? ''
}

function railName(status: Status | null): { label: string; title: string } {
  if (status === null) return { label: '?', title: 'mark unknown' }
  return { label: status, title: status }
}

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) => from + index * step)
}

/** Half a pixel is not seen, and whole ones are half the text. */
function round(n: number): number {
  return Math.round(n)
}
