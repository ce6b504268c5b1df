/** What nobody should find in a column, and what finds its way there: see e2e/make-garbage.ts. */
import { runScript } from './site'

export const GARBAGE: readonly string[] = [
  '',
  'x',
  '\u0001\u0007\u001b[31m\u007f\u0085',
  '💣',
  'w'.repeat(10_000),
  'mn-Cyrl-MNG',
  '<script>alert(1)</script>',
  '../..',
  'NaN',
  '2014-13-45',
  '\u202egnip\u202c',
  // What the form of a column allows and no table knows: a country, a script, a year, a language, an address.
  'ZZZ',
  'Zxxx',
  '0001~',
  '9999-12-31',
  'constructor',
  'http://[',
  'javascript:alert(1)',
  '%E0%A4%A',
  '[[result:nowhere|x]] {{source:nowhere}} [^nowhere]',
]

/** The slug, and the id, of everything in the world of a value. */
export function worldOf(index: number): string {
  return `garbage-${index}`
}

/** Fills the record in a data folder with garbage. */
export function addGarbage(folder: string): void {
  runScript('e2e/make-garbage.ts', folder)
}

/** The public pages on which something of a world is shown, one part of an address each. */
export function publicAddresses(world: string): string[] {
  const athlete = `/athletes/${world}`
  return [
    athlete,
    ...['/history', '/disputes', '/results/marathon', '/results/2013', '/results.csv'].map((part) => athlete + part),
    `${athlete}?asOf=${new Date().toISOString().slice(0, 10)}`,
    `/api/v1/athletes/${world}`,
    `/results/${world}`,
    `/results/${world}-relay`,
    ...['competitions', 'series', 'sources'].map((noun) => `/${noun}/${world}`),
    `/compare?athletes=${world},${world}-partner`,
    `/search?query=${world}`,
  ]
}

/** Those that show something of all of them. */
export const COMMON_ADDRESSES: readonly string[] = [
  '/',
  ...['athletes', 'countries', 'disciplines', 'series', 'sources'].map((noun) => `/${noun}`),
  '/athletes?country=ZZZ',
  '/athletes?discipline=marathon',
  '/countries/ZZZ',
  '/disciplines/marathon',
  '/disciplines/marathon?country=ZZZ',
  '/disciplines/marathon?year=2013',
  '/records/MGL',
  '/records/ZZZ',
  '/search?query=constructor',
  '/api/v1/athletes',
  '/api/v1/athletes?query=x',
  '/api/v1/search?query=garbage',
]

/** The desk's pages of one world. */
export function deskAddresses(world: string): string[] {
  const other = `${world}-partner`
  const things = Object.entries({
    athlete: world,
    name: world,
    affiliation: world,
    representation: world,
    chapter: world,
    'external-id': world,
    photo: world,
    series: world,
    competition: world,
    event: `${world}-unknown`,
    race: world,
    source: world,
    claim: `${world}-unknown`,
  })
  return [
    ...things.map(([kind, id]) => `/admin/things/${kind}/${id}`),
    `/admin/athletes/${world}`,
    `/admin/athletes/${world}/citations`,
    `/admin/athletes/${world}/merge?with=${other}`,
    `/admin/athletes/${world}/split`,
    `/admin/results/${world}`,
    `/admin/results/${world}-relay`,
    `/admin/results/${world}/citations`,
    `/admin/results/new?athlete=${world}`,
    `/admin/competitions/${world}/citations`,
    ...['competitions', 'series', 'sources'].map((noun) => `/admin/${noun}/${world}/merge?with=${noun}`),
    `/admin/sheet?athlete=${world}`,
    `/admin/sheet?competition=${world}`,
    `/admin/import/${world}`,
  ]
}

export const COMMON_DESK_ADDRESSES: readonly string[] = [
  ...['', '/disputes', '/findings', '/import', '/import/learned'].map((part) => `/admin${part}`),
  '/admin/sheet?kind=race',
  ...['result', 'competition', 'athlete'].map((kind) => `/admin/many?kind=${kind}&name=garbage`),
  '/admin/athletes?query=garbage',
  '/admin/competitions?query=garbage',
  '/admin/sources?query=garbage',
]
