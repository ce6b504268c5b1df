/** Looks up in the record the people that a list names. The rules are in lib/import/people.ts. */
import { isNobodyKnown } from '@/lib/import/listing'
import {
  initialsFit,
  isPlaceholder,
  type KnownAthlete,
  matchPerson,
  type PersonMatch,
  shareName,
} from '@/lib/import/people'
import type { PartialDate } from '@/lib/sport/partial-date'
import type { Db } from '@/prisma/client'
import { insertStaged, type StagingRows } from '../history/rows'
import type { Person } from './gathered'
import { inPace } from './pace'
import { stableId } from './stable-id'

const BATCH = 1000
/** How alike two names of one birth date and country must be (pg_trgm) for somebody to be asked whether they are one. */
const LIKE_NAMES = 0.35
export const AS_TOLD = 'As the list says.'

/** What was found of a person, as import_people has it. */
type Found = Pick<StagingRows['import_people'], 'state' | 'athleteId' | 'candidates' | 'reason'>

/**
 * Finds out which athletes the people of a list are. A new athlete's id is chosen here; people of the list who are the
 * same person share it.
 *
 * @param recalled athletes of people whose rows were imported before, by person.
 */
export async function matchPeople(
  db: Db,
  importId: string,
  people: readonly Person[],
  recalled: ReadonlyMap<string, string>,
): Promise<void> {
  const matches = await matchWithRecord(db, people, recalled)
  const isNew = ({ id }: Person) => matches.get(id)?.state === 'NEW'
  const newcomers = matchNewcomers(importId, people.filter(isNew))
  for await (const batch of inPace(people, BATCH)) {
    const rows = batch.map(({ id, name, key, birthDate, countryCode, sex, rows }) => {
      const found = foundOf(matches.get(id) ?? { state: 'NEW', reason: null })
      const newcomer = newcomers.get(id)
      const reason = newcomer?.reason ?? found.reason
      return { importId, id, name, key, birthDate, countryCode, sex, rows, ...found, ...newcomer, reason }
    })
    await insertStaged(db, 'import_people', rows)
  }
}

/** What the record knows of people, by their ids; who is new may still be another of the list. */
export async function matchWithRecord(
  db: Db,
  people: readonly Person[],
  recalled: ReadonlyMap<string, string>,
): Promise<Map<string, PersonMatch>> {
  const matches = await matchAsTold(db, people)
  const others = people.filter(({ id }) => !matches.has(id))
  for await (const batch of inPace(others, BATCH)) {
    const byKey = await findByKey(db, [...new Set(batch.map(({ key }) => key))])
    const unknown = batch.filter(({ key }) => !byKey.has(key))
    const byBirth = await findByBirth(db, unknown)
    const byInitials = await findByInitials(db, unknown)
    for (const person of batch) {
      const { id, key } = person
      const athleteId = recalled.get(id)
      const match: PersonMatch =
        athleteId === undefined
          ? matchPerson(person, distinct([byKey.get(key), byBirth.get(id), byInitials.get(id)]))
          : { state: 'KNOWN', athleteId, reason: 'As these rows were taken before.' }
      matches.set(id, match)
    }
  }
  return matches
}

/** People of whom the list says itself who they are: an address that leads to nobody says nothing. */
async function matchAsTold(db: Db, people: readonly Person[]): Promise<Map<string, PersonMatch>> {
  const addresses = [...new Set(people.flatMap(({ address }) => address ?? []))]
  const athletes = await db.athlete.findMany({
    where: { slug: { in: addresses }, OR: [{ withdrawn: false }, { mergedIntoId: { not: null } }] },
    select: { id: true, slug: true, mergedIntoId: true },
  })
  const idAt = new Map(athletes.map(({ id, slug, mergedIntoId }) => [slug, mergedIntoId ?? id]))
  const told = people.flatMap(({ id, address }): [string, PersonMatch][] => {
    if (isNobodyKnown(address)) return [[id, { state: 'NEW', reason: AS_TOLD }]]
    const athleteId = idAt.get(address ?? '')
    return athleteId === undefined ? [] : [[id, { state: 'KNOWN', athleteId, reason: AS_TOLD }]]
  })
  return new Map(told)
}

function foundOf(match: PersonMatch): Found {
  const { state, reason } = match
  if (match.state === 'KNOWN') return { state, athleteId: match.athleteId, candidates: [], reason }
  return { state, athleteId: null, candidates: match.state === 'ASK' ? match.candidates : [], reason }
}

