import { describe, expect, test } from 'vitest'
import { safePath } from './own-path'

describe('the path after signing in', () => {
  test.each([
    '/admin',
    '/athletes/ser-od-bat-ochir?asOf=2024-08-01',
    '/admin/results/new?athlete=a&competition=b',
    '/search?query=%D0%A1%D1%8D%D1%80',
    '/compare?athletes=a,b',
    '/results/x.y-z',
    '/apiary',
  ])('is followed: %s', (path) => {
    expect(safePath(path)).toBe(path)
  })

  test.each([
    ['a host', '//evil.example'],
    ['a host behind a path that is none', '/.//evil.example'],
    ['a host behind the way up', '/..//evil.example'],
    ['a host behind a path and the way up', '/admin/..//evil.example'],
    ['an encoded dot', '/%2e//evil.example'],
    ['encoded dots', '/%2E%2e//evil.example'],
    ['a backslash', '/\\evil.example'],
    ['backslashes', '\\\\evil.example'],
    ['a dot and a backslash', '/.\\/evil.example'],
    ['a tab', '/\t/evil.example'],
    ['a line break', '/\n/evil.example'],
    ['a tab after a dot', '/.\t//evil.example'],
    ['an address', 'https://evil.example'],
    ['a scheme alone', 'javascript:alert(1)'],
    ['a space first', ' //evil.example'],
    ['credentials', '//palmares.example@evil.example'],
    ['no slash', 'admin'],
    ['nothing', ''],
    ['signing out', '/sign-out'],
    ['signing out, encoded', '/%73ign-out'],
    ['signing in, again', '/sign-in?next=/sign-in'],
    ['what is for programs', '/api/v1/athletes'],
    ['a file of the framework', '/_next/static/x.js'],
    ['what cannot be decoded', '/%E0%A4%A'],
  ])('is the desk instead of %s', (_, path) => {
    expect(safePath(path)).toBe('/admin')
  })

  test('is the desk where none is asked for', () => {
    expect(safePath(undefined)).toBe('/admin')
  })

  test.each(['/a', '/.//x', '/..//x', '/\\x', '/a//b', '//x', '/%2e//x', '/a/.././/x'])(
    'always stays here, however often it is read: %s',
    (path) => {
      const once = safePath(path)
      expect(new URL(once, 'https://palmares.example').host).toBe('palmares.example')
      expect(safePath(once)).toBe(once)
    },
  )
})
