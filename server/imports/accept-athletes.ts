import { readPersonName } from '@/lib/import/person-name'
import type { PartialDate } from '@/lib/sport/partial-date'
import type { Sex } from '@/lib/sport/performance'
import { slugify } from '@/lib/text/slug'
import { insertMany } from '../history/rows'
import type { AcceptedRow, Batch } from './accepted-row'
import { findFreeSlugs } from './free-slugs'
import type { ListCitations } from './list-citations'

interface PersonRow {
  athleteId: string
  name: string
  birthDate: PartialDate | null
  countryCode: string | null
  sex: Sex
  /** The record's, where it has the athlete. */
  knownBirthDate: PartialDate | null
  isKnown: boolean
  isCited: boolean
}

/** Creates the athletes whom the record does not have. Birth dates are cited, and filled in where the list's is fuller. */
export async function createAthletes(batch: Batch, rows: AcceptedRow[], citations: ListCitations): Promise<void> {
  const lineOf = new Map([...rows].reverse().map(({ athleteId, line }) => [athleteId, line]))
  const people = await findPeople(batch, [...lineOf.keys()])
  const inOrder = (a: PersonRow, b: PersonRow) => (lineOf.get(a.athleteId) ?? 0) - (lineOf.get(b.athleteId) ?? 0)
  await insertAthletes(batch, people.filter(({ isKnown }) => !isKnown).sort(inOrder))
  for (const { athleteId, birthDate, knownBirthDate, isKnown, isCited } of people) {
    if (birthDate === null || isCited) continue
    citations.add('athleteId', athleteId, { field: 'birthDate', asserts: birthDate, line: lineOf.get(athleteId) ?? 0 })
    const isFuller =
      knownBirthDate === null || (birthDate.startsWith(knownBirthDate) && birthDate.length > knownBirthDate.length)
    if (isKnown && isFuller) {
      await batch.change.tx.athlete.update({ where: { id: athleteId }, data: { birthDate } })
    }
  }
}

async function findPeople({ change, importId, sourceId }: Batch, athleteIds: string[]): Promise<PersonRow[]> {
  return change.tx.$queryRaw<PersonRow[]>`
    SELECT DISTINCT ON (p."athleteId") p."athleteId", p.name, p."birthDate", p."countryCode", p.sex,
      a."birthDate" AS "knownBirthDate", a.id IS NOT NULL AS "isKnown",
      EXISTS (SELECT 1 FROM citations c WHERE c."athleteId" = a.id AND c."sourceId" = ${sourceId}
        AND c.field = 'birthDate' AND NOT c.withdrawn) AS "isCited"
    FROM import_people p LEFT JOIN athletes a ON a.id = p."athleteId"
    WHERE p."importId" = ${importId} AND p."athleteId" = ANY (${athleteIds}::text[])
    ORDER BY p."athleteId", p.state DESC, length(p."birthDate") DESC NULLS LAST, p.id`
}

async function insertAthletes({ change }: Batch, people: PersonRow[]): Promise<void> {
  const named = people.map((person) => ({ ...person, ...readPersonName(person.name) }))
  const slugs = await findFreeSlugs(
    change.tx,
    'athletes',
    named.map(({ displayName, birthDate }) => [slugify(displayName), birthDate?.slice(0, 4)]),
  )
  const athletes = named.map(({ athleteId: id, displayName, sortName, sex, birthDate, countryCode }, index) => ({
    id,
    slug: slugs[index] ?? id,
    displayName,
    sortName,
    sex,
    birthDate,
    countryCode,
  }))
  await insertMany(change, 'athletes', athletes)
}
