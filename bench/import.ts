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
    const id = await beginImport(db, editor, 'men-marathon.csv', list(ROWS))
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

/** A federation's list of made-up people: a fifth as many athletes as rows, and a twelfth as many meetings. */
async function* list(rows: number): AsyncGenerator<Uint8Array> {
  const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
  const COUNTRIES = ['KEN', 'ETH', 'JPN', 'USA', 'MAR', 'UGA', 'GBR', 'MGL', 'POL', 'BRA']
  // mulberry32: the same numbers every time.
  let seed = 1
  const next = (below: number) => {
    seed = (seed + 0x6d2b79f5) | 0
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
  const word = (n: number) => {
    let text = ''
    for (let rest = n + 700; rest > 0; rest = Math.floor(rest / 70))
      text += `${'bdfgklmnprstvz'[rest % 14]}${'aeiou'[rest % 5]}`
    return text.charAt(0).toUpperCase() + text.slice(1)
  }
  yield Buffer.from('"",Rank,Mark,Competitor,DOB,Nat,Pos,Venue,Date,Results Score\n')
  let lines = ''
  const ran = new Set<string>()
  for (let row = 0; row < rows; row++) {
    const athlete = next(Math.ceil(rows / 5))
    const meeting = next(Math.ceil(rows / 12))
    const country = COUNTRIES[athlete % 10]
    const total = 7_400 + Math.floor((row * 1_600) / rows)
    const mark = `${Math.floor(total / 3600)}:${String(Math.floor(total / 60) % 60).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`
    const born = `${String((athlete % 28) + 1).padStart(2, '0')} ${MONTHS[athlete % 12]} ${1960 + (athlete % 25)}`
    const date = `${String((meeting % 28) + 1).padStart(2, '0')} ${MONTHS[meeting % 12]} ${2000 + (meeting % 23)}`
    // Nobody runs two marathons on a day.
    if (ran.has(`${athlete} ${date}`)) continue
    ran.add(`${athlete} ${date}`)
    lines += `${row},${row + 1},${mark},${word(athlete)} ${word(athlete * 7 + 3).toUpperCase()},${born},${country},${next(60) + 1},${word(meeting)} (${COUNTRIES[meeting % 10]}),${date},1000\n`
    if (lines.length > 60_000) {
      yield Buffer.from(lines)
      lines = ''
    }
  }
  yield Buffer.from(lines)
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}
