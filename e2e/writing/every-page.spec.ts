import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { test as base, expect } from '@playwright/test'
import { API, PROFILE } from '../desk'
import { makePages, openPages, stalePages } from '../kept-pages'
import { type Site, startSite, startSiteOnServer } from '../site'

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
  ...[
    PROFILE,
    `${PROFILE}/history`,
    ...['results', 'bests', 'biography', 'sources'].map((page) => `${PROFILE}/${page}`),
    API,
    '/athletes/serod-batochir',
  ],
  ...['/competitions/2014-fukuoka-marathon', '/competitions/2014-fukuoka-again'],
  ...['/competitions/2011-asian-athletics-championships', '/series/fukuoka-marathon', '/series/fukuoka-again'],
  ...['/sources/organiser-official-results', '/sources/organiser-again'],
]
const MOST = 100
/** How many pages more are held against the same page made anew. */
const LINKED = 24
/** Steps drawn by chance; for a long run: `PALMARES_STEPS=300 npx playwright test every-page`. */
const DRAWN = Number(process.env.PALMARES_STEPS || 4)
const SEED = Number(process.env.PALMARES_SEED || Date.now() % 1_000_000)

interface Step {
  act: string
  which: number
  how: number
}

/** See e2e/take-steps.ts. */
interface Stepping {
  ask(what: Step | { draw: number; seed: number }): Promise<string>
}

const SERVERS = {
  'the embedded database': () => startSite(`${process.env.PALMARES_E2E_RECORDS}/writing`),
  'a PostgreSQL': startSiteOnServer,
}

/** A site of its own: the changes would be in the way of other tests. */
const test = base.extend<{ engine: keyof typeof SERVERS; site: Site; stepping: Stepping }>({
  engine: ['the embedded database', { option: true }],
  site: async ({ engine }, use) => {
    const site = await SERVERS[engine]()
    test.skip(site === null, 'There is no PostgreSQL on this machine.')
    if (!site) return
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
      ask: (step) => {
        child.stdin.write(`${JSON.stringify(step)}\n`)
        return next()
      },
    })
    const ended = new Promise((done) => child.on('exit', done))
    child.stdin.end()
    await ended
  },
})

/** Opens pages as a reader does; none of them may fail. @returns the texts of those that are there. */
async function open(site: Site, addresses: Iterable<string>): Promise<Map<string, string>> {
  const opened = await openPages(site, addresses)
  for (const [address, { status, text }] of opened) {
    expect([200, 308, 410], address).toContain(status)
    expect(text, address).not.toMatch(/This page could not be made|Application error|Internal Server Error/)
  }
  return new Map([...opened].map(([address, { status, text }]) => [address, status === 200 ? text : '']))
}

function linksIn(pages: Iterable<string>): string[] {
  const links = [...pages].flatMap((page) => [...page.matchAll(/ href="(\/[^"#]*)/g)].map(([, link = '']) => link))
  const isPage = (link: string) => !/^\/(admin|sign-in|suggest|_next|photos|fonts)\b|\.[a-z0-9]+(\?|$)/.test(link)
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

test('after each change every page opens as it would be made now, and every figure has its source', async ({
  site,
  stepping,
}) => {
  await compareAfterEach(site, stepping, STEPS)
})

test.describe('on a PostgreSQL', () => {
  test.use({ engine: 'a PostgreSQL' })

  test('the same after some changes', async ({ site, stepping }) => {
    await compareAfterEach(site, stepping, STEPS.slice(0, 3))
  })
})

async function compareAfterEach(site: Site, stepping: Stepping, steps: readonly Step[]): Promise<void> {
  const drawn: Step[] = JSON.parse(await stepping.ask({ draw: DRAWN, seed: SEED }))
  test.setTimeout(180_000 + 20_000 * (steps.length + drawn.length))
  let pages = await open(site, CHANGED)
  const more = sample(linksIn(pages.values()).filter((link) => !pages.has(link)))
  const atFirst = uncited(pages.get(API) ?? '')
  for (const step of [...steps, ...drawn]) {
    const isDrawn = drawn.some((other) => other === step)
    const words = `${JSON.stringify(step)}${isDrawn ? `, PALMARES_SEED=${SEED}` : ''}`
    // What is kept now is what may be out of date afterwards.
    await openPages(site, more)
    const outcome = await stepping.ask(step)
    if (!isDrawn) expect(outcome, words).toMatch(/^\{"saved":true/)
    const addresses = [...CHANGED, ...more]
    const made = await makePages(site, addresses)
    // Another process has made the change: the site notices it within a second.
    const opened = async () => (await openPages(site, ['/'])).get('/')?.text
    await expect.poll(opened, { intervals: [100] }).toBe(made.get('/')?.text)
    expect(stalePages(await openPages(site, addresses), made), words).toEqual([])
    pages = isDrawn ? pages : await open(site, CHANGED)
    const figures = uncited((await openPages(site, [API])).get(API)?.text ?? '')
    if (!isDrawn)
      expect(
        figures.filter((id) => !atFirst.includes(id)),
        words,
      ).toEqual([])
  }
  const known = new Set(pages.keys())
  await open(
    site,
    linksIn(pages.values())
      .filter((link) => !known.has(link))
      .slice(0, MOST),
  )
}

/** Some of the pages to which others link, spread over all of them. */
function sample(links: readonly string[]): string[] {
  const every = Math.max(1, Math.floor(links.length / LINKED))
  return links.filter((_, index) => index % every === 0).slice(0, LINKED)
}
