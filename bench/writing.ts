/**
 * What readers notice of writing: eighty pages of the record read by eight readers, in quiet, while an editor saves once
 * and ten times a second, and while a list is imported. `npm run bench -- writing` uses the embedded database. Ratios to
 * the quiet rate of the same run are what counts.
 */
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium } from '@playwright/test'
import { formOf, giveReason } from '../e2e/desk'
import { USERS } from '../e2e/people'
import { makeRecord, type Site, startSite } from '../e2e/site'
import { createClient } from '../prisma/client'
import { joinEmbedded } from '../prisma/embedded'
import { admitOperator } from '../server/accounts/editor'
import { acceptImport } from '../server/imports/accept'
import { findImport } from '../server/imports/imports'
import { beginImport } from '../server/imports/inspect'
import { startReading } from '../server/imports/read'
import { madeUpList } from './made-up-list'
import { Readers } from './readers'
import { signedIn } from './signed-in'

const PAGES = 80
const READERS = 8
const SECONDS = 10
const ROWS = Number(process.argv[2] ?? 8_500)

const record = makeRecord()
const site = await startSite(record.folder)
const readers = new Readers()
const browser = await chromium.launch({
  executablePath: process.env.PALMARES_CHROMIUM,
  args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : [],
})
try {
  console.log(`${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.versions.node}\n`)
  const paths = await findPages(site, PAGES)
  for (const path of paths) await (await fetch(site.url + path)).arrayBuffer()
  console.log('| while | requests/s | of quiet | p50 | p99 | worst | failed |')
  console.log('|---|---|---|---|---|---|---|')
  const read = (seconds = SECONDS) => readers.read({ url: site.url, paths, readers: READERS, seconds })
  await read(3)
  const quiet = await read()
  const row = (name: string, { perSecond, p50, p99, worst, failed }: Awaited<ReturnType<typeof read>>) => {
    const times = [p50, p99, worst].map((ms) => `${ms.toFixed(1)} ms`)
    console.log(
      `| ${[name, perSecond.toFixed(0), (perSecond / quiet.perSecond).toFixed(2), ...times, failed].join(' | ')} |`,
    )
  }
  row('nothing is written', quiet)
  const forms = await openForms(SECONDS + 10 * SECONDS)
  const acknowledged: number[] = []
  const seen: number[] = []
  for (const rate of [1, 10]) {
    const reading = read()
    for (const form of forms.splice(0, rate * SECONDS)) {
      const began = performance.now()
      void form.save().then((times) => {
        acknowledged.push(times.acknowledged)
        seen.push(times.seen)
      })
      await sleep(Math.max(0, 1_000 / rate - (performance.now() - began)))
    }
    row(rate === 1 ? 'one save a second' : `${rate} saves a second`, await reading)
  }
  console.log(`\n${acknowledged.length} saves: acknowledged after ${summary(acknowledged)},`)
  console.log(`on the page of the result for a stranger after ${summary(seen)}.\n`)
  const alone = await importList(ROWS, 'alone')
  console.log(`${ROWS} rows alone: previewed in ${alone.read} s, written in ${alone.written} s`)
  // Read for as long as it takes, in stretches.
  let isOver = false
  const importing = importList(ROWS, 'beside').finally(() => {
    isOver = true
  })
  const stretches: Awaited<ReturnType<typeof read>>[] = []
  while (!isOver) stretches.push(await read(5))
  const beside = await importing
  console.log(`${ROWS} rows beside readers: previewed in ${beside.read} s, written in ${beside.written} s`)
  const mean = (of: (one: (typeof stretches)[number]) => number) =>
    stretches.reduce((sum, one) => sum + of(one), 0) / stretches.length
  row(`${ROWS} rows are imported`, {
    perSecond: mean(({ perSecond }) => perSecond),
    p50: mean(({ p50 }) => p50),
    p99: Math.max(...stretches.map(({ p99 }) => p99)),
    worst: Math.max(...stretches.map(({ worst }) => worst)),
    failed: stretches.reduce((sum, { failed }) => sum + failed, 0),
  })
  console.log(`\nMemory of all processes together: ${memory(site)} MB`)
} finally {
  readers.stop()
  await browser.close()
  await site.stop()
  record.remove()
}

