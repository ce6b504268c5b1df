import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { test as base, expect } from '@playwright/test'
import { API, PROFILE } from '../desk'
import { type Site, startSite } from '../site'

/** Changes of different kinds, in an order in which each can be made: see testing/steps. */
const STEPS = [
  { act: 'correct', which: 1, how: 1 },
  { act: 'many', which: 0, how: 1 },
  { act: 'addRelay', which: 0, how: 1 },
  { act: 'correctRelay', which: 0, how: 3 },
  { act: 'make', which: 4, how: 2 },
  { act: 'mergeCompetitions', which: 1, how: 0 },
  { act: 'mergeSources', which: 1, how: 0 },
  { act: 'mergeSeries', which: 1, how: 0 },
  { act: 'merge', which: 0, how: 0 },
  { act: 'undo', which: 8, how: 1 },
  { act: 'split', which: 0, how: 1 },
] as const

/** What most of the changes are to be seen on; some of them lead on to another in the end. */
const CHANGED = [
  ...['/', '/athletes', '/sources', '/series', '/disciplines/marathon', '/records/MGL', '/search?q=bat'],
  ...[PROFILE, `${PROFILE}/history`, `${PROFILE}/disputes`, API, '/athletes/serod-batochir'],
  ...['/competitions/2014-fukuoka-marathon', '/competitions/2014-fukuoka-again'],
  ...['/competitions/2011-asian-athletics-championships', '/series/fukuoka-marathon', '/series/fukuoka-again'],
  ...['/sources/organiser-official-results', '/sources/organiser-again'],
]
const MOST = 150
const AT_ONCE = 4

interface Stepping {
  take(step: (typeof STEPS)[number]): Promise<string>
}

/** A site of its own: the changes would be in the way of other tests. */
const test = base.extend<{ site: Site; stepping: Stepping }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern.
  site: async ({}, use) => {
    const site = await startSite(`${process.env.PALMARES_E2E_RECORDS}/writing`)
    await use(site)
    await site.stop()
  },
  stepping: async ({ site }, use) => {
    const args = ['--conditions=react-server', '--import', 'tsx', 'e2e/take-steps.ts', site.data]
    const child = spawn(process.execPath, args, { env: { ...process.env, DATABASE_URL: '' } })
    child.stderr.pipe(process.stderr)
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
    const next = async () => {
      const { value, done } = await lines.next()
      if (done) throw new Error('No step is taken any more.')
      return value
    }
    expect(await next()).toBe('ready')
    await use({
      take: (step) => {
        child.stdin.write(`${JSON.stringify(step)}\n`)
        return next()
      },
    })
    const ended = new Promise((done) => child.on('exit', done))
    child.stdin.end()
    await ended
  },
})

/** Opens addresses, a few at a time. @returns the pages by their addresses; '' for what leads on, or is gone. */
async function open(origin: string, addresses: Iterable<string>): Promise<Map<string, string>> {
  const pages = new Map<string, string>()
  const left = [...addresses]
  const work = async () => {
    for (let address = left.shift(); address !== undefined; address = left.shift()) {
      const answer = await fetch(`${origin}${address}`, { redirect: 'manual' })
      const text = await answer.text()
      expect([200, 308, 410], address).toContain(answer.status)
      expect(text, address).not.toMatch(/This page could not be made|Application error|Internal Server Error/)
      pages.set(address, answer.status === 200 ? text : '')
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return pages
}

function linksIn(pages: Iterable<string>): string[] {
  const links = [...pages].flatMap((page) => [...page.matchAll(/ href="(\/[^"#]*)/g)].map(([, link = '']) => link))
  const isPage = (link: string) => !/^\/(admin|sign-in|_next|photos|fonts)\b|\.[a-z0-9]+(\?|$)/.test(link)
  return [...new Set(links.map((link) => link.replaceAll('&amp;', '&')))].filter(isPage)
}

/** The results whose mark no source backs. */
function uncited(api: string): string[] {
  const { results } = JSON.parse(api) as {
    results: { id: string; mark: string | null; citations: { field: string }[] }[]
  }
  return results
    .filter(({ mark, citations }) => mark !== null && !citations.some(({ field }) => field === 'mark'))
    .map(({ id }) => id)
}

test('after each change every page that shows it opens, and every figure has its source', async ({
  site: { url },
  stepping,
}) => {
  let pages = await open(url, CHANGED)
  const atFirst = uncited(pages.get(API) ?? '')
  for (const step of STEPS) {
    expect(await stepping.take(step), JSON.stringify(step)).toMatch(/^\{"saved":true/)
    // Another process has made the change: the site notices it within a second.
    const former = pages.get('/')
    await expect.poll(async () => (await fetch(url)).text(), { intervals: [100] }).not.toBe(former)
    pages = await open(url, CHANGED)
    expect(
      uncited(pages.get(API) ?? '').filter((id) => !atFirst.includes(id)),
      step.act,
    ).toEqual([])
  }
  const known = new Set(pages.keys())
  const linked = linksIn(pages.values()).filter((link) => !known.has(link))
  await open(url, linked.slice(0, MOST))
})
