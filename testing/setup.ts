/**
 * Before the database tests: for each engine two templates to copy from, an empty record and the loaded first record.
 * PostgreSQL's are in a throw-away cluster, where its programs are on the machine.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { createClient } from '@/prisma/client'
import { openEmbedded } from '@/prisma/embedded'
import { migrate } from '@/prisma/migrate'
import { loadSeed, readSeedFiles } from '@/prisma/seed/load'
import { type Cluster, databaseUrl, startCluster } from './cluster'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of two closed data folders: `base`, migrated and empty, and `loaded`, with the first record. */
    embeddedTemplates: string
    /** The throw-away cluster, with template databases of the same names; null where there is no PostgreSQL. */
    serverUrl: string | null
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = mkdtempSync(join(tmpdir(), 'palmares-test-'))
  // One after the other: while the embedded database works in this process, nothing else here goes on.
  await makeEmbeddedTemplates(home)
  const cluster = await startCluster()
  if (cluster) await makeLoadedDatabase(cluster)
  project.provide('embeddedTemplates', home)
  project.provide('serverUrl', cluster?.url ?? null)
  if (!cluster) console.log('  (no PostgreSQL on this machine: the database tests run on the embedded one alone)')

  return async () => {
    await cluster?.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

async function makeEmbeddedTemplates(home: string): Promise<void> {
  const [base, loaded] = [join(home, 'base'), join(home, 'loaded')]
  const empty = await openEmbedded(base)
  await migrate(empty.url)
  await empty.close()
  cpSync(base, loaded, { recursive: true })
  const embedded = await openEmbedded(loaded)
  await loadFirstRecord(embedded.url)
  await embedded.close()
}

async function makeLoadedDatabase(cluster: Cluster): Promise<void> {
  try {
    const admin = new Client({ connectionString: cluster.url })
    await admin.connect()
    await admin.query('CREATE DATABASE loaded TEMPLATE base')
    await admin.end()
    await loadFirstRecord(databaseUrl(cluster.url, 'loaded'))
  } catch (error) {
    await cluster.stop()
    throw error
  }
}

/** As a first start does it. */
async function loadFirstRecord(url: string): Promise<void> {
  const db = createClient(url, 1)
  await loadSeed(db, await readSeedFiles())
  await db.$disconnect()
}
