/**
 * Before the tests: a migrated embedded data folder to copy from, and, where PostgreSQL's programs are on the machine,
 * a throw-away cluster of its own with a migrated template database.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openEmbedded } from '@/prisma/embedded'
import { migrate } from '@/prisma/migrate'
import { startCluster } from './cluster'

declare module 'vitest' {
  interface ProvidedContext {
    /** A closed data folder, migrated and empty. */
    embeddedBase: string
    /** The throw-away cluster, with its template database `base`; null where there is no PostgreSQL. */
    serverUrl: string | null
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = mkdtempSync(join(tmpdir(), 'palmares-test-'))
  const base = join(home, 'base')
  const embedded = await openEmbedded(base)
  await migrate(embedded.url)
  await embedded.close()
  project.provide('embeddedBase', base)

  const cluster = await startCluster()
  project.provide('serverUrl', cluster?.url ?? null)
  if (!cluster) console.log('  (no PostgreSQL on this machine: the database tests run on the embedded one alone)')

  return async () => {
    await cluster?.stop()
    rmSync(home, { recursive: true, force: true })
  }
}