/** Pages of the record, by the links from one to the next: of each kind as many as of any other, as far as there are. */
async function findPages({ url }: Site, most: number): Promise<string[]> {
  const kinds = ['athletes', 'results', 'competitions', 'sources', 'series', 'disciplines', 'records']
  const found = [
    '/',
    '/athletes',
    '/competitions/2014-fukuoka-marathon',
    '/athletes/ser-od-bat-ochir',
    '/series',
    '/sources',
  ]
  const ofKind = (kind: string) => found.filter((path) => path.startsWith(`/${kind}/`))
  for (let at = 0; at < found.length && at < 60; at++) {
    const html = await (await fetch(url + found[at])).text()
    for (const [, path = '', kind = ''] of html.matchAll(/ href="(\/([a-z]+)\/[a-zA-Z0-9/_-]+)"/g)) {
      if (kinds.includes(kind) && !found.includes(path) && ofKind(kind).length < most / 4) found.push(path)
    }
  }
  // In turn one of each, so that no kind takes the place of the others.
  const queues = [found.filter((path) => kinds.every((kind) => !path.startsWith(`/${kind}/`))), ...kinds.map(ofKind)]
  const pages: string[] = []
  while (pages.length < most && queues.some((queue) => queue.length > 0)) {
    for (const queue of queues) pages.push(...queue.splice(0, 1))
  }
  return pages.slice(0, most)
}

interface OpenForm {
  save(): Promise<{ acknowledged: number; seen: number }>
}

/** The forms of so many corrections, each of another result, opened beforehand. */
async function openForms(count: number): Promise<OpenForm[]> {
  const context = await signedIn(browser, site.url)
  const page = await context.newPage()
  const ids = await findResults(count)
  const forms: OpenForm[] = []
  for (const [number, id] of ids.entries()) {
    await page.goto(`/admin/results/${id}`)
    const note = `Measured ${number}`
    await page.getByLabel('Note', { exact: true }).evaluate((element, text) => {
      ;(element as HTMLInputElement).value = text
    }, note)
    await giveReason(page, note)
    const multipart = await formOf(page, 'Save')
    forms.push({
      save: async () => {
        const began = performance.now()
        const address = `/admin/results/${id}`
        const answer = await context.request.post(address, {
          multipart,
          headers: { origin: site.url },
          maxRedirects: 0,
        })
        const acknowledged = performance.now() - began
        if (!answer.headers().location?.includes('/admin/saved/')) throw new Error('A save failed.')
        while (!(await (await fetch(`${site.url}/results/${id}`)).text()).includes(note)) await sleep(1)
        return { acknowledged, seen: performance.now() - began }
      },
    })
  }
  return forms
}

async function findResults(count: number): Promise<string[]> {
  const { url, close } = await joinEmbedded(site.data)
  const db = createClient(url, 1)
  const rows = await db.result.findMany({
    where: { withdrawn: false, team: null, note: null, value: { not: null } },
    orderBy: { id: 'asc' },
    take: count,
    select: { id: true },
  })
  await db.$disconnect()
  await close()
  return rows.map(({ id }) => id)
}

/** Imports a made-up list; the site's own process does the work. @returns seconds. */
async function importList(rows: number, name: string): Promise<{ read: string; written: string }> {
  const { url, close } = await joinEmbedded(site.data)
  process.env.PALMARES_DATA = site.data
  const db = createClient(url, 1)
  const editor = await admitOperator(db, USERS.oyuna.email)
  if (!editor) throw new Error('The editor was not admitted.')
  const stateOf = async (id: string) => (await db.import.findUniqueOrThrow({ where: { id } })).state
  const until = async (id: string, state: string) => {
    while ((await stateOf(id)) !== state) await sleep(250)
  }
  const began = Date.now()
  const id = await beginImport(db, editor, `men-marathon-${name}.csv`, madeUpList(rows, name === 'alone' ? 1 : 2))
  const guessed = await findImport(db, id)
  if (!guessed) throw new Error('The import is gone.')
  await startReading(db, id, guessed.setup)
  await until(id, 'READY')
  const read = Date.now()
  const source = { publication: 'Bench', title: `A list, ${name}`, url: null, date: null, author: null }
  await acceptImport(db, editor, id, { reason: 'Measured', locator: 'all of it', source })
  await until(id, 'DONE')
  const written = Date.now()
  await db.$disconnect()
  await close()
  return { read: ((read - began) / 1_000).toFixed(1), written: ((written - read) / 1_000).toFixed(1) }
}

function summary(times: number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? Number.NaN)
  return `${at(0.5)} ms (median; 95th percentile ${at(0.95)} ms, slowest ${Math.round(sorted.at(-1) ?? Number.NaN)} ms)`
}

/** What the site's processes hold in memory, where the system says so. */
function memory({ pid }: Site): string {
  try {
    const rss = (process: number) =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${process}/status`, 'utf8'))?.[1] ?? 0)
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number)
    return [pid, ...children].map((process) => (rss(process) / 1024).toFixed(0)).join(' + ')
  } catch {
    return 'unknown'
  }
}
