/**
 * How long a page takes to be made anew in a large record, beside the same page in the first record:
 * `npm run bench -- pages LISTS`, where LISTS is a folder of federation lists (*.csv, in any depth) that are imported
 * first; or the data folder that such a run has left.
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { askInside } from '../e2e/inside'
import { makeRecord, type Site, startSite } from '../e2e/site'
import { runToEnd } from '../scripts/install.mjs'

const ROUNDS = 15
const LIST = '/disciplines/marathon?list=performances'
/** A list that has a hundredth page. */
const LONG_LIST = '/disciplines/3000-metres-steeplechase?sex=women&list=performances'
const PAGES = {
  profile: '/athletes/ser-od-bat-ochir',
  'competition, the same in both': '/competitions/2010-brighton-marathon',
  'competition, which has more results in the large record': '/competitions/2009-world-athletics-championships',
  'list of one country, about as long in both': '/disciplines/marathon?country=MGL&list=performances',
  'list, first page': LIST,
}

const given = process.argv[2]
if (!given) throw new Error('usage: npm run bench -- pages FOLDER')
const first = makeRecord()
const large = existsSync(join(given, 'postgres')) ? resolve(given) : importAll(given)
const small = await startSite(first.folder)
const big = await startSite(large)
try {
  const hundredth = await pageOf(big, LONG_LIST, 100)
  const inSmall = await times(small, Object.values(PAGES))
  const inBig = await times(big, [...Object.values(PAGES), hundredth])
  console.log('| page | first record, ms | large record, ms | ratio |\n|---|---|---|---|')
  for (const [name, path] of Object.entries(PAGES)) row(name, inSmall.get(path) ?? NaN, inBig.get(path) ?? NaN)
  row(
    'list, hundredth page (beside the first of the first record)',
    inSmall.get(LIST) ?? NaN,
    inBig.get(hundredth) ?? NaN,
  )
} finally {
  await small.stop()
  await big.stop()
  first.remove()
}

function row(name: string, small: number, big: number): void {
  console.log(`| ${name} | ${small.toFixed(0)} | ${big.toFixed(0)} | ${(big / small).toFixed(2)} |`)
}

/** A copy of the first record with all the lists in it. */
function importAll(folder: string): string {
  const data = mkdtempSync(join(tmpdir(), 'palmares-large-'))
  cpSync(first.folder, data, { recursive: true })
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.csv'))
  const paths = files.sort().map((name) => resolve(folder, name))
  process.env.PALMARES_DATA = data
  const status = runToEnd(process.execPath, [
    ...['--conditions=react-server', '--import', 'tsx', 'scripts/import.ts', ...paths],
    ...['--source', 'Measured: lists', '--accept'],
  ])
  delete process.env.PALMARES_DATA
  if (status !== 0) throw new Error('The lists could not be imported.')
  console.log(`The large record stands in ${data}; remove it when it is not needed any more.`)
  process.on('exit', () => process.env.PALMARES_KEEP ?? rmSync(data, { recursive: true, force: true }))
  return data
}

/** The address of the n-th page of a list, found by its links. */
async function pageOf(site: Site, path: string, n: number): Promise<string> {
  // A page has one address; others lead there.
  const { pathname, search } = new URL((await fetch(site.url + path)).url)
  let address = pathname + search
  for (let page = 1; page < n; page++) {
    const html = await (await fetch(site.url + address)).text()
    const next = /<a[^>]*href="([^"]+)"[^>]*rel="next"/.exec(html)?.[1]
    if (!next) throw new Error(`The list ends at page ${page}.`)
    address = next.replaceAll('&amp;', '&')
  }
  return address
}

/** The median time of each page, every time made from the database alone. */
async function times(site: Site, paths: string[]): Promise<Map<string, number>> {
  const taken = new Map(paths.map((path): [string, number[]] => [path, []]))
  for (let round = 0; round < ROUNDS + 2; round++) {
    for (const path of paths) {
      const began = performance.now()
      const { status } = await askInside(site, path, true)
      if (status !== 200) throw new Error(`${path}: ${status}`)
      // The first rounds warm up.
      if (round >= 2) taken.get(path)?.push(performance.now() - began)
    }
  }
  return new Map([...taken].map(([path, all]) => [path, all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? NaN]))
}
