import { describe, expect, test } from 'vitest'
import { answerHeaders, bodyBound } from './door'

describe('the headers of an answer', () => {
  test('tell browsers to come by https alone, where the site is there', () => {
    const name = 'strict-transport-security'
    expect(answerHeaders('/', 'https://palmares.example')[name]).toMatch(/^max-age=\d{8,}$/)
    expect(answerHeaders('/', 'http://localhost:3000')).not.toHaveProperty(name)
    expect(answerHeaders('/', undefined)).not.toHaveProperty(name)
  })

  test.each([
    ['/api/v1/athletes', 'cross-origin'],
    ['/photos/x/960.webp', 'cross-origin'],
    ['/athletes/ser-od-bat-ochir/results.csv', 'cross-origin'],
    ['/athletes/ser-od-bat-ochir', 'same-origin'],
    ['/admin/photos/x', 'same-origin'],
    ['/sign-in', 'same-origin'],
  ])('let other sites put into their pages what is open: %s %s', (path, policy) => {
    expect(answerHeaders(path)['cross-origin-resource-policy']).toBe(policy)
  })

  test('allow no script where a page does not say which', () => {
    const policy = answerHeaders('/anything')['content-security-policy']
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('script-src')
  })
})

test.each([
  ['/sign-in', 64],
  ['/', 64],
  ['/api/v1/athletes', 64],
  ['/account', 64],
  ['/admin', 64],
  ['/admin/results/x', 1024 + 64],
  ['/admin/import/upload/', 1024 + 64],
  ['/admin/photos/upload', 32 * 1024],
  ['/admin/import/upload', 201 * 1024],
])('a body sent to %s may have %i kB', (path, kilobytes) => {
  expect(bodyBound(path)).toBe(kilobytes * 1024)
})
