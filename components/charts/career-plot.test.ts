import { expect, test } from 'vitest'
import { aCompetition, aResult } from '@/lib/record/record.fixture'
import { careerPlot, type Frame } from './career-plot'

const FRAME: Frame = { width: 400, height: 300, margin: { top: 20, right: 10, bottom: 30, left: 40 }, yearStep: 2 }
const slow = aResult({ mark: '2:26:39', date: '2003-08-30' })
const fast = aResult({ mark: '2:08:50', date: '2014-12-07' })
const later = aResult({ mark: '2:30:09', date: '2025' })
const dnf = aResult({ status: 'DNF', date: '2021-08-08' })
const unknown = aResult({ mark: null, date: '2010-02' })
const plot = careerPlot([slow, fast, later, dnf, unknown], 'marathon', FRAME)

function pointOf(id: string) {
  const point = plot.points.find(({ result }) => result.id === id)
  if (!point) throw new Error(`No point for ${id}`)
  return point
}

test('the faster mark stands higher, the later one further to the right', () => {
  expect(pointOf(fast.id).y).toBeLessThan(pointOf(slow.id).y)
  expect(pointOf(fast.id).x).toBeGreaterThan(pointOf(slow.id).x)
})

test('a longer jump stands higher', () => {
  const jumps = ['7.90', '8.21', '8.05'].map((mark, year) =>
    aResult({ mark, wind: 0, discipline: 'long-jump', date: `${2010 + year}-06-01` }),
  )
  const { points, best } = careerPlot(jumps, 'long-jump', FRAME)
  expect(best?.result.mark).toBe('8.21')
  expect(Math.min(...points.map(({ y }) => y))).toBe(best?.y)
})

test('every point lies inside the frame', () => {
  for (const { x, y } of plot.points) {
    expect(x).toBeGreaterThanOrEqual(plot.plot.left)
    expect(x).toBeLessThanOrEqual(plot.plot.right)
    expect(y).toBeGreaterThanOrEqual(plot.plot.top)
    expect(y).toBeLessThanOrEqual(plot.plot.bottom)
  }
})

test('only marks that were bests on their day are steps of the line', () => {
  expect(plot.points.filter(({ step }) => step).map(({ result }) => result.id)).toEqual([slow.id, fast.id])
  expect(plot.best?.result.id).toBe(fast.id)
})

test('what did not finish and what has no known mark stand on rails of their own', () => {
  expect(plot.rails.map(({ label, points }) => [label, points.map(({ result }) => result.id)])).toEqual([
    ['DNF', [dnf.id]],
    ['?', [unknown.id]],
  ])
})

test('a date known to the year alone is drawn as that whole year', () => {
  const { span, x } = pointOf(later.id)
  const year = plot.years.find(({ year }) => year === 2025)
  expect(span?.[0]).toBe(year?.x)
  expect(span?.[1]).toBe(plot.plot.right)
  expect(Math.abs(x - ((span?.[0] ?? 0) + (span?.[1] ?? 0)) / 2)).toBeLessThanOrEqual(1)
  expect(pointOf(fast.id).span).toBeNull()
})

test('a mark that does not count for bests is no step, however good', () => {
  const downhill = aResult({ mark: '2:05:00', flags: ['dh'], date: '2016-01-10' })
  const { points, best } = careerPlot([slow, fast, downhill], 'marathon', FRAME)
  const point = points.find(({ result }) => result.id === downhill.id)
  expect(point).toMatchObject({ step: false, counts: false })
  expect(best?.result.id).toBe(fast.id)
})

test('who did not start is not in the picture', () => {
  const dns = aResult({ status: 'DNS', date: '2018-01-10', competition: aCompetition({ year: 2018 }) })
  const { points, rails } = careerPlot([slow, fast, dns], 'marathon', FRAME)
  expect([...points, ...rails.flatMap((rail) => rail.points)]).toHaveLength(2)
})

test('the Games are named, and a year without a race is a gap', () => {
  const games = aResult({
    mark: '2:20:00',
    date: '2004-08-29',
    competition: aCompetition({ category: 'OLYMPIC_GAMES', city: 'Athens', year: 2004 }),
  })
  const { games: named, gaps } = careerPlot([slow, games, fast], 'marathon', FRAME)
  expect(named.map(({ place, year }) => [place, year])).toEqual([['Athens', 2004]])
  expect(gaps.map(({ months }) => months)).toEqual([123])
})
