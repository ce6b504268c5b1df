/**
 * The list in which a mark counts. Most count in the main list of their discipline. What cannot be compared with those
 * has a list of its own, and bests of its own: marks on the short track (World Athletics, Competition Rule 31.1: records
 * and short track records are apart), wind-assisted and hand-timed ones, net times, those of an age group whose implement
 * or hurdles differ from the seniors' (Technical Rules 22, 32), and of a para class (World Para Athletics, Rule 1.5).
 */
import { discipline } from './disciplines'
import {
  ineligibility,
  isHandTimed,
  isNetTime,
  isWindAssisted,
  type Judged,
  otherFaults,
  recordIneligibility,
} from './eligibility'
import { hasOwnImplement } from './implements'
import type { Performance } from './performance'

export const MAIN_LIST = 'main'

const OTHER_LISTS = {
  'short-track': 'on the short track',
  'wind-assisted': 'wind-assisted',
  'hand-timed': 'hand-timed',
  'net-timed': 'net time',
} as const

/** A key fit for an address: "main", "short-track", "class-t54", "group-u20-6kg". */
export type ListKey = typeof MAIN_LIST | keyof typeof OTHER_LISTS | `class-${string}` | `group-${string}`

const CLASS_OR_GROUP = /^(?:class|group)-[a-z0-9.-]{1,40}$/

export function isListKey(text: string): text is ListKey {
  return text === MAIN_LIST || Object.hasOwn(OTHER_LISTS, text) || CLASS_OR_GROUP.test(text)
}

/** The lists besides the main one that marks come to by how they were made, in the order in which they are offered. */
export const LISTS_BY_CIRCUMSTANCE = Object.keys(OTHER_LISTS) as (keyof typeof OTHER_LISTS)[]

/** What a mark that counts in no list has in the database instead. */
export const NO_LIST = 'none'

/** The lists of everybody, without those of para classes and age groups. */
export const OPEN_LISTS: readonly string[] = [MAIN_LIST, ...LISTS_BY_CIRCUMSTANCE, NO_LIST]

/** What decides the list. */
export type Listed = Omit<Judged, 'team' | 'competition'> &
  Pick<Performance, 'ageGroup' | 'paraClass' | 'implement' | 'sex'>

/** The list of an athlete's own mark; null where it counts in none. */
export function listOf(result: Judged & Listed): ListKey | null {
  const isOwn = ineligibility(result).length === recordIneligibility(result).length
  return isOwn ? listOfRecord(result) : null
}

/** The same for a record, which a relay team may hold. The SQL function list_of has the same rule. */
export function listOfRecord(result: Listed): ListKey | null {
  if (otherFaults(result).length > 0) return null
  const circumstances = [
    ...(isWindAssisted(result) ? (['wind-assisted'] as const) : []),
    ...(isSprintByHand(result) ? (['hand-timed'] as const) : []),
    ...(isNetTime(result) ? (['net-timed'] as const) : []),
  ]
  const faults = recordIneligibility(result)
  const { paraClass, ageGroup, implement } = result
  if (circumstances.length > 0 || faults.length > 0) {
    const [only] = circumstances
    // A hand-timed sprint seldom has a reading of the wind; any two others together are compared with nothing.
    return only !== undefined && circumstances.length === 1 && paraClass === null && !hasOwnImplement(result)
      ? only
      : null
  }
  if (paraClass !== null) return `class-${slug(paraClass)}`
  if (hasOwnImplement(result)) return `group-${slug([ageGroup, implement].filter((part) => part !== null).join(' '))}`
  return result.flags.includes('i') && hasShortTrackList(result) ? 'short-track' : MAIN_LIST
}

/** How a list is called behind a mark: "on the short track", "T54", "U20 6kg". */
export function listInWords(list: ListKey): string {
  if (list === MAIN_LIST) return 'main list'
  if (Object.hasOwn(OTHER_LISTS, list)) return OTHER_LISTS[list as keyof typeof OTHER_LISTS]
  return list
    .replace(/^(?:class|group)-/, '')
    .replaceAll('-', ' ')
    .replace(/^\S+/, (name) => name.toUpperCase())
}

/** 60 m races and the combined events of the short track are held nowhere else: their one list is the main one. */
function hasShortTrackList({ discipline: of }: Listed): boolean {
  const { surface, distance } = discipline(of)
  return surface === 'FIELD' || (surface === 'TRACK' && distance !== null && distance > SHORTEST_OUTDOORS)
}

const SHORTEST_OUTDOORS = 60_000

function isSprintByHand(result: Listed): boolean {
  return isHandTimed(result) && recordIneligibility(result).includes('hand-timed')
}

/** "6 kg" → "6kg", "F46" → "f46". */
function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/(\d) (?=kg|g|cm|m)/g, '$1')
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-+|-+$/g, '')
}
