import { expect, test } from 'vitest'
import { passwordProblem } from './password-rules'

test('a short password is refused, whatever it is made of', () => {
  expect(passwordProblem('k7#Qz!9v@Lp')).toMatch(/at least 12/)
  expect(passwordProblem('k7#Qz!9v@Lpw')).toBeNull()
})

test('passwords that were stolen elsewhere, and what is made of them, are refused', () => {
  for (const password of ['password1234', 'qwertyuiop12', '123456789012', 'iloveyouiloveyou', 'P@ssw0rd2024!'])
    expect(passwordProblem(password), password).toMatch(/stolen|guess/)
  expect(passwordProblem('password1234')).toMatch(/stolen/)
})

test('what somebody who knows the person would try first is refused', () => {
  const own = ['Oyuna Ganbaatar', 'oyuna@athletics.example']
  expect(passwordProblem('oyunaganbaatar', own)).toMatch(/your name/)
  expect(passwordProblem('oyunaathletics.example1234', own)).toMatch(/your name/)
  expect(passwordProblem('oyunaganbaatar')).toBeNull()
  expect(passwordProblem('palmarespalmares')).toMatch(/guess/)
})

test('several words that do not belong together will do', () => {
  expect(passwordProblem('correct horse battery staple')).toBeNull()
})

test('a very long text does not keep the server busy', () => {
  const began = performance.now()
  expect(passwordProblem('a'.repeat(1_000_000))).toMatch(/at most 200/)
  expect(passwordProblem('aB1!'.repeat(50))).not.toBeUndefined()
  expect(performance.now() - began).toBeLessThan(5_000)
})
