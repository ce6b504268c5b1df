/** The rules of the forms, for what a list says: what a form would refuse is not written from a list either. */
import { RESULT } from '../record/result-fields'
import { ATHLETE } from '../record/things/athlete'
import { COMPETITION, EVENT } from '../record/things/competition'
import type { Field } from '../record/things/field'
import { type Thing, textOf, type Value, type Values } from '../record/things/thing'
import { OWN_FORMS } from '../record/things/things'
import { country } from '../sport/countries'
import type { Listing } from './listing'
import { readPersonName } from './person-name'

/** What is written of a row, by the columns of the athlete who competed and of the competition. */
const WRITTEN: readonly (readonly [Thing, (listing: Listing) => Readonly<Record<string, Value>>])[] = [
  [
    ATHLETE,
    ({ name, sex, birthDate, countryCode }) => {
      const { displayName, sortName } = readPersonName(name)
      return { displayName, sortName, sex, birthDate, countryCode }
    },
  ],
  [
    COMPETITION,
    ({ competition: { name, city, venue, countryCode }, date, endDate }) => ({
      // One that has no name is called after its town.
      ...(name !== null && { name }),
      city,
      venue,
      countryCode,
      startDate: date.length > 'YYYY'.length ? date : null,
      endDate,
    }),
  ],
]

/** What the result itself has of text and of dates; marks, places and records are read by the rules of the sport. */
const RESULT_RULES = RESULT.pick({
  ageGroup: true,
  paraClass: true,
  date: true,
  countryCode: true,
  club: true,
  qualification: true,
  note: true,
}).shape

/** Why the forms would refuse what a row says: “Competition, city: This is longer …”. Null where they would not. */
export function refusalOf(listing: Listing): string | null {
  for (const [thing, valuesOf] of WRITTEN) {
    const values = valuesOf(listing)
    for (const [name, value] of Object.entries(values)) {
      const field = thing.fields[name]
      const reason = field && reasonOf(field.rule, (field.text ?? textOf)(value))
      if (reason) return `${labelOf(thing, name)}: ${reason}`
    }
    const [broken] = Object.entries(thing.check?.(values as Partial<Values>) ?? {})
    if (broken) return `${labelOf(thing, broken[0])}: ${broken[1]}`
  }
  const codes = [listing.countryCode, listing.competition.countryCode]
  const unknown = codes.find((code) => code !== null && country(code) === null)
  if (unknown) return `“${unknown}” is not the code of a country: MGL, JPN …`
  const { remark, ...own } = listing
  for (const [name, rule] of Object.entries(RESULT_RULES)) {
    const reason = reasonOf(rule, textOf({ ...own, note: remark ?? null }[name as keyof typeof RESULT_RULES]))
    if (reason) return `Result, ${OWN_FORMS.results?.[name] ?? labelOf(EVENT, name).toLowerCase()}: ${reason}`
  }
  return null
}

function labelOf(thing: Thing, name: string): string {
  const label = thing.fields[name]?.label ?? name
  return `${thing.name.charAt(0).toUpperCase()}${thing.name.slice(1)}, ${label.charAt(0).toLowerCase()}${label.slice(1)}`
}

function reasonOf(rule: Field['rule'], text: string): string | null {
  const read = rule.safeParse(text)
  return read.success ? null : (read.error.issues[0]?.message ?? 'This cannot be read.')
}
