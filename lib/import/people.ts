/**
 * Who a list means. A name is compared by its key (server: name_key in prisma/migrations), in which script, accents,
 * hyphens and the order of the words make no difference; date of birth and country tell namesakes apart (DOMAIN.md,
 * rule 17). Sure matches are made, doubtful ones asked: the same birth date and one name shared, initials, and whoever
 * has the same mark in the same race.
 */
import type { PartialDate } from '../sport/partial-date'
import type { Sex } from '../sport/performance'

/** Somebody a list names. */
export interface ListedPerson {
  key: string
  birthDate: PartialDate | null
  countryCode: string | null
  sex: Sex
  /** The first and last day on which the list has him competing. */
  firstDate: PartialDate
  lastDate: PartialDate
}

/** An athlete of the record who may be meant. */
export interface KnownAthlete {
  id: string
  /** Keys of all the ways the name is written. */
  keys: string[]
  birthDate: PartialDate | null
  /** Every country represented, today's among them. */
  countryCodes: string[]
  sex: Sex
}

export interface PersonCandidate {
  athleteId: string
  /** "The same name and birth date, for another country." */
  why: string
}

export type PersonMatch =
  | { state: 'KNOWN'; athleteId: string; reason: string }
  | { state: 'NEW'; reason: string | null }
  | { state: 'ASK'; candidates: PersonCandidate[]; reason: string }

type Likeness = { certainty: 'sure' | 'likely' | 'doubtful' | 'no'; why: string }

const YOUNGEST = 10
const OLDEST = 100

/**
 * Which of the athletes a person is, if any.
 *
 * @param candidates those whose name has the same key, those of the same birth date and a name that is like it, and
 *   those whose name begins with the same letters.
 */
export function matchPerson(person: ListedPerson, candidates: readonly KnownAthlete[]): PersonMatch {
  const judged = candidates
    .map((athlete) => ({ athlete, ...likeness(person, athlete) }))
    .filter(({ certainty }) => certainty !== 'no')
  const sure = judged.filter(({ certainty }) => certainty === 'sure')
  const [one, another] = sure
  if (one && !another) return { state: 'KNOWN', athleteId: one.athlete.id, reason: one.why }
  const likely = judged.filter(({ certainty }) => certainty === 'likely')
  const [only, second] = likely
  if (!one && only && !second && judged.length === 1) {
    return { state: 'KNOWN', athleteId: only.athlete.id, reason: only.why }
  }
  if (judged.length === 0) {
    const namesakes = candidates.filter(({ keys }) => keys.includes(person.key)).length
    return {
      state: 'NEW',
      reason: namesakes > 0 ? 'Namesakes in the record have other birth dates or countries.' : null,
    }
  }
  return {
    state: 'ASK',
    candidates: judged.map(({ athlete, why }) => ({ athleteId: athlete.id, why })),
    reason: sure.length > 1 || likely.length > 1 ? 'More than one athlete fits.' : (judged[0]?.why ?? ''),
  }
}

function likeness(person: ListedPerson, athlete: KnownAthlete): Likeness {
  const no: Likeness = { certainty: 'no', why: '' }
  if (person.sex !== athlete.sex) return no
  const born = birthDatesAgree(person.birthDate, athlete.birthDate)
  if (born === 'no' || (born !== 'same day' && !couldHaveCompeted(person, athlete))) return no
  const sameName = athlete.keys.includes(person.key)
  const country = countriesAgree(person, athlete)
  if (!sameName) return likenessOfOtherName(person, athlete, { born, country })
  if (born === 'nearly')
    return { certainty: 'doubtful', why: 'The same name, and a birth date that differs by a slip.' }
  if (born === 'same day') {
    return country === 'no'
      ? { certainty: 'likely', why: 'The same name and birth date, for another country.' }
      : { certainty: 'sure', why: 'The same name and birth date.' }
  }
  if (country === 'no') {
    return born === 'compatible'
      ? { certainty: 'doubtful', why: 'The same name and year of birth, for another country.' }
      : { certainty: 'doubtful', why: 'The same name, for another country; a birth date is not known to both.' }
  }
  if (country === 'unknown') return { certainty: 'doubtful', why: 'The same name; nothing else is told.' }
  return born === 'compatible'
    ? { certainty: 'sure', why: 'The same name, country and year of birth.' }
    : { certainty: 'likely', why: 'The same name and country; a birth date is not known to both.' }
}

export const SHARED_NAME = 'The same birth date, and a name in common.'
export const LIKE_NAME = 'A like name, and the same birth date and country.'
export const INITIALS = 'The same name, if the letters alone are its initials.'
export const SAME_RACE = 'The same mark in the same race.'

