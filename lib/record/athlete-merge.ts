/** Merging two athletes who are one, and splitting one who is two: the choices, and how a form sends them. */

import { z } from 'zod'
import type { FieldErrors } from '../form/field-errors'
import { choiceOf, optionalText, parsedText, readFields, required, requiredText, textIn } from '../form/form-fields'
import { country } from '../sport/countries'
import { parsePartialDate } from '../sport/partial-date'
import type { Sex } from '../sport/performance'
import { type FactChoice, type Gain, readSides, type Side, undecidedFacts } from './merge-sides'

/** The facts to choose between when two athletes are merged. The name includes its order and sorting. */
export const FACTS = [
  'displayName',
  'nativeName',
  'nickname',
  'sex',
  'birthDate',
  'deathDate',
  'birthPlace',
  'countryCode',
  'heightCm',
  'weightKg',
] as const
export type Fact = (typeof FACTS)[number]

export interface MergeSide {
  slug: string
  name: string
  countryCode: string | null
  birthDate: string | null
}

/** Both athletes have a result in the same race, which one person cannot have. */
export interface Twin {
  /** The result of the merged athlete. */
  id: string
  otherId: string
  title: string
  mark: string | null
  otherMark: string | null
  /** Neither contradicts the other, so one of them is enough. */
  isSame: boolean
}

export interface MergePreview {
  from: MergeSide
  into: MergeSide
  choices: FactChoice<Fact>[]
  gains: Gain<Fact>[]
  moves: {
    results: number
    teams: number
    names: number
    affiliations: number
    chapters: number
    externalIds: number
    photos: number
    claims: number
  }
  /** Identifiers that go, because the other is called otherwise by the same authority: "World Athletics 14178500". */
  dropped: string[]
  twins: Twin[]
}

/** The athlete that the chosen results, names and clubs belong to. */
export interface NewAthlete {
  displayName: string
  sortName: string
  nativeName: string | null
  sex: 'M' | 'F' | 'X'
  birthDate: string | null
  countryCode: string | null
}

export interface Chosen {
  /** The athlete's own results, and those of their teams. */
  resultIds: readonly string[]
  nameVariantIds: readonly string[]
  affiliationIds: readonly string[]
  externalIdIds: readonly string[]
  photoIds: readonly string[]
}

export interface MergeChoices {
  chosen: Partial<Record<Fact, Side>>
  /** Ids of results that are to go. */
  dropped: string[]
}

/** Reads the choices of a merge: `fact:birthDate` = from or into, and `twin:<id>` for each result that is to go. */
export function readMergeChoices(form: FormData): MergeChoices {
  const chosen = Object.fromEntries(Object.entries(readSides(form, 'fact')).filter(([fact]) => isFact(fact)))
  return { chosen, dropped: [...form.keys()].flatMap((name) => /^twin:(.+)$/.exec(name)?.[1] ?? []) }
}

function isFact(fact: string): fact is Fact {
  return FACTS.some((known) => known === fact)
}

/** The choices still missing before two athletes can be merged, by input. */
export function undecided(
  { choices, twins }: Pick<MergePreview, 'choices' | 'twins'>,
  { chosen, dropped }: MergeChoices,
): FieldErrors {
  const errors = undecidedFacts(choices, chosen)
  for (const { id, isSame } of twins) {
    if (!isSame) errors[`twin:${id}`] = 'The two say different things of one race: correct or withdraw one first.'
    else if (!dropped.includes(id)) errors[`twin:${id}`] = 'Nobody runs a race twice: one of the two has to go.'
  }
  return errors
}

/** Reads what goes to the other one: `result`, `name` …, each as often as there are. */
export function readChosen(form: FormData): Chosen {
  const ids = (name: string) => form.getAll(name).map(String)
  return {
    resultIds: ids('result'),
    nameVariantIds: ids('name'),
    affiliationIds: ids('affiliation'),
    externalIdIds: ids('externalId'),
    photoIds: ids('photo'),
  }
}

const NEW_ATHLETE = z.object({
  displayName: requiredText('What is the other one called?'),
  sortName: optionalText(),
  nativeName: optionalText(),
  sex: required(choiceOf<Sex>(['M', 'F', 'X'], 'Choose one.'), 'Choose one.'),
  birthDate: parsedText(parsePartialDate, 'Write 1981, 1981-10 or 1981-10-07.'),
  countryCode: parsedText(
    (text) => (country(text.toUpperCase()) ? text.toUpperCase() : null),
    'Write three letters, as World Athletics does: MGL, JPN.',
  ),
})

/** Reads the other athlete's names; the sort name is the display name unless another is given. */
export function readNewAthlete(form: FormData): { ok: true; athlete: NewAthlete } | { ok: false; errors: FieldErrors } {
  const read = readFields(NEW_ATHLETE, textIn(form))
  if (!read.ok) return { ok: false, errors: read.errors }
  return { ok: true, athlete: { ...read.values, sortName: read.values.sortName ?? read.values.displayName } }
}
