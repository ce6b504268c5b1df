import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { secretsOf } from '../server/env'
import { storedSecret } from './run-site'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'palmares-secret-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const rights = () => (statSync(join(folder, 'secret')).mode & 0o777).toString(8)

test('the key is made once, and only the owner of the folder can read it', () => {
  const secret = storedSecret(folder)
  expect(secret.length).toBeGreaterThanOrEqual(32)
  expect(storedSecret(folder)).toBe(secret)
  expect(rights()).toBe('600')
})

test('nor can others read it after somebody has put it back from a backup', () => {
  const secret = storedSecret(folder)
  chmodSync(join(folder, 'secret'), 0o644)
  expect(storedSecret(folder)).toBe(secret)
  expect(rights()).toBe('600')
})

test('it can be replaced in the file, the new one first', () => {
  const old = storedSecret(folder)
  const renewed = 'a new key of more than thirty-two characters'
  writeFileSync(join(folder, 'secret'), `${renewed},${old}\n`)
  expect(secretsOf(storedSecret(folder))).toEqual([renewed, old])
})
