import { expect, test } from 'vitest'
import { rebound } from './rebinding'

const results = new Map([['r1', 'r2']])
const sources = new Map([['old', 'new']])

test.each([
  ['He ran {mark r1}.', 'He ran {mark r2}.'],
  ['{mark r1} and {place r1 asian}, not {mark r11}', '{mark r2} and {place r2 asian}, not {mark r11}'],
  ['r1 stays where it is no figure', 'r1 stays where it is no figure'],
  [
    'It is said.[@old: page 3] And here.[@old] Not [@older: old]',
    'It is said.[@new: page 3] And here.[@new] Not [@older: old]',
  ],
  ['- **{mark r1}**[@old: *1*, (https://a.example/_b_)]', '- **{mark r2}**[@new: *1*, (https://a.example/_b_)]'],
])('%s', (before, after) => {
  expect(rebound(before, { results, sources })).toBe(after)
})

test('nothing is touched where nothing is renamed', () => {
  const body = 'He ran {mark  r1 }.[@old:  page 3 ]'
  expect(rebound(body, {})).toBe(body)
})
