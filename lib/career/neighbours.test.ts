import { describe, expect, test } from 'vitest'
import { aCompetition, aResult, aSeries } from '../record/record.fixture'
import { neighbours } from './neighbours'

const series = aSeries({ slug: 'fukuoka-marathon' })
const fukuoka = (year: number) => aCompetition({ year, series })
const first = aResult({ date: '2012-12-02', competition: fukuoka(2012) })
const track = aResult({ date: '2013-05-01', discipline: '10000-metres' })
const second = aResult({ date: '2014-12-07', competition: fukuoka(2014) })
const last = aResult({ date: '2015-03-01' })
const career = [last, second, track, first]

describe('the neighbours of a result', () => {
  test('are the nearest races in time, whatever the order they are given in', () => {
    expect(neighbours(second, career).career).toEqual({ previous: track, next: last })
  })

  test('in the discipline skip every other discipline', () => {
    expect(neighbours(second, career).discipline).toEqual({ previous: first, next: last })
  })

  test('in the series skip every other competition', () => {
    expect(neighbours(second, career).series).toEqual({ previous: first, next: null })
  })

  test('of the first and the last race end with nothing', () => {
    expect(neighbours(first, career).career.previous).toBeNull()
    expect(neighbours(last, career).career.next).toBeNull()
  })

  test('in a series do not exist where the competition has none', () => {
    expect(neighbours(last, career).series).toBeNull()
  })
})
