/**
 * The parameters that each public page knows, with the form of their values. Others mean nothing here: a page that is
 * asked for with them is the same page, however many are made up.
 */
import { SAVED } from './saved-address'

const NUMBER = /^[1-9]\d{0,8}$/
const DAY = /^\d{4}-\d\d-\d\d$/
const SLUG = /^[a-z0-9][a-z0-9-]{0,199}$/
const SLUGS = /^[a-z0-9][a-z0-9,-]{0,399}$/
const ID = /^[\w-]{1,40}$/
const WORD = /^[a-z-]{1,40}$/
const COUNTRY = /^[A-Z]{3}$/
const SEX = /^[a-zA-Z]{1,6}$/
const LETTER = /^\p{L}{1,2}$/u
const CURSOR = /^[\w=-]{1,2000}$/
/** What somebody typed. There is no end of it, so no answer to it is kept. */
const TYPED = null

type Known = Record<string, RegExp | typeof TYPED>

const PAST: Known = { asOf: DAY, revision: NUMBER }

const PAGES: readonly (readonly [path: RegExp, known: Known])[] = [
  [/^\/athletes$/, { query: TYPED, country: COUNTRY, sex: SEX, discipline: SLUG, letter: LETTER, cursor: CURSOR }],
  [/^\/athletes\/[^/]+$/, PAST],
  [/^\/athletes\/[^/]+\/(bests|biography|sources|disputes|results\.csv|results(\/.+)?)$/, PAST],
  [/^\/athletes\/[^/]+\/history$/, { before: NUMBER }],
  [/^\/results\/[^/]+$/, PAST],
  [/^\/competitions\/[^/]+$/, { event: SLUG, page: NUMBER }],
  [/^\/series\/[^/]+$/, { event: SLUG }],
  [/^\/sources\/[^/]+$/, { page: NUMBER }],
  [/^\/records\/[^/]+$/, { discipline: SLUG }],
  [
    /^\/disciplines\/[^/]+$/,
    {
      sex: SEX,
      country: COUNTRY,
      year: /^\d{4}$/,
      marks: WORD,
      list: WORD,
      kind: /^[a-z0-9.-]{1,50}$/,
      cursor: /^[\w.-]{1,200}$/,
    },
  ],
  [
    /^\/changes$/,
    {
      ...{ athlete: SLUG, competition: SLUG, editor: ID, source: SLUG, kind: /^[a-zA-Z]{1,20}$/, thing: WORD },
      ...{ day: DAY, patrolled: WORD, before: NUMBER, query: TYPED },
    },
  ],
  [/^\/editors\/[^/]+$/, { before: NUMBER }],
  [/^\/compare$/, { athletes: SLUGS, add: TYPED }],
  [/^\/search$/, { query: TYPED }],
  [/^\/api\/v1\/athletes$/, { query: TYPED, cursor: CURSOR }],
  [/^\/api\/v1\/athletes\/[^/]+$/, PAST],
  [/^\/api\/v1\/search$/, { query: TYPED, limit: NUMBER }],
]

export interface KnownAddress {
  /** The address without what means nothing. */
  address: string
  /** Whether the answer to it may be kept. */
  isKept: boolean
}

/**
 * What an address of a public page asks for.
 *
 * @param today the ISO day; what was on record at the end of a later day is not known yet.
 */
export function knownAddress(pathname: string, parameters: URLSearchParams, today: string): KnownAddress {
  const known = PAGES.find(([path]) => path.test(pathname))?.[1] ?? {}
  const meant = new URLSearchParams()
  let isKept = true
  const names = new Set<string>()
  for (const [name, value] of parameters) {
    // What a save has just led to is shown once, to one editor.
    if (name !== SAVED && !Object.hasOwn(known, name)) continue
    meant.append(name, value)
    const form = known[name]
    const isFuture = name === 'asOf' && value > today
    if (names.has(name) || !form?.test(value) || isFuture) isKept = false
    names.add(name)
  }
  const query = meant.toString().replaceAll('%2C', ',')
  return { address: query === '' ? pathname : `${pathname}?${query}`, isKept }
}
