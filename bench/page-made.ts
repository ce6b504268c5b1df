/**
 * How long the application takes to make a page: from the database alone, and from the athlete's record in memory, as
 * after a change to something else that the page shows. `npm run bench -- page-made`, on the embedded database.
 */
import { cpus } from 'node:os'
import { askInside } from '../e2e/inside'
import { makeRecord, type Site, startSite } from '../e2e/site'

const ROUNDS = 15
const PAGES = {
  home: '/',
  profile: '/athletes/ser-od-bat-ochir',
  'a small profile': '/athletes/yuki-kawauchi',
  'the profile’s open data': '/api/v1/athletes/ser-od-bat-ochir',
  history: '/athletes/ser-od-bat-ochir/history',
  competition: '/competitions/2014-fukuoka-marathon',
  series: '/series/world-athletics-championships',
  list: '/disciplines/marathon?list=performances',
  'records of a country': '/records/MGL',
  source: '/sources/asahi-2014',
  athletes: '/athletes',
}

const record = makeRecord()
const site = await startSite(record.folder)
try {
  console.log(`${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.versions.node}; the median of ${ROUNDS}\n`)
  console.log('| page | from the database, ms | from memory, ms | kB | elements |\n|---|---|---|---|---|')
  for (const [name, path] of Object.entries(PAGES)) {
    const fresh = await times(site, path, true)
    const kept = await times(site, path, false)
    const html = await (await fetch(site.url + path)).text()
    const cells = [
      fresh.toFixed(0),
      kept.toFixed(0),
      (html.length / 1024).toFixed(0),
      html.match(/<[a-z]/g)?.length ?? 0,
    ]
    console.log(`| ${name} | ${cells.join(' | ')} |`)
  }
} finally {
  await site.stop()
  record.remove()
}

/** The median of the application's own answers, in milliseconds. */
async function times(site: Site, path: string, isFresh: boolean): Promise<number> {
  const taken: number[] = []
  for (let round = 0; round < ROUNDS + 5; round++) {
    const began = performance.now()
    const { status } = await askInside(site, path, isFresh)
    if (status !== 200) throw new Error(`${path}: ${status}`)
    // The first rounds warm up.
    if (round >= 5) taken.push(performance.now() - began)
  }
  return taken.sort((a, b) => a - b)[Math.floor(taken.length / 2)] ?? Number.NaN
}
