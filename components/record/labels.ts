import type { RecordState, Result } from '@/lib/record/result'
import type { Rejection } from '@/lib/record/source'
import { ROUND } from '@/lib/record/things/words'
import { type DisciplineSlug, discipline } from '@/lib/sport/disciplines'
import { wordFor } from '@/lib/text/word-for'

const NUMBERS = new Intl.NumberFormat('en-GB')

/** "1 race", "2 races". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${NUMBERS.format(n)} ${n === 1 ? one : many}`
}

export const REJECTION: Record<Rejection, string> = {
  SUPERSEDED: 'superseded since',
  MISPRINT: 'a misprint',
  OTHER_CLASSIFICATION: 'true of another classification',
  STALE: 'true when it was written',
  LESS_PRECISE: 'less precise',
  CONTRADICTED: 'contradicted by others',
}

const RECORDS: Record<string, string> = {
  WR: 'world record',
  OR: 'Olympic record',
  AR: 'area record',
  NR: 'national record',
  CR: 'championship or course record',
  MR: 'meeting record',
}

/** Whether a record counts for those who keep the list (World Athletics, Competition Rules 31: ratified once proven). */
export const RECORD_STATE: Record<RecordState, string> = {
  CLAIMED: 'Claimed',
  PENDING: 'Pending',
  RATIFIED: 'Ratified',
  RESCINDED: 'Rescinded',
}

/** What is said of a race whose mark is not known: a time, of a field event a mark. */
export function unknownMark(slug: DisciplineSlug): string {
  return discipline(slug).unit === 'MILLISECOND' ? 'time unknown' : 'mark unknown'
}

/** "NR" → "national record"; an unknown code is returned unchanged. */
export function recordName(code: string): string {
  return wordFor(RECORDS, code) ?? code
}

/** "asian-championship" → "Asian championship". */
export function classificationName(slug: string): string {
  const words = slug.replaceAll('-', ' ')
  return words.replace(/^(asian|african|european|east|south|north|pan|oceanian|olympic|commonwealth|world)\b/, (word) =>
    word.replace(/^./, (letter) => letter.toUpperCase()),
  )
}

/** "Heat 3", "Final". */
export function roundName(result: Pick<Result, 'round' | 'raceNumber'>): string {
  return result.raceNumber ? `${ROUND[result.round]} ${result.raceNumber}` : ROUND[result.round]
}

const FIELDS: Record<string, string> = {
  birthDate: 'date of birth',
  birthPlace: 'place of birth',
  deathDate: 'date of death',
  displayName: 'name',
  sortName: 'name in lists',
  nativeName: 'name in its own script',
  nameOrder: 'order of names',
  countryCode: 'country',
  heightCm: 'height (cm)',
  weightKg: 'weight (kg)',
  startDate: 'beginning',
  endDate: 'end',
  officialName: 'official name',
  notBefore: 'not before',
  notAfter: 'not after',
  withinId: 'decided within',
  medalsOfMen: 'medals of men',
  medalsOfWomen: 'medals of women',
  rankInMongolia: 'standing in Mongolia',
  trainingRun: 'a training run',
  competitionAtHome: 'competition at home',
  injuriesBy2014: 'injuries by 2014',
  injuriesBy2023: 'injuries by 2023',
  aimAtBeppuOita: 'aim at Beppu-Oita in 2014',
  aimAtAsianGames: 'aim at the Asian Games of 2014',
  aimOfTheContract: 'aim of the contract',
  aimOfCareer: 'aims in 2023',
  aimAtParis: 'aim for Paris',
  ability: 'ability, says his coach',
  longestRun: 'longest run before the first marathon',
  nationalRecordHeld: 'national record held',
  authority: 'recognised by',
  state: 'state of the record',
  raceId: 'race',
  ruleBroken: 'rule broken',
  implement: 'implement or hurdles',
  drop: 'drop of the course',
  separation: 'start to finish in a straight line',
  certification: 'course measured by',
  company: 'who ran together',
  raceNumber: 'number of the race',
  placeAsPublished: 'place as published then',
  usedBy: 'used by',
  accepted: 'followed',
  field: 'about',
  locator: 'where in the source',
  rejection: 'not followed because',
  disciplineSlug: 'discipline',
  seriesSlug: 'series',
  asOf: 'as of',
  sourceUrl: 'where it was published',
  takenOn: 'date taken',
  translationOfId: 'translation of',
  scope: 'whose record',
  tied: 'shared place',
  asserts: 'what the source says',
  url: 'address',
  accessed: 'read on',
  sex: 'men, women or mixed',
}

/** The name of a field for readers: "birthDate" → "date of birth", "place:overall" → "place (overall)". */
export function fieldName(field: string): string {
  const [name = field, part] = field.split(':')
  const words = wordFor(FIELDS, name) ?? name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return part ? `${words} (${classificationName(part)})` : words
}
