import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyTemplate } from '@/testing/database'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'palmares-commands-'))
  copyTemplate('loaded', join(folder, 'data'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A command as npm runs it, on a data folder of its own; what it prints to stdout is JSON. */
function command(name: string, ...args: string[]): unknown {
  const env = { ...process.env, PALMARES_DATA: join(folder, 'data'), DATABASE_URL: '', NODE_ENV: 'production' }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/command.mjs', name, ...args, '--json'], {
    encoding: 'utf8',
    env: env as NodeJS.ProcessEnv,
  })
  expect(status, stderr).toBe(0)
  return JSON.parse(stdout)
}

test('the commands import a list, recognise it the second time, and print the findings', { timeout: 240_000 }, () => {
  const file = join(folder, 'men-marathon.csv')
  const rows = [
    'Mark,Competitor,DOB,Nat,Venue,Date',
    '2:09:59,Hakim EL MANSOURI,1 JAN 1990,MAR,Hamburg (GER),26 APR 2015',
  ]
  writeFileSync(file, rows.join('\n'))
  const load = () => command('import', file, '--source', 'A federation: All-time list', '--accept')
  expect(JSON.stringify(load())).toContain('"NEW":1')
  expect(JSON.stringify(load())).toMatch(/"NEW":0.*"SAME":1|"SAME":1.*"NEW":0/)
  const findings = command('findings') as { rule: string; evidence: unknown[] }[]
  expect(findings.map(({ rule }) => rule)).toContain('stale-claim')
  expect(findings.every(({ evidence }) => evidence.length > 0)).toBe(true)
})
