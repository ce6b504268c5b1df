import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Makes the record once; each worker gets a copy of it. The build is the production build (see scripts/test.mjs). */
export default function setup(): () => void {
  const base = mkdtempSync(join(tmpdir(), 'palmares-e2e-base-'))
  process.env.PALMARES_E2E_BASE = base
  const made = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'e2e/make-record.ts', base],
    {
      stdio: 'inherit',
      env: { ...process.env, DATABASE_URL: '' },
    },
  )
  if (made.status !== 0) throw new Error('The record for the browser tests could not be made.')
  return () => rmSync(base, { recursive: true, force: true })
}
