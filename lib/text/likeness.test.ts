import { expect, test } from 'vitest'
import { unlikeness } from './likeness'

test.each([
  [' serod batochir', ' batochir serod', 0],
  [' ser', ' serod batochir', null],
  [' sero', ' serod batochir', 0],
  [' jonh smith', ' john smith', 1],
  [' batochr', ' batochir serod', 1],
  [' batocihr serdo', ' serod batochir', 2],
  [' batochirserod', ' batochir serod', 0],
  [' john frederick smith', ' john smith', 4],
  [' al', ' li', null],
  [' qwertyuiop', ' john smith', null],
])('%s for %s costs %s', (typed, known, cost) => {
  expect(unlikeness(typed, known)).toBe(cost)
})

test('a letter of another script counts once, though it is written in four', () => {
  const [serodo, another] = [' 0vls0rns0els0jms', ' 0vls0rns0els0qms']
  expect(unlikeness(serodo, another)).toBe(1)
})
