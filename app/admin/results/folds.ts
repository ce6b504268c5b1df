/** The parts of a result's form that are folded away: what each contains, and when it has to be seen. */

import type { Filled } from '@/components/form/form-state'
import { fieldValue } from '@/components/form/labels'
import { classificationName, count, roundName } from '@/components/record/labels'
import type { FieldErrors } from '@/lib/form/field-errors'
import type { Typed } from '@/lib/form/typed'
import { ROUNDS } from '@/lib/sport/performance'
import { DETAILS } from './performance-fields'

export type FoldName = 'details' | 'places' | 'records' | 'race' | 'team'

const LEGENDS: Record<FoldName, string> = {
  details: 'Wind, timing, flags, qualification, country and club that day',
  places: 'Other places, and places as published then',
  records: 'Records',
  race: 'The race',
  team: 'Team and legs of a relay',
}

/** The fold to which an input, or a field, belongs; null for those that are always in sight. */
export function foldOf(input: string): FoldName | null {
  const [name = ''] = input.split(/[:.]/)
  if ((DETAILS as readonly string[]).includes(name)) return 'details'
  if (/^(placeAsPublished|newClassification|newPlace|newPlaceAsPublished)$/.test(name)) return 'places'
  if (/^(record|scope|authority|state|equalled|newRecord|newScope|newAuthority|newState)$/.test(name)) return 'records'
  if (/^(team|runner|leg|member)$/.test(name)) return 'team'
  const isOfRace = /^(competition|discipline|sex|ageGroup|paraClass|round|raceNumber|newCompetition.*)$/.test(name)
  return isOfRace ? 'race' : null
}

/** What a form was sent with and answered, as far as it opens folds. */
export interface Answered {
  typed: Typed | null
  errors: FieldErrors
  /** The fields that clash, or were merged. */
  asked: readonly string[]
  /** Whether something is asked about a fold beside its inputs: which competition or runner is meant. */
  isAsked: Partial<Record<FoldName, boolean>>
}

/** Whether something in the fold was typed and not saved, is wrong, or is asked about. */
export function hasToBeSeen(fold: FoldName, initial: Typed, { typed, errors, asked, isAsked }: Answered): boolean {
  if (isAsked[fold] || [...Object.keys(errors), ...asked].some((input) => foldOf(input) === fold)) return true
  if (typed === null) return false
  const names = new Set([...Object.keys(initial), ...Object.keys(typed)])
  const text = (values: Typed, name: string) => (values[name] ?? []).filter(Boolean).join(' ')
  return [...names].some((name) => {
    // The category of a new competition is chosen from the start, and says nothing by itself.
    const isOfFold = foldOf(name) === fold && name !== 'newCompetitionCategory'
    return isOfFold && text(initial, name) !== text(typed, name)
  })
}

const CONTAINED: Record<FoldName, (form: Filled, names: readonly string[]) => string[]> = {
  details: (form) =>
    DETAILS.map((name) => {
      const value = form.values(name).filter(Boolean).join(' ')
      return value && fieldValue(name, value)
    }),
  places: (form, names) => [
    ...partsOf('placeAsPublished', names).map((classification) => {
      const place = form.value(`placeAsPublished:${classification}`)
      return place && `${classificationName(classification)} published as ${place}`
    }),
    ...form.values('newPlace').map((place, row) => {
      const classification = form.value('newClassification', row)
      return place && `${classification || 'overall'} ${place}`
    }),
  ],
  records: (form, names) => [
    ...partsOf('scope', names)
      .filter((code) => form.isTicked(`record:${code}`))
      .map((code) => `${form.isTicked(`equalled:${code}`) ? '=' : ''}${code}`),
    ...form.values('newRecord'),
  ],
  race: (form) => {
    const slug = form.value('discipline')
    const round = ROUNDS.find((known) => known === form.value('round'))
    const number = Number(form.value('raceNumber')) || null
    return [
      form.value('newCompetitionName') || form.value('competition'),
      slug && fieldValue('discipline', slug),
      round && (round !== 'FINAL' || number !== null) ? roundName({ round, raceNumber: number }) : '',
      form.value('ageGroup'),
      form.value('paraClass'),
    ]
  },
  team: (form, names) => {
    const runners = names.filter((name) => /^runner\.\d+$/.test(name) && form.value(name) !== '').length
    return form.value('team') === '' ? [] : [form.value('team'), runners > 0 ? count(runners, 'runner') : '']
  },
}

/** What a fold needs to be drawn. @param names the inputs that the form may hold something in. */
export function foldProps(fold: FoldName, form: Filled, names: readonly string[]) {
  return { legend: LEGENDS[fold], contains: CONTAINED[fold](form, names).filter(Boolean) }
}

/** What stands after the colon in the names of a kind: the classifications of `place:<classification>`. */
export function partsOf(kind: string, names: readonly string[]): string[] {
  return names.flatMap((name) => (name.startsWith(`${kind}:`) ? name.slice(kind.length + 1) : []))
}
