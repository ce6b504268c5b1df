/**
 * Doubts about a list as a whole: what is hardly true of any honest list. Nothing of it is written before somebody has
 * typed the words of each doubt.
 */
import { type DisciplineSlug, discipline } from '../sport/disciplines'
import type { Sex } from '../sport/performance'

export const DOUBTS = ['world best', 'new people', 'other sex'] as const
/** Also the words that confirm it. */
export type DoubtCode = (typeof DOUBTS)[number]

/** The name of the field in which the words of a doubt are typed. */
export function confirmInput(code: DoubtCode): string {
  return `confirm:${code}`
}

export interface Doubt {
  code: DoubtCode
  /** What is odd about the list, for people. */
  sentence: string
}

/** The best mark of a list in one discipline. */
export interface ListBest {
  discipline: DisciplineSlug
  sex: Sex
  /** In the unit of the discipline. */
  value: number
  mark: string
  name: string
  line: number
}

/** The people of a list whose rows would be written. */
export interface ListPeople {
  known: number
  created: number
  /** Of those who would be created: the record has somebody of the name. */
  namesakes: number
  /** Of those who would be created: the record has somebody of the name and birth date, of the other sex. */
  ofOtherSex: number
}

/** The best mark that anybody has achieved, in the unit of the discipline; null where that is not known here. */
export type WorldBestOf = (discipline: DisciplineSlug, sex: Sex) => { value: number; mark: string } | null

/** Fewer people than these are too few to say anything of a list. */
const ENOUGH_PEOPLE = 5
/** As many of the people are in the record in a list of known people, at least. */
const FEW_KNOWN = 0.1
const MOST = 0.5

export function doubtsAbout(bests: readonly ListBest[], people: ListPeople, worldBestOf: WorldBestOf): Doubt[] {
  return [...bests.flatMap((best) => beyondTheWorld(best, worldBestOf)).slice(0, 1), ...doubtsAboutPeople(people)]
}

function beyondTheWorld(best: ListBest, worldBestOf: WorldBestOf): Doubt[] {
  const world = worldBestOf(best.discipline, best.sex)
  const { unit, name } = discipline(best.discipline)
  const isBeyond = world !== null && (unit === 'MILLISECOND' ? best.value < world.value : best.value > world.value)
  if (!isBeyond) return []
  const who = best.sex === 'F' ? 'women' : best.sex === 'M' ? 'men' : 'mixed teams'
  return [
    {
      code: 'world best',
      sentence: `Line ${best.line} has ${best.name} with ${best.mark}. No ${who} have done better than ${world.mark} in this event (${name}): is it the right event, sex and column?`,
    },
  ]
}

function doubtsAboutPeople({ known, created, namesakes, ofOtherSex }: ListPeople): Doubt[] {
  const doubts: Doubt[] = []
  const areNew = created >= ENOUGH_PEOPLE && known <= FEW_KNOWN * (known + created)
  if (areNew && namesakes >= MOST * created) {
    doubts.push({
      code: 'new people',
      sentence: `${counted(created)} people would be new, and the record has somebody of the name for ${counted(namesakes)} of them: is the sex right, and are the birth dates?`,
    })
  }
  if (ofOtherSex > 0) {
    doubts.push({
      code: 'other sex',
      sentence: `${counted(ofOtherSex)} of the people who would be new ${ofOtherSex === 1 ? 'is' : 'are'} in the record with the same name and birth date, and the other sex.`,
    })
  }
  return doubts
}

function counted(count: number): string {
  return count.toLocaleString('en')
}

/** The doubts that nobody has confirmed; capitals and blanks around the words make no difference. */
export function unconfirmed(doubts: readonly Doubt[], confirmed: readonly string[]): Doubt[] {
  const typed = new Set(
    confirmed.map((words) =>
      words
        .trim()
        .toLowerCase()
        .replace(/[\s-]+/g, ' '),
    ),
  )
  return doubts.filter(({ code }) => !typed.has(code))
}
