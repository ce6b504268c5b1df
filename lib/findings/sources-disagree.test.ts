import { expect, test } from 'vitest'
import { aCitation, aCompetition, anAthlete, aPlace, aResult } from '../record/record.fixture'
import { findWith } from './rule.fixture'
import { openDispute, settledDispute } from './sources-disagree'

const moscow = aCompetition({ name: 'World Athletics Championships', year: 2013 })
const table = aCitation({ field: 'place', asserts: '36' })

function placed(other: Parameters<typeof aCitation>[0]) {
  const places = [aPlace({ place: 36, citations: [table, aCitation({ field: 'place', ...other })] })]
  return { results: [aResult({ competition: moscow, places })] }
}

test('two accepted citations that assert different places are an open dispute', () => {
  const [finding, ...others] = findWith(openDispute, placed({ asserts: '35' }))
  expect(others).toEqual([])
  expect(finding).toMatchObject({ field: 'place:overall', severity: 'error' })
  expect(finding?.explanation).toContain('“36”')
  expect(finding?.evidence.map(({ asserts }) => asserts)).toEqual(['36', '35'])
})

test('citations that say the same in other words are no dispute', () => {
  expect(findWith(openDispute, placed({ asserts: '36th' }))).toEqual([])
  expect(findWith(openDispute, placed({ asserts: null }))).toEqual([])
})

test('where the editors have chosen, the other value is told with their reason, and nothing is open', () => {
  const settled = placed({ asserts: '35', accepted: false, rejection: 'MISPRINT', reason: 'A slip of the pen.' })
  expect(findWith(openDispute, settled)).toEqual([])
  expect(findWith(settledDispute, settled)).toMatchObject([
    { explanation: expect.stringContaining('A slip of the pen.') },
  ])
})

test('a record that contradicts its own accepted source is an open dispute', () => {
  const citations = [aCitation({ asserts: '2:21:55' })]
  expect(findWith(openDispute, { results: [aResult({ mark: '2:21:54', citations })] })).toHaveLength(1)
  expect(findWith(openDispute, { results: [aResult({ mark: '2:21:55', citations })] })).toEqual([])
})

test('a dispute about the athlete is the athlete’s, one about a competition the competition’s', () => {
  const born = (asserts: string) => aCitation({ field: 'birthDate', asserts })
  const athlete = anAthlete({ birthDate: '1981-10-07', citations: [born('1981-10-07'), born('1981-10-10')] })
  const inCity = (asserts: string) => aCitation({ field: 'city', asserts })
  const competition = aCompetition({ slug: 'games', city: 'Sapporo', citations: [inCity('Sapporo'), inCity('Tokyo')] })
  const results = [aResult({ competition }), aResult({ competition, discipline: '5000-metres' })]
  expect(findWith(openDispute, { athlete, results }).map(({ subject, field }) => [subject, field])).toEqual([
    ['athlete:ser-od-bat-ochir', 'birthDate'],
    ['competition:games', 'city'],
  ])
})