function likenessOfOtherName(
  person: ListedPerson,
  athlete: KnownAthlete,
  { born, country }: { born: ReturnType<typeof birthDatesAgree>; country: ReturnType<typeof countriesAgree> },
): Likeness {
  const doubtful = (why: string): Likeness => ({ certainty: 'doubtful', why })
  if (born === 'same day') {
    if (!isPlaceholder(person.birthDate) && athlete.keys.some((key) => shareName(key, person.key)))
      return doubtful(SHARED_NAME)
    if (country !== 'no') return doubtful(LIKE_NAME)
  }
  const areInitials = athlete.keys.some((key) => initialsFit(key, person.key))
  return areInitials && country !== 'no' && born !== 'nearly' ? doubtful(INITIALS) : { certainty: 'no', why: '' }
}

/** Lists write 1 January where they know the year alone, so that it says little of who somebody is. */
export function isPlaceholder(birthDate: PartialDate | null): boolean {
  return birthDate?.endsWith('-01-01') ?? false
}

/** Shorter words are particles: "de", "el". */
const SHORTEST_NAME = 3

function wordsOf(key: string): string[] {
  return key.split(' ').filter(Boolean)
}

/** Whether two names have a word in common: "Lemi Berhanu" and "Hayle Lemi". */
export function shareName(one: string, other: string): boolean {
  const words = new Set(wordsOf(one))
  return wordsOf(other).some((word) => word.length >= SHORTEST_NAME && words.has(word))
}

/** Whether two names are the same but for first names that one of them gives as initials: "H. Lemi" and "Hayle Lemi". */
export function initialsFit(one: string, other: string): boolean {
  const [short, long] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.join('').length - b.join('').length)
  if (!short || !long || short.length > long.length) return false
  const open = [...long]
  const letters = short.filter((word) => word.length === 1)
  const whole = short.filter((word) => word.length > 1)
  const take = (fits: (word: string) => boolean) => {
    const at = open.findIndex(fits)
    if (at >= 0) open.splice(at, 1)
    return at >= 0
  }
  return (
    letters.length > 0 &&
    whole.some((word) => word.length >= SHORTEST_NAME) &&
    whole.every((word) => take((known) => known === word)) &&
    letters.every((letter) => take((known) => known.startsWith(letter)))
  )
}

/** What is known of somebody who has the same mark in the same race as the listed person. */
export interface SameRace {
  athlete: KnownAthlete
  /** Whether marks alone say little here: in jumps for height, many clear the same. */
  isCommonMark: boolean
}

/** Whether somebody with the same mark in the same race may be the listed person, under another name. */
export function mayBeOfSameRace(person: ListedPerson, { athlete, isCommonMark }: SameRace): boolean {
  if (person.sex !== athlete.sex) return false
  const isLike = athlete.keys.some((key) => shareName(key, person.key) || initialsFit(key, person.key))
  const born = birthDatesAgree(person.birthDate, athlete.birthDate)
  if (isLike) return true
  return !isCommonMark && countriesAgree(person, athlete) !== 'no' && born !== 'no'
}

/** 'nearly': one part of the date differs, or day and month stand the other way round, as slips of the pen do. */
function birthDatesAgree(
  a: PartialDate | null,
  b: PartialDate | null,
): 'same day' | 'compatible' | 'unknown' | 'nearly' | 'no' {
  if (a === null || b === null) return 'unknown'
  const [one, other] = [a.replace('~', ''), b.replace('~', '')]
  if (one === other) return one.length === 'YYYY-MM-DD'.length ? 'same day' : 'compatible'
  if (one.startsWith(other) || other.startsWith(one)) return 'compatible'
  const [first, second] = [one.split('-'), other.split('-')]
  if (first.length < 3 || second.length < 3) return 'no'
  const swapped = first[0] === second[0] && first[1] === second[2] && first[2] === second[1]
  const differing = first.filter((part, index) => part !== second[index]).length
  return swapped || differing === 1 ? 'nearly' : 'no'
}

function countriesAgree(person: ListedPerson, athlete: KnownAthlete): 'same' | 'unknown' | 'no' {
  if (person.countryCode === null || athlete.countryCodes.length === 0) return 'unknown'
  return athlete.countryCodes.includes(person.countryCode) ? 'same' : 'no'
}

/** Nobody competes before he is born, nor at two hundred. */
function couldHaveCompeted({ firstDate, lastDate }: ListedPerson, { birthDate }: KnownAthlete): boolean {
  if (birthDate === null) return true
  const born = Number(birthDate.slice(0, 4))
  return Number(firstDate.slice(0, 4)) - born >= YOUNGEST && Number(lastDate.slice(0, 4)) - born <= OLDEST
}
