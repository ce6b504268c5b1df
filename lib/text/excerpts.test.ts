import { expect, test } from 'vitest'
import { excerpts } from './excerpts'

test('short texts are shown whole', () => {
  expect(excerpts('Kuwana', 'Mie')).toEqual(['Kuwana', 'Mie'])
})

test('of long texts, what is around the first difference', () => {
  const same = 'He ran and ran. '.repeat(40)
  const [before, after] = excerpts(`${same}He rested.`, `${same}He slept.`)
  expect(before).toMatch(/^… .*He rested\.$/)
  expect(after).toMatch(/^… .*He slept\.$/)
  expect(Math.max(before.length, after.length)).toBeLessThan(170)
})
