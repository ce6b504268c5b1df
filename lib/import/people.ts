/**
 * Who a list means. A name is compared by its key (server: name_key in prisma/migrations), in which script, accents,
 * hyphens and the order of the words make no difference; date of birth and country tell namesakes apart (DOMAIN.md,
 * rule 17). Sure matches are made, doubtful ones asked.
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
 * @param candidates those whose name has the same key, and those of the same birth date, country and a like name.
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
  if (!sameName) {
    return born === 'same day' && country !== 'no'
      ? { certainty: 'doubtful', why: 'A like name, and the same birth date and country.' }
      : no
  }
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
