/**
 * Search over a hundred thousand athletes, on the embedded database: what each kind of query takes, from the call to
 * the described matches. Each query is another one; the first of all is not waited for.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@/prisma/client'
import { openEmbedded } from '@/prisma/embedded'
import { migrate } from '@/prisma/migrate'
import { findMatches } from '@/server/search'
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
  ['a whole name', 20, () => `${someone().given} ${someone().family}`],
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
  await findMatches(db, 'warm', { limit: 8 })
  await measure('without statistics')
  await db.$executeRaw`ANALYZE`
  await measure('after ANALYZE')
} finally {
  await db.$disconnect()
  await embedded.close()
  rmSync(folder, { recursive: true, force: true })
}

async function measure(state: string): Promise<void> {
  const all: number[] = []
  console.log(`| ${state} | queries | p50 | p95 | slowest | found |\n|---|---|---|---|---|---|`)
  for (const [kind, share, make] of MIX) {
    const times: number[] = []
    let found = 0
    for (let at = 0; at < (share / 100) * QUERIES; at++) {
      const query = make()
      const asked = performance.now()
      const { matches } = await findMatches(db, query, { limit: 8 })
      times.push(performance.now() - asked)
      if (matches.length > 0) found++
    }
    all.push(...times)
    row(kind, times, `${Math.round((100 * found) / times.length)} %`)
  }
  row('**all**', all, '')
  console.log()
}

function row(kind: string, times: number[], found: string): void {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => `${(sorted[Math.ceil(share * sorted.length) - 1] ?? 0).toFixed(1)} ms`
  console.log(`| ${[kind, times.length, at(0.5), at(0.95), at(1), found].join(' | ')} |`)
}
