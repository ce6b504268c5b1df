/**
 * How long an import takes, and how much memory: `npm run bench -- import [rows]` makes up a list of 100,000 rows, reads
 * and accepts it into a fresh record, and imports it once more; on the embedded database and, where PostgreSQL's
 * programs are on the machine, on a server.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '../prisma/client'
import { openEmbedded } from '../prisma/embedded'
import { migrate } from '../prisma/migrate'
import { loadSeed, readSeedFiles } from '../prisma/seed/load'
import { admitOperator } from '../server/accounts/editor'
import { createUser } from '../server/accounts/users'
import { acceptImport } from '../server/imports/accept'
import { findImport } from '../server/imports/imports'
import { beginImport } from '../server/imports/inspect'
import { countRows } from '../server/imports/preview'
import { startReading } from '../server/imports/read'
import { finishImports } from '../server/imports/runner'
import { startCluster } from '../testing/cluster'
import { madeUpList } from './made-up-list'

const ROWS = Number(process.argv[2] ?? 100_000)
const home = mkdtempSync(join(tmpdir(), 'palmares-bench-'))
process.env.PALMARES_DATA = home

let peak = 0
setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss)
}, 100).unref()

await measure('embedded', async () => {
  const embedded = await openEmbedded(join(home, 'embedded'))
  await migrate(embedded.url)
  return embedded
})
const cluster = await startCluster()
if (cluster) {
  const url = cluster.url.replace('/postgres?', '/base?')
  await measure('PostgreSQL', async () => ({ url, close: cluster.stop }))
}
rmSync(home, { recursive: true, force: true })

async function measure(
  engine: string,
  open: () => Promise<{ url: string; close: () => Promise<void> }>,
): Promise<void> {
  const { url, close } = await open()
  const db = createClient(url, 2)
  await loadSeed(db, await readSeedFiles())
  const email = 'bench@palmares.example'
  await createUser(db, { email, name: 'Bench', role: 'ADMIN', password: 'correct horse battery' })
  const editor = await admitOperator(db, email)
  if (!editor) throw new Error('The editor was not admitted.')
  const idle = process.memoryUsage().rss
  for (const run of ['first', 'again']) {
    peak = 0
    const began = Date.now()
    const id = await beginImport(db, editor, 'men-marathon.csv', madeUpList(ROWS))
    const guessed = await findImport(db, id)
    if (!guessed) throw new Error('The import is gone.')
    await startReading(db, id, guessed.setup)
    await finishImports(db)
    const read = Date.now()
    const known = await db.source.findFirst({ where: { publication: 'Bench' } })
    const source = known
      ? { slug: known.slug }
      : { publication: 'Bench', title: 'A list', url: null, date: null, author: null }
    await acceptImport(db, editor, id, { reason: 'Measured', locator: 'all of it', source })
    await finishImports(db)
    const done = Date.now()
    const counts = Object.entries(await countRows(db, id)).filter(([, count]) => count > 0)
    console.log(
      `${engine}, ${run}: previewed in ${seconds(read - began)}, accepted in ${seconds(done - read)}, together ${seconds(done - began)}; ` +
        `${Math.round((peak - idle) / 1_000_000)} MB above ${Math.round(idle / 1_000_000)} MB idle; ` +
        counts.map(([kind, count]) => `${count} ${kind.toLowerCase()}`).join(', '),
    )
  }
  await db.$disconnect()
  await close()
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}
