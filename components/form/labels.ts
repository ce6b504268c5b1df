/** What the inputs of the desk are called, wherever they are spoken of: above the input, in an error, in a clash. */

import { REJECTIONS } from '@/lib/record/cited-thing'
import { ROUND } from '@/lib/record/things/words'
import { discipline, isDisciplineSlug } from '@/lib/sport/disciplines'
import { flagsIn, flagsInWords } from '@/lib/sport/flags'
import { wordFor } from '@/lib/text/word-for'
import { classificationName, fieldName, RECORD_STATE, REJECTION } from '../record/labels'

export const SEX: Record<string, string> = { M: 'Men', F: 'Women', X: 'Mixed' }
export const TIMING: Record<string, string> = {
  ELECTRONIC: 'Electronic',
  HAND: 'By hand',
  GUN: 'From the gun',
  NET: 'Net, from the line',
}

const LABELS: Record<string, string> = {
  competition: 'Competition',
  discipline: 'Discipline',
  sex: 'Men, women or mixed',
  ageGroup: 'Age group',
  paraClass: 'Para class',
  round: 'Round',
  raceNumber: 'Heat number',
  team: 'Team',
  runner: 'Runner',
  mark: 'Mark',
  timing: 'Timing',
  status: 'Status',
  wind: 'Wind',
  date: 'Date',
  countryCode: 'Country represented',
  club: 'Club or team',
  flags: 'Flags',
  qualification: 'Qualified as',
  reactionTime: 'Reaction time',
  ruleBroken: 'Rule broken',
  implement: 'Implement or hurdles',
  teamScore: 'Points of the team',
  note: 'Note',
  newClassification: 'Another classification',
  newPlace: 'Place in it',
  newPlaceAsPublished: 'As published then',
  newRecord: 'Another record',
  newScope: 'Whose record it was',
  newAuthority: 'Recognised by',
  newState: 'State',
  field: 'What it is about',
  asserts: 'What the source says',
  stance: 'What the record does',
  rejection: 'Why it is not followed',
  accepted: 'What the record follows',
  why: 'Why it is not followed',
  reason: 'Reason',
  source: 'Source',
  locator: 'Where in the source',
  publication: 'Publisher',
  title: 'Title',
  author: 'Author',
  translator: 'Translator',
  sourceDate: 'Date of the source',
  language: 'Language',
  url: 'Address',
  accessed: 'Read on',
  newCompetitionName: 'Name of the competition',
  newCompetitionYear: 'Year held',
  newCompetitionCity: 'City',
  newCompetitionCountry: 'Country of the venue',
  newCompetitionCategory: 'Kind of competition',
  newCompetitionStart: 'First day',
  newCompetitionEnd: 'Last day',
  newCompetitionSeries: 'Series',
}

const OF_WITHDRAWAL: Record<string, string> = {
  reason: 'Why it is withdrawn',
  source: 'Which source says so',
  locator: 'Where it says so',
}

const OF_MOVE: Record<string, string> = {
  newAthlete: 'Whose result it is',
  reason: 'Why it is somebody else’s',
  source: 'Which source says whose it is',
  locator: 'Where it says whose it is',
}

/** The same for the form that moves a result to another athlete. */
export function moveLabel(field: string): string {
  return OF_MOVE[field] ?? `${fieldLabel(field)} for the move`
}

/** The same for the form that withdraws a result, which may be on the same page. */
export function withdrawalLabel(field: string): string {
  return OF_WITHDRAWAL[field] ?? `${fieldLabel(field)} for the withdrawal`
}

/** The same for the form that annuls a result. */
export function annulmentLabel(field: string): string {
  if (field === 'places') return 'Those behind'
  return field === 'form' ? fieldLabel(field) : `${fieldLabel(field)} for the annulment`
}

/** What is told of a place or a record beside it. */
const PARTS: Record<string, string> = {
  place: 'Place',
  placeAsPublished: 'As published then',
  record: 'Record',
  scope: 'Whose record',
  authority: 'Recognised by',
  state: 'State',
  equalled: 'Equalled',
}

/** "Mark", "Place: overall", "Record: NR"; of an added row, "Place in it 2". */
export function fieldLabel(field: string): string {
  const [kind = '', name] = field.split(/:(.*)/)
  if (name !== undefined) {
    if (kind === 'choice') return fieldLabel(name)
    if (kind === 'leg') return `Leg ${name}`
    if (kind === 'member') return 'In the team'
    const part = wordFor(PARTS, kind)
    if (part) return `${part}: ${kind.startsWith('place') ? classificationName(name) : name}`
  }
  const [input = '', row] = field.split('.')
  if (input === 'runner') return `Runner ${Number(row) + 1}`
  if (input === 'leg') return `Leg of runner ${Number(row) + 1}`
  const label = wordFor(LABELS, input) ?? field
  return row === undefined || row === '0' ? label : `${label} ${Number(row) + 1}`
}

/** "Date of birth", "Place (overall)", "Бат-Очирын Сэр-Од: text". */
export function citedFieldLabel({ key, part }: { key: string; part: { label: string | null } }): string {
  const name = fieldName(part.label === null ? key : (key.split(':')[2] ?? key))
  return part.label === null ? name.charAt(0).toUpperCase() + name.slice(1) : `${part.label}: ${name}`
}

/** Why a source is not followed, to choose from. */
export function rejectionChoices(none: string): (readonly [value: string, words: string])[] {
  return [['', none], ...REJECTIONS.map((rejection) => [rejection, REJECTION[rejection]] as const)]
}

const ORDER = Object.keys(LABELS)

/** Inputs in the order of the form. */
export function byPosition(a: string, b: string): number {
  const position = (input: string) => {
    const [name = '', rest] = input.split(/[:.](.*)/)
    if (name === 'choice') return -1
    if (name === 'place' || name === 'placeAsPublished') return ORDER.indexOf('newClassification') - 0.5
    if (Object.hasOwn(PARTS, name)) return ORDER.indexOf('newRecord') - 0.5
    if (name === 'leg') return ORDER.indexOf('runner') + Number(rest ?? 0) / 10
    return ORDER.indexOf(name) + Number(rest ?? 0) / 10
  }
  return position(a) - position(b)
}

/** A value as the form shows it: "Half marathon" for half-marathon, "Men" for M, "nothing" for an empty one. */
export function fieldValue(field: string, value: string): string {
  if (value === '') return 'nothing'
  if (field === 'discipline' && isDisciplineSlug(value)) return discipline(value).name
  if (field === 'flags') return flagsInWords(flagsIn(value))
  const words: Record<string, Record<string, string>> = { sex: SEX, timing: TIMING, round: ROUND, state: RECORD_STATE }
  return words[field.split(':')[0] ?? field]?.[value] ?? value
}
