/** Who is meant by names that are being typed, as an import would match them: nothing is stored. */
import { countryIn, readBirthDate } from '@/lib/import/read-listing'
import { NOTHING } from '@/lib/import/setup'
import type { PersonFound, PersonTyped } from '@/lib/import/sheet-people'
import type { PartialDate } from '@/lib/sport/partial-date'
import type { Sex } from '@/lib/sport/performance'
import type { Db } from '@/prisma/client'
import type { Person } from './gathered'
import { matchWithRecord } from './match-people'

/** @returns what was found of each, in the order of the names; of what is no name, null. */
export async function lookUpPeople(
  db: Db,
  typed: readonly PersonTyped[],
  { sex, date }: { sex: Sex; date: PartialDate },
): Promise<(PersonFound | null)[]> {
  const names = typed.map(({ name }) => name)
  const keys = await db.$queryRaw<{ text: string; key: string | null }[]>`
    SELECT text, name_key(fold_name(text)) AS key FROM unnest(${names}::text[]) text`
  const keyOf = new Map(keys.map(({ text, key }) => [text, key]))
  const people = typed.flatMap(({ name, country, birthDate }, index): Person[] => {
    const key = keyOf.get(name) ?? null
    if (key === null) return []
    const reading = { cells: {}, context: NOTHING, options: { dayOrder: null }, warnings: [], from: {}, clashes: [] }
    const born = readBirthDate(reading, birthDate, date)
    const person = { name, key, sex, birthDate: born, countryCode: country === '' ? null : countryIn(country) }
    return [{ ...person, id: String(index), firstDate: date, lastDate: date, rows: 1, address: null }]
  })
  const matches = await matchWithRecord(db, people, new Map())
  const ids = [...matches.values()].flatMap((match) => {
    if (match.state === 'KNOWN') return [match.athleteId]
    return match.state === 'ASK' ? match.candidates.map(({ athleteId }) => athleteId) : []
  })
  const athletes = await db.athlete.findMany({
    where: { id: { in: ids } },
    select: { id: true, slug: true, displayName: true, birthDate: true, countryCode: true },
  })
  const shown = new Map(athletes.map(({ id, displayName: name, ...rest }) => [id, { name, ...rest }]))
  return typed.map((_, index) => {
    const match = matches.get(String(index))
    if (!match) return null
    if (match.state === 'NEW') return { state: 'NEW', athletes: [] }
    const found = match.state === 'KNOWN' ? [match.athleteId] : match.candidates.map(({ athleteId }) => athleteId)
    return { state: match.state, athletes: found.flatMap((id) => shown.get(id) ?? []) }
  })
}
