/**
 * The profile page beside a bare `node:http` server that sends the same bytes, the time from a save to its first
 * anonymous sight, and the bytes of the first view. Ratios within one run are what counts: machines differ.
 */
import { createServer } from 'node:http'
import { cpus } from 'node:os'
import { chromium } from '@playwright/test'
import autocannon from 'autocannon'
import { formOf, giveReason, PROFILE, resultAt } from '../e2e/desk'
import { makeRecord, startSite } from '../e2e/site'
import { signedIn } from './signed-in'

const SECONDS = 5
const SAVES = 25

const record = makeRecord()
const site = await startSite(record.folder)
const browser = await chromium.launch({
  executablePath: process.env.PALMARES_CHROMIUM,
  args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : [],
})
try {
  console.log(`${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.versions.node}\n`)
  await throughput()
  await saveToSight()
  await firstView()
} finally {
  await browser.close()
  await site.stop()
  record.remove()
}

async function throughput(): Promise<void> {
  const answer = await fetch(site.url + PROFILE, { headers: { 'accept-encoding': 'identity' } })
  const { gzipSync } = await import('node:zlib')
  const body = gzipSync(Buffer.from(await answer.arrayBuffer()))
  const bare = createServer((_, response) => {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-encoding': 'gzip',
      'content-length': body.length,
    })
    response.end(body)
  })
  await new Promise<void>((done) => bare.listen(0, '127.0.0.1', done))
  const address = bare.address()
  const bareUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`

  console.log('| connections | profile, requests/s | p50 | p99 | bare node:http, requests/s | p50 | p99 | ratio |')
  console.log('|---|---|---|---|---|---|---|---|')
  for (const connections of [1, 16, 64]) {
    const profile = await load(site.url + PROFILE, connections)
    const plain = await load(bareUrl, connections)
    const cells = [
      connections,
      ...[profile, plain].flatMap((run) => [
        Math.round(run.requests.average),
        `${run.latency.p50} ms`,
        `${run.latency.p99} ms`,
      ]),
      (profile.requests.average / plain.requests.average).toFixed(2),
    ]
    console.log(`| ${cells.join(' | ')} |`)
  }
  bare.close()
}

async function load(url: string, connections: number): Promise<autocannon.Result> {
  const result = await autocannon({ url, connections, duration: SECONDS, headers: { 'accept-encoding': 'gzip' } })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx + result.errors} answers failed`)
  return result
}

async function saveToSight(): Promise<void> {
  const page = await (await signedIn(browser, site.url)).newPage()
  const { id } = await resultAt(page, '2019-world-athletics-championships')
  const form = `/admin/results/${id}`
  const saves: number[] = []
  const sights: number[] = []
  for (let number = 1; number <= SAVES; number++) {
    const mark = `3:00:${String(number).padStart(2, '0')}`
    await page.goto(form)
    await page.getByLabel('Mark', { exact: true }).fill(mark)
    await giveReason(page, `Save ${number}`)
    const multipart = await formOf(page, 'Save')
    const began = performance.now()
    const answer = await page.request.post(form, { multipart, headers: { origin: site.url }, maxRedirects: 0 })
    const saved = performance.now()
    if (!answer.headers().location?.includes('/admin/saved/')) throw new Error('The save failed.')
    for (let seen = false; !seen; ) seen = (await (await fetch(site.url + PROFILE)).text()).includes(mark)
    saves.push(saved - began)
    sights.push(performance.now() - began)
  }
  console.log(`\n${SAVES} saves: acknowledged after ${median(saves)} ms (median; slowest ${slowest(saves)} ms);`)
  console.log(`seen by a stranger ${median(sights)} ms after the button (median; slowest ${slowest(sights)} ms).`)
}

async function firstView(): Promise<void> {
  const page = await (await browser.newContext({ baseURL: site.url })).newPage()
  const bytes = new Map<string, number>()
  const pending: Promise<void>[] = []
  page.on('requestfinished', (request) => {
    pending.push(
      request.sizes().then(({ responseBodySize }) => {
        bytes.set(request.resourceType(), (bytes.get(request.resourceType()) ?? 0) + responseBodySize)
      }),
    )
  })
  await page.goto(PROFILE, { waitUntil: 'networkidle' })
  await Promise.all(pending)
  const total = [...bytes.values()].reduce((sum, size) => sum + size, 0)
  const kinds = [...bytes].map(([kind, size]) => `${kind} ${(size / 1024).toFixed(1)} kB`)
  console.log(`\nFirst view of the profile: ${(total / 1024).toFixed(1)} kB (${kinds.join(', ')})`)
}

function median(times: number[]): number {
  return Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0)
}

function slowest(times: number[]): number {
  return Math.round(Math.max(...times))
}
