import fc from 'fast-check'
import { expect, test } from 'vitest'
import { statusOf } from './statuses'

test.each([
  ['DNF', 'DNF'],
  ['dnf', 'DNF'],
  ['途中棄権', 'DNF'],
  ['aufg.', 'DNF'],
  ['Abandon', 'DNF'],
  ['сошел', 'DNF'],
  ['DNS', 'DNS'],
  ['Did not start', 'DNS'],
  ['欠場', 'DNS'],
  ['н/я', 'DNS'],
  ['DQ', 'DQ'],
  ['DSQ', 'DQ'],
  ['DQ (TR 17.3.1)', 'DQ'],
  ['Disqualifiée', 'DQ'],
  ['失格', 'DQ'],
  ['NM', 'NM'],
  ['o.g.V.', 'NM'],
  ['記録なし', 'NM'],
  ['NH', 'NH'],
  ['OTL', 'OTL'],
])('“%s” is %s', (text, status) => {
  expect(statusOf(text)).toBe(status)
})

test('a mark, a place and a name are no status', () => {
  expect(['2:08:50', '1', '9.80h', '1sf2', 'Abel', '', 'OC', 'constructor'].map(statusOf)).toEqual(Array(8).fill(null))
  fc.assert(fc.property(fc.string(), (text) => statusOf(text) !== undefined))
})