/** The id that somebody new will have. */
export function athleteIdOf(importId: string, personId: string): string {
  return stableId(importId, 'athlete', personId)
}

/**
 * Tells apart the people of one list that the record does not have, by the rules by which they are matched with it: the
 * same name with and without a birth date is one person. The fullest entry comes first, and only those who will be
 * created count, so that the list read once more is matched in the same way.
 */
function matchNewcomers(importId: string, people: readonly Person[]): Map<string, Found> {
  const created = new Newcomers()
  const found = new Map<string, Found>()
  for (const person of [...people].sort(fullestFirst)) {
    const { id, key, birthDate, countryCode, sex, address } = person
    // Of whom the list says that nobody has come across them: not even in this list.
    const match: PersonMatch = isNobodyKnown(address)
      ? { state: 'NEW', reason: AS_TOLD }
      : matchPerson(person, created.like(person))
    if (match.state === 'KNOWN') {
      const reason = 'The same as another of this list.'
      found.set(id, { state: 'NEW', athleteId: match.athleteId, candidates: [], reason })
    } else if (match.state === 'ASK') {
      const reason = created.named(key) ? 'Others of this list have the name.' : match.reason
      found.set(id, { ...foundOf(match), reason })
    } else {
      const athleteId = athleteIdOf(importId, id)
      const countryCodes = countryCode === null ? [] : [countryCode]
      created.add({ id: athleteId, keys: [key], birthDate, countryCodes, sex })
      found.set(id, { state: 'NEW', athleteId, candidates: [], reason: match.reason })
    }
  }
  return found
}

/** The people of a list who will be created, by their names and by their birth dates. */
class Newcomers {
  private readonly byName = new Map<string, KnownAthlete[]>()
  private readonly byBirth = new Map<string, KnownAthlete[]>()

  add(athlete: KnownAthlete): void {
    const [key = ''] = athlete.keys
    this.byName.set(key, [...(this.byName.get(key) ?? []), athlete])
    const born = bornOn(athlete)
    if (born) this.byBirth.set(born, [...(this.byBirth.get(born) ?? []), athlete])
  }

  named(key: string): boolean {
    return this.byName.has(key)
  }

  like(person: Person): KnownAthlete[] {
    const bornThen = this.byBirth.get(bornOn(person) ?? '') ?? []
    const isLike = ({ keys: [key = ''] }: KnownAthlete) =>
      initialsFit(key, person.key) || (!isPlaceholder(person.birthDate) && shareName(key, person.key))
    return distinct([this.byName.get(person.key), bornThen.filter(isLike)])
  }
}

function bornOn({ birthDate, sex }: { birthDate: PartialDate | null; sex: KnownAthlete['sex'] }): string | null {
  return birthDate?.length === 'YYYY-MM-DD'.length ? `${birthDate} ${sex}` : null
}

function distinct(found: readonly (readonly KnownAthlete[] | undefined)[]): KnownAthlete[] {
  const all = found.flatMap((athletes) => athletes ?? [])
  return all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at)
}

function fullestFirst(a: Person, b: Person): number {
  const fullness = ({ birthDate, lastDate, id }: Person) =>
    `${birthDate?.length.toString().padStart(2, '0') ?? '00'} ${lastDate} ${id}`
  return fullness(a) < fullness(b) ? 1 : -1
}

interface AthleteRow {
  id: string
  keys: string[]
  birthDate: PartialDate | null
  countryCodes: string[]
  sex: KnownAthlete['sex']
}

async function findByKey(db: Db, keys: string[]): Promise<Map<string, KnownAthlete[]>> {
  const rows = await db.$queryRaw<AthleteRow[]>`
    SELECT a.id, a."birthDate", a.sex, array_agg(DISTINCT s.key) AS keys, ARRAY(
      SELECT a."countryCode" WHERE a."countryCode" IS NOT NULL
      UNION SELECT r."countryCode" FROM representations r WHERE r."athleteId" = a.id AND NOT r.withdrawn) AS "countryCodes"
    FROM search_entries s JOIN athletes a ON a.id = s."entityId"
    WHERE s.kind = 'ATHLETE' AND s.key = ANY (${keys}::text[])
    GROUP BY a.id`
  const found = new Map<string, KnownAthlete[]>()
  for (const row of rows) for (const key of row.keys) found.set(key, [...(found.get(key) ?? []), row])
  return found
}

