/**
 * Whatever stands in a column of text, and whatever an address asks for, is answered: a page that cannot show one part
 * shows the rest.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import fc from 'fast-check'
import {
  addGarbage,
  COMMON_ADDRESSES,
  COMMON_DESK_ADDRESSES,
  deskAddresses,
  GARBAGE,
  publicAddresses,
  worldOf,
} from '../garbage'
import { PASSWORD, USERS } from '../people'
import { type Site, startSite } from '../site'

/** The pages on which most of a world is shown are opened for each; of the others, each world has its turn. */
const ALWAYS = 1
const PUBLIC_TURNS = 3
const DESK_TURNS = 8
/** PALMARES_GARBAGE=all opens every page of every world, which takes minutes. */
const isWhole = process.env.PALMARES_GARBAGE === 'all'

test.describe.configure({ mode: 'default' })
let site: Site
let folder: string

test.beforeAll(async () => {
  test.setTimeout(240_000)
  folder = mkdtempSync(join(tmpdir(), 'palmares-garbage-'))
  cpSync(`${process.env.PALMARES_E2E_RECORDS}/writing`, folder, { recursive: true })
  addGarbage(folder)
  site = await startSite(folder)
})
test.afterAll(async () => {
  await site?.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('garbage in every column of text takes no public page down', async ({ page }) => {
  test.slow()
  const asked = GARBAGE.flatMap((_, index) => {
    const addresses = publicAddresses(worldOf(index))
    return [...addresses.slice(0, ALWAYS), ...turnOf(addresses.slice(ALWAYS), index, PUBLIC_TURNS)]
  })
  expect(await failuresOf(page, [...asked, ...COMMON_ADDRESSES])).toEqual([])
})

test('garbage in every column of text takes no page of the desk down, and can be undone', async ({ page }) => {
  test.slow()
  await page.goto(`${site.url}/sign-in`)
  await page.getByLabel('E-mail').fill(USERS.admin.email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Editing')
  const asked = GARBAGE.flatMap((_, index) => turnOf(deskAddresses(worldOf(index)), index, DESK_TURNS))
  const changes = []
  for (const index of GARBAGE.keys()) changes.push(...(await changesOf(page, worldOf(index))))
  expect(changes.length).toBeGreaterThanOrEqual(3 * GARBAGE.length)
  expect(await failuresOf(page, [...asked, ...COMMON_DESK_ADDRESSES, ...changes])).toEqual([])
})

test('no address that is asked for makes the server fail', async () => {
  test.slow()
  // The same addresses each time: what fails can be looked into.
  const addresses = fc.sample(ADDRESS, { numRuns: 250, seed: 2026 })
  const failed = []
  for (const address of addresses) {
    const status = await statusOf(address)
    if (status >= 500) failed.push(`${status} ${address.slice(0, 300)}`)
  }
  expect(failed).toEqual([])
})

function turnOf(addresses: readonly string[], index: number, turns: number): string[] {
  return addresses.filter((_, nth) => isWhole || (nth + index) % turns === 0)
}

/** What a world's history leads to: its change, the form that undoes it, and one of its revisions. */
async function changesOf(page: Page, world: string): Promise<string[]> {
  const history = await (await page.request.get(`${site.url}/athletes/${world}/history`)).text()
  const [, change] = /\/changes\/(\d+)/.exec(history) ?? []
  const [revision] = /\/admin\/revisions\/\d+/.exec(history) ?? []
  const ofChange = change ? [`/changes/${change}`, `/admin/changes/${change}`, `/admin/saved/${change}`] : []
  return revision ? [...ofChange, revision] : ofChange
}

async function failuresOf(page: Page, addresses: readonly string[]): Promise<string[]> {
  const waiting = [...new Set(addresses)]
  const failed: string[] = []
  const work = async () => {
    for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
      const answer = await page.request.get(site.url + address, { maxRedirects: 3 })
      const isError = /id="__next_error__"/.test(await answer.text())
      if (answer.status() !== 200 || isError) failed.push(`${answer.status()} ${address}`)
    }
  }
  await Promise.all([work(), work(), work()])
  return failed.sort()
}

/** As it is written, without the tidying that clients do. */
function statusOf(path: string): Promise<number> {
  return new Promise((done, fail) => {
    const { hostname, port } = new URL(site.url)
    const sent = request({ hostname, port, path }, (answer) => {
      answer.resume()
      answer.on('end', () => done(answer.statusCode ?? 0))
    })
    sent.on('error', fail)
    sent.end()
  })
}

const WORD = fc.oneof(
  fc.constantFrom(...GARBAGE.map((value) => value.slice(0, 3000))),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    'marathon',
    'ser-od-bat-ochir',
    'MGL',
    '2014',
    '2014-12',
    '-1',
    '0',
    '99999999999999999999',
    '1e9',
    'M',
    'null',
  ),
)
const ENCODED = fc.oneof(
  { weight: 6, arbitrary: WORD.map(encodeURIComponent) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('%', '%00', '%E0%A4%A', '%ff', '%2e%2e%2f', '%25E0%25A4%25A', '[[[[[[', '{"a":{"b":'),
  },
)
const PLACES = [
  ...['/athletes/*', '/athletes/*/history', '/athletes/*/disputes', '/athletes/*/results/*', '/athletes/*/results.csv'],
  ...['/athletes', '/athletes/ser-od-bat-ochir', '/athletes/ser-od-bat-ochir/history', '/competitions/*', '/series/*'],
  ...['/series/world-athletics-championships', '/sources/*', '/results/*', '/disciplines/*', '/disciplines/marathon'],
  ...['/records/*', '/records/MGL', '/countries/*', '/compare', '/search', '/photos/*/*', '/*', '/', '/sign-in'],
  ...['/api/v1/athletes', '/api/v1/athletes/*', '/api/v1/athletes/ser-od-bat-ochir', '/api/v1/search', '/api/v1/*'],
]
const PARAMETERS = [
  ...['query', 'cursor', 'after', 'before', 'page', 'limit', 'take', 'country', 'sex', 'discipline', 'year', 'letter'],
  ...['athletes', 'add', 'asOf', 'revision', 'event', 'kind', 'next', 'problem'],
]
const ADDRESS = fc
  .record({
    place: fc.constantFrom(...PLACES),
    words: fc.array(ENCODED, { minLength: 2, maxLength: 2 }),
    query: fc.array(fc.tuple(fc.constantFrom(...PARAMETERS), ENCODED), { maxLength: 4 }),
  })
  .map(({ place, words, query }) => {
    const [first = '', second = ''] = words
    const path = place.replace('*', () => first).replace('*', () => second)
    return path + (query.length > 0 ? `?${query.map((pair) => pair.join('=')).join('&')}` : '')
  })
