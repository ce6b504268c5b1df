/**
 * Search over a hundred thousand athletes, on the embedded database: what each kind of query takes, from the call to
 * the described matches. The kinds come mixed, each query is another one, and the first
 * hundred are not counted. Database and caller are one
 * process here, so its processor's time is what a query takes on a machine that does nothing else.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@/prisma/client'
import { openEmbedded } from '@/prisma/embedded'
import { migrate } from '@/prisma/migrate'
import { findMatches } from '../server/search/search'
import { makePeople, seeded, writeCrowd } from './crowd'

const PEOPLE = 100_000
const QUERIES = 500

console.log(`${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.versions.node}\n`)
const people = makePeople(PEOPLE)
const random = seeded(2)
const someone = () => people[Math.floor(random() * people.length)] ?? { id: '', given: '', family: '' }
const letter = () => String.fromCharCode(97 + Math.floor(random() * 26))

/** A name with a slip of the fingers somewhere after its first letter: swapped, missing, doubled or another. */
function slip(name: string): string {
  const at = 1 + Math.floor(random() * (name.length - 2))
  const [before, here, next, after] = [name.slice(0, at), name[at], name[at + 1] ?? '', name.slice(at + 2)]
  return [
    `${before}${next}${here}${after}`,
    before + next + after,
    `${before}${here}${here}${next}${after}`,
    before + letter() + next + after,
  ][Math.floor(random() * 4)] as string
}

const MIX: [kind: string, share: number, make: () => string][] = [
  ['a whole name', 14, () => (({ given, family }) => `${given} ${family}`)(someone())],
  ['a name that nobody has', 6, () => `${someone().given} ${someone().family}`],
  ['two words reversed', 10, () => (({ given, family }) => `${family} ${given}`)(someone())],
  ['the beginning of a name', 20, () => someone().family.slice(0, 2 + Math.floor(random() * 4))],
  ['two beginnings', 8, () => (({ given, family }) => `${given.slice(0, 3)} ${family.slice(0, 3)}`)(someone())],
  ['a slip', 14, () => (({ given, family }) => `${given} ${slip(family)}`)(someone())],
  ['a slip in one word', 6, () => slip(someone().family)],
  ['an initial', 6, () => (({ given, family }) => `${given[0]}. ${family}`)(someone())],
  ['Cyrillic', 4, () => (random() < 0.5 ? 'Бат-Эрдэнэ' : 'Отгонбаяр Ма')],
  ['a very common name', 4, () => ['John', 'mary', 'James', 'Robert'][Math.floor(random() * 4)] ?? ''],
  ['one letter', 3, letter],
  ['a competition', 3, () => `${someone().family.slice(0, 4)} marathon`],
  [
    'nothing, garbage, wildcards',
    2,
    () => ['', '%', '_ _', '\\', '%a%', 'ж'.repeat(500), 'x y '.repeat(125)][Math.floor(random() * 7)] ?? '',
  ],
]

const folder = mkdtempSync(join(tmpdir(), 'palmares-bench-'))
const embedded = await openEmbedded(folder)
const db = createClient(embedded.url)
try {
  await migrate(embedded.url)
  const began = performance.now()
  await writeCrowd(db, people)
  console.log(`${PEOPLE} athletes written in ${((performance.now() - began) / 1000).toFixed(0)} s\n`)
  for (const { query } of mixed().slice(0, 100)) await findMatches(db, query, { limit: 8 })
  await measure('without statistics')
  await db.$executeRaw`ANALYZE`
  await measure('after ANALYZE')
} finally {
  await db.$disconnect()
  await embedded.close()
  rmSync(folder, { recursive: true, force: true })
}

async function measure(state: string): Promise<void> {
  const taken: Taken[] = []
  for (const { kind, query } of mixed()) {
    const [asked, used] = [performance.now(), process.cpuUsage()]
    const { matches } = await findMatches(db, query, { limit: 8 })
    const { user, system } = process.cpuUsage(used)
    const wall = performance.now() - asked
    taken.push({ kind, wall, processor: (user + system) / 1000, isFound: matches.length > 0 })
  }
  console.log(
    `| ${state} | queries | p50 | p95 | slowest | processor p50 | p95 | found |\n|---|---|---|---|---|---|---|---|`,
  )
  for (const [kind] of MIX)
    row(
      kind,
      taken.filter((one) => one.kind === kind),
    )
  row('**all**', taken)
  console.log()
}

/** Queries of every kind, in the shares of the mix, in no order. */
function mixed(): { kind: string; query: string }[] {
  return MIX.flatMap(([kind, share, make]) =>
    Array.from({ length: (share / 100) * QUERIES }, () => ({ kind, query: make(), at: random() })),
  ).sort((a, b) => a.at - b.at)
}

interface Taken {
  kind: string
  wall: number
  processor: number
  isFound: boolean
}

function row(kind: string, times: Taken[]): void {
  const found = `${Math.round((100 * times.filter(({ isFound }) => isFound).length) / times.length)} %`
  const at = (what: 'wall' | 'processor', share: number) => {
    const sorted = times.map((taken) => taken[what]).sort((a, b) => a - b)
    return `${(sorted[Math.ceil(share * sorted.length) - 1] ?? 0).toFixed(1)} ms`
  }
  const cells = [at('wall', 0.5), at('wall', 0.95), at('wall', 1), at('processor', 0.5), at('processor', 0.95)]
  console.log(`| ${[kind, times.length, ...cells, found].join(' | ')} |`)
}