/**
 * Athletes of the same birth date, with a word of the name in common, or of the same country with a name that is like
 * it: perhaps the same, spelled differently.
 */
async function findByBirth(db: Db, people: readonly Person[]): Promise<Map<string, KnownAthlete[]>> {
  const asked = people
    .filter(({ birthDate }) => birthDate?.length === 'YYYY-MM-DD'.length)
    .map(({ id, key, birthDate, countryCode, sex }) => ({ id, key, birthDate, countryCode, sex }))
  if (asked.length === 0) return new Map()
  const rows = await db.$queryRaw<(AthleteRow & { personId: string })[]>`
    WITH near AS MATERIALIZED (
      SELECT p.id AS "personId", p.key AS "listedKey", a.id, coalesce(a."countryCode" = p."countryCode", false) AS same
      FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
        p(id text, key text, "birthDate" text, "countryCode" text, sex text)
      JOIN athletes a ON a."birthDate" = p."birthDate" AND a.sex = p.sex::"Sex" AND NOT a.withdrawn
    )
    SELECT near."personId", a.id, a."birthDate", a.sex, array_agg(DISTINCT s.key) AS keys, ARRAY(
      SELECT a."countryCode" WHERE a."countryCode" IS NOT NULL
      UNION SELECT r."countryCode" FROM representations r WHERE r."athleteId" = a.id AND NOT r.withdrawn) AS "countryCodes"
    FROM near JOIN athletes a ON a.id = near.id
    JOIN search_entries s ON s.kind = 'ATHLETE' AND s."entityId" = a.id
    GROUP BY near."personId", near."listedKey", near.same, a.id
    HAVING (near.same AND max(similarity(s.key, near."listedKey")) >= ${LIKE_NAMES})
      OR bool_or(EXISTS (SELECT 1 FROM unnest(string_to_array(s.key, ' ')) word
        WHERE length(word) >= 3 AND word = ANY (string_to_array(near."listedKey", ' '))))`
  return byPerson(rows)
}

function byPerson(rows: readonly (AthleteRow & { personId: string })[]): Map<string, KnownAthlete[]> {
  const found = new Map<string, KnownAthlete[]>()
  for (const { personId, ...row } of rows) found.set(personId, [...(found.get(personId) ?? []), row])
  return found
}

/** How many athletes of one family name are looked at, where a list gives initials. */
const MOST_OF_A_NAME = 200

/** Athletes whose names fit those of listed people who are given with initials. */
async function findByInitials(db: Db, people: readonly Person[]): Promise<Map<string, KnownAthlete[]>> {
  const asked = people.flatMap(({ id, key, sex }) => {
    const words = key.split(' ')
    const letters = words.filter((word) => word.length === 1)
    const longest = words.toSorted((a, b) => b.length - a.length)[0] ?? ''
    return letters.length > 0 && longest.length >= 3 ? [{ id, key, sex, pattern: `%${longest}%` }] : []
  })
  if (asked.length === 0) return new Map()
  const rows = await db.$queryRaw<(AthleteRow & { personId: string })[]>`
    WITH near AS MATERIALIZED (
      SELECT p.id AS "personId", n.id
      FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) p(id text, key text, sex text, pattern text),
      LATERAL (SELECT DISTINCT a.id FROM search_entries s JOIN athletes a ON a.id = s."entityId" AND a.sex = p.sex::"Sex"
        WHERE s.kind = 'ATHLETE' AND s.key LIKE p.pattern LIMIT ${MOST_OF_A_NAME}) n
    )
    SELECT near."personId", a.id, a."birthDate", a.sex, array_agg(DISTINCT s.key) AS keys, ARRAY(
      SELECT a."countryCode" WHERE a."countryCode" IS NOT NULL
      UNION SELECT r."countryCode" FROM representations r WHERE r."athleteId" = a.id AND NOT r.withdrawn) AS "countryCodes"
    FROM near JOIN athletes a ON a.id = near.id
    JOIN search_entries s ON s.kind = 'ATHLETE' AND s."entityId" = a.id
    GROUP BY near."personId", a.id`
  const listed = new Map(asked.map(({ id, key }) => [id, key]))
  return byPerson(rows.filter(({ personId, keys }) => keys.some((key) => initialsFit(key, listed.get(personId) ?? ''))))
}
