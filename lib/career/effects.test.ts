import { describe, expect, test } from 'vitest'
import { anEdition, aRecordClaim, aResult, aSeries } from '../record/record.fixture'
import { effects } from './effects'

const fukuoka = aResult({ mark: '2:08:50', records: [aRecordClaim()] })
const slower = aResult({ mark: '2:09:00', date: '2013-12-15', records: [aRecordClaim()] })

describe('what a change does', () => {
  test('nothing, where nothing that is computed hangs on it', () => {
    expect(effects([fukuoka, slower], [{ ...fukuoka, note: 'In the rain', club: 'NTN' }, slower])).toEqual([])
  })

  test('a better mark takes the personal best, the best of its year and the national record', () => {
    const better = { ...fukuoka, mark: '2:08:45', value: 7_725_000 }
    expect(effects([fukuoka, slower], [better, slower])).toEqual([
      'Personal best, Marathon: 2:08:45 (Fukuoka Marathon 2014) instead of 2:08:50 (Fukuoka Marathon 2014).',
      'Best of 2014, Marathon: 2:08:45 (Fukuoka Marathon 2014) instead of 2:08:50 (Fukuoka Marathon 2014).',
      'National record (MGL), Marathon: 2:08:45 (Fukuoka Marathon 2014) instead of 2:08:50 (Fukuoka Marathon 2014).',
    ])
  })

  test('a mark that is struck gives the best back to the one before it', () => {
    const [personalBest] = effects([fukuoka, slower], [{ ...fukuoka, status: 'DQ' }, slower])
    expect(personalBest).toBe(
      'Personal best, Marathon: 2:09:00 (Fukuoka Marathon 2013) instead of 2:08:50 (Fukuoka Marathon 2014).',
    )
  })

  test('the first mark in a discipline is told as the first, the last one taken away as the last', () => {
    const half = aResult({ discipline: 'half-marathon', mark: '1:02:00' })
    expect(effects([], [half])).toEqual([
      'Personal best, Half marathon: 1:02:00 (Fukuoka Marathon 2014), the first.',
      'Best of 2014, Half marathon: 1:02:00 (Fukuoka Marathon 2014), the first.',
    ])
    expect(effects([half], [])).toEqual([
      'Personal best, Half marathon: none any more (was 1:02:00 (Fukuoka Marathon 2014)).',
      'Best of 2014, Half marathon: none any more (was 1:02:00 (Fukuoka Marathon 2014)).',
    ])
  })

  test('who did not start has not appeared; who did not finish has', () => {
    const worlds = aResult({ competition: anEdition(aSeries(), 2013), date: '2013-08-17', mark: null, status: 'DNF' })
    expect(effects([], [worlds])).toEqual(['Appearances, World Athletics Championships: 1, the first.'])
    expect(effects([worlds], [{ ...worlds, status: 'DNS' }])).toEqual([
      'Appearances, World Athletics Championships: none any more (was 1).',
    ])
  })
})
