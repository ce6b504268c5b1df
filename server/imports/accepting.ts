/**
 * Writes what an accepted preview says, batch by batch, each in a transaction of its own under the import's one change
 * set. A row is marked as written in the transaction that writes it, so that a run that was killed goes on where it was.
 */
import { nanoid } from 'nanoid'
import { assertionsIn, type ListedChange, placesIn } from '@/lib/import/compare'
import type { Listing } from '@/lib/import/listing'
import { readPersonName } from '@/lib/import/person-name'
import type { ImportSetup } from '@/lib/import/setup'
import type { Category } from '@/lib/sport/championships'
import { parseWind } from '@/lib/sport/marks'
import type { PartialDate } from '@/lib/sport/partial-date'
import type { Sex } from '@/lib/sport/performance'
import { slugify } from '@/lib/text/slug'
import { type Client, type Db, Prisma } from '@/prisma/client'
import { continueChange } from '../history/change'
import { matchAgain, type Report, Stopped } from './reading'
import { insertRows, stableId } from './rows'

const BATCH = 500
/**
 * The first large import makes small tables large, and the embedded database never tells its planner so by itself:
 * after so many batches it is told, where the record was small before.
 */
const ANALYSE_AFTER = new Set([1, 4, 16, 64])
const SMALL_RECORD = 5_000

interface AcceptedRow {
  line: number
  listing: Listing
  kind: 'NEW' | 'SAME' | 'CHANGES' | 'CONTRADICTS'
  resultId: string | null
  changes: ListedChange[] | null
  athleteId: string
  competitionId: string
}

interface Context {
  tx: Db
  importId: string
  sourceId: string
  reason: string
}

/**
 * Writes every row that is decided and not left out.
 *
 * @throws Stopped where somebody cancelled it; what was written stays.
 */
export async function writeImport(db: Client, importId: string, report: Report): Promise<void> {
  const { changeSetId, changeSet, setup } = await db.import.findUniqueOrThrow({
    where: { id: importId },
    include: { changeSet: { select: { sourceId: true, reason: true } } },
  })
  if (changeSetId === null || !changeSet?.sourceId) throw new Error('The import has no change set.')
  const { sourceId, reason } = changeSet
  await matchAgain(db, importId, setup as unknown as ImportSetup, async () => report(0))
  const isSmall = (await db.result.findMany({ take: SMALL_RECORD, select: { id: true } })).length < SMALL_RECORD
  let written = await db.importRow.count({ where: { importId, written: true } })
  let after = -1
  for (let batch = 1; ; batch++) {
    const rows = await continueChange(db, changeSetId, async ({ tx }) => {
      const [going] = await tx.$queryRaw<
        { state: string }[]
      >`SELECT state FROM imports WHERE id = ${importId} FOR UPDATE`
      if (going?.state !== 'ACCEPTING') throw new Stopped('The import was stopped.')
      const found = await nextRows(tx, importId, after)
      if (found.length > 0) await writeRows({ tx, importId, sourceId, reason }, found)
      return found
    })
    const last = rows.at(-1)
    if (!last) return
    after = last.line
    written += rows.length
    if (isSmall && ANALYSE_AFTER.has(batch)) await db.$executeRaw`ANALYZE`
    await report(written)
  }
}

async function nextRows(tx: Db, importId: string, after: number): Promise<AcceptedRow[]> {
  return tx.$queryRaw<AcceptedRow[]>`
    SELECT r.line, r.listing, r.kind, r."resultId", r.changes, coalesce(a."mergedIntoId", p."athleteId") AS "athleteId",
      m."competitionId"
    ${toWrite(importId)} AND r.line > ${after}
    ORDER BY r.line LIMIT ${BATCH}`
}

/** How many rows of an import wait to be written as it is decided now. */
export async function countToWrite(db: Db, importId: string): Promise<number> {
  const [found] = await db.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count ${toWrite(importId)}`
  return found?.count ?? 0
}

/** The rows that are decided, not left out, and not written yet, with their people `p`, meetings `m` and athletes `a`. */
function toWrite(importId: string): Prisma.Sql {
  return Prisma.sql`
    FROM import_rows r
    JOIN import_people p ON p."importId" = r."importId" AND p.id = r."personId" AND p.state IN ('KNOWN', 'NEW')
    JOIN import_meetings m ON m."importId" = r."importId" AND m.id = r."meetingId" AND m.state <> 'LEFT_OUT'
    -- Whom the preview found may have been merged into another since; of one who was taken back, nothing is written.
    LEFT JOIN athletes a ON a.id = p."athleteId"
    WHERE r."importId" = ${importId} AND NOT r.written AND NOT r."leftOut"
      AND r.kind IN ('NEW', 'SAME', 'CHANGES', 'CONTRADICTS') AND (m.state IN ('KNOWN', 'NEW') OR r."resultId" IS NOT NULL)
      AND (a.id IS NULL OR NOT a.withdrawn OR a."mergedIntoId" IS NOT NULL)`
}

async function writeRows(context: Context, rows: AcceptedRow[]): Promise<void> {
  const fresh = rows.filter(({ kind }) => kind === 'NEW')
  const cited = new Citations(context)
  await makeAthletes(context, rows, cited)
  await makeCompetitions(context, fresh)
  const written = await makeResults(context, fresh, cited)
  for (const row of rows.filter(({ changes }) => changes !== null)) await fillIn(context, row)
  const known = rows.filter(({ kind, resultId }) => kind !== 'NEW' && resultId !== null)
  await citeKnown(context, known, cited)
  await cited.write()
  await context.tx.$executeRaw`
    UPDATE import_rows r SET written = true, "resultId" = coalesce(w."resultId", r."resultId")
    FROM jsonb_to_recordset(${JSON.stringify(rows.map(({ line }) => ({ line, resultId: written.get(line) ?? null })))}::jsonb)
      w(line int, "resultId" text)
    WHERE r."importId" = ${context.importId} AND r.line = w.line`
}

type Target = 'athleteId' | 'resultId' | 'placeId' | 'recordClaimId'

/** The citations of a batch, written together. */
class Citations {
  private readonly rows: object[] = []

  constructor(private readonly context: Context) {}

  add(target: Target, id: string, field: string, asserts: string, line: number): void {
    this.rows.push({
      id: nanoid(12),
      sourceId: this.context.sourceId,
      locator: `line ${line}`,
      field,
      asserts,
      accepted: true,
      reason: null,
      version: 1,
      withdrawn: false,
      athleteId: null,
      resultId: null,
      placeId: null,
      recordClaimId: null,
      [target]: id,
    })
  }

  write(): Promise<void> {
    return insertRows(this.context.tx, 'citations', this.rows)
  }
}

interface PersonRow {
  athleteId: string
  name: string
  birthDate: PartialDate | null
  countryCode: string | null
  sex: Sex
  state: string
  held: PartialDate | null
  isThere: boolean
  isCited: boolean
}

/** Athletes whom the record does not have are made; birth dates are cited, and filled in where the list tells more. */
async function makeAthletes({ tx, importId, sourceId }: Context, rows: AcceptedRow[], cited: Citations): Promise<void> {
  const ids = [...new Set(rows.map(({ athleteId }) => athleteId))]
  const people = await tx.$queryRaw<PersonRow[]>`
    SELECT DISTINCT ON (p."athleteId") p."athleteId", p.name, p."birthDate", p."countryCode", p.sex, p.state,
      a."birthDate" AS held, a.id IS NOT NULL AS "isThere",
      EXISTS (SELECT 1 FROM citations c WHERE c."athleteId" = a.id AND c."sourceId" = ${sourceId}
        AND c.field = 'birthDate' AND NOT c.withdrawn) AS "isCited"
    FROM import_people p LEFT JOIN athletes a ON a.id = p."athleteId"
    WHERE p."importId" = ${importId} AND p."athleteId" = ANY (${ids}::text[])
    ORDER BY p."athleteId", p.state DESC, length(p."birthDate") DESC NULLS LAST, p.id`
  const lineOf = new Map([...rows].reverse().map(({ athleteId, line }) => [athleteId, line]))
  const inOrder = (a: PersonRow, b: PersonRow) => (lineOf.get(a.athleteId) ?? 0) - (lineOf.get(b.athleteId) ?? 0)
  const fresh = people.filter(({ isThere }) => !isThere).sort(inOrder)
  const names = fresh.map((person) => ({ person, ...readPersonName(person.name) }))
  const slugs = await freeSlugs(
    tx,
    'athletes',
    names.map(({ displayName, person }) => [slugify(displayName), person.birthDate?.slice(0, 4)]),
  )
  await insertRows(
    tx,
    'athletes',
    names.map(({ person, displayName, sortName }, index) => ({
      id: person.athleteId,
      slug: slugs[index],
      displayName,
      sortName,
      nameOrder: 'GIVEN_FAMILY',
      sex: person.sex,
      birthDate: person.birthDate,
      countryCode: person.countryCode,
      version: 1,
      withdrawn: false,
    })),
  )
  for (const { athleteId, birthDate, held, isThere, isCited } of people) {
    if (birthDate === null || isCited) continue
    cited.add('athleteId', athleteId, 'birthDate', birthDate, lineOf.get(athleteId) ?? 0)
    const isFuller = held === null || (birthDate.startsWith(held) && birthDate.length > held.length)
    if (isThere && isFuller) await tx.athlete.update({ where: { id: athleteId }, data: { birthDate } })
  }
}

interface MeetingRow {
  competitionId: string
  name: string | null
  city: string | null
  venue: string | null
  countryCode: string | null
  startDate: PartialDate
  endDate: PartialDate
  category: Category
  seriesId: string | null
  seriesName: string | null
  seriesCategory: Category | null
  latitude: number | null
  longitude: number | null
}

async function makeCompetitions({ tx, importId }: Context, rows: AcceptedRow[]): Promise<void> {
  const ids = [...new Set(rows.map(({ competitionId }) => competitionId))]
  // Of one that is known by its town and days alone, these are the days on which its results were achieved.
  await tx.$executeRaw`
    UPDATE competitions c SET "startDate" = least(c."startDate", m.first),
      "endDate" = nullif(greatest(coalesce(c."endDate", c."startDate"), m.last), least(c."startDate", m.first))
    FROM (
      SELECT "competitionId" AS id, min("startDate") AS first, max("endDate") AS last FROM import_meetings
      WHERE "importId" = ${importId} AND "competitionId" = ANY (${ids}::text[]) AND length("startDate") = 10 AND length("endDate") = 10
      GROUP BY "competitionId"
    ) m
    WHERE c.id = m.id AND c.name = c.city AND c."seriesId" IS NULL AND length(c."startDate") = 10
      AND (m.first < c."startDate" OR m.last > coalesce(c."endDate", c."startDate"))`
  // What a list gives of a competition is its town and day; a town that the record knows lies where it lay before.
  const meetings = await tx.$queryRaw<MeetingRow[]>`
    SELECT DISTINCT ON (m."competitionId") m."competitionId", m.name, m.city, m.venue, m."countryCode",
      m."startDate", m."endDate", m.category, m."seriesId", s.name AS "seriesName", s.category AS "seriesCategory",
      k.latitude, k.longitude
    FROM import_meetings m
    LEFT JOIN competitions c ON c.id = m."competitionId"
    LEFT JOIN series s ON s.id = m."seriesId"
    LEFT JOIN LATERAL (
      SELECT k.latitude, k.longitude FROM competitions k
      WHERE k.city = m.city AND k."countryCode" = m."countryCode" AND k.latitude IS NOT NULL AND NOT k.withdrawn LIMIT 1
    ) k ON true
    WHERE m."importId" = ${importId} AND m."competitionId" = ANY (${ids}::text[]) AND c.id IS NULL
    ORDER BY m."competitionId", m."startDate", m.id`
  const named = meetings.map((meeting) => ({
    ...meeting,
    title: meeting.name ?? meeting.seriesName ?? meeting.city ?? meeting.venue ?? 'Unknown competition',
  }))
  const slugs = await freeSlugs(
    tx,
    'competitions',
    named.map(({ title, startDate }) => [slugify(`${startDate.replace('~', '')} ${title}`)]),
  )
  await insertRows(
    tx,
    'competitions',
    named.map(({ competitionId, title, city, venue, countryCode, startDate, endDate, ...meeting }, index) => ({
      id: competitionId,
      slug: slugs[index],
      seriesId: meeting.seriesId,
      name: title,
      year: Number(startDate.slice(0, 4)),
      startDate: startDate.length > 'YYYY'.length ? startDate : null,
      endDate: endDate === startDate ? null : endDate,
      city,
      venue,
      countryCode,
      latitude: meeting.latitude,
      longitude: meeting.longitude,
      category: meeting.seriesCategory ?? meeting.category,
      version: 1,
      withdrawn: false,
    })),
  )
}

/**
 * A free address for each: the first wanted one, with the second part behind it (a year of birth) where it is taken,
 * then with -2, -3 … Those of one batch do not collide either.
 */
async function freeSlugs(
  tx: Db,
  table: 'athletes' | 'competitions',
  wanted: [slug: string, second?: string | undefined][],
): Promise<string[]> {
  const NUMBERS = 40
  const choices = wanted.map(([slug, second]) => [
    slug,
    ...(second ? [`${slug}-${second}`] : []),
    ...Array.from({ length: NUMBERS }, (_, index) => `${slug}-${index + 2}`),
  ])
  const all = [...new Set(choices.flat())]
  const rows = await tx.$queryRawUnsafe<{ slug: string }[]>(
    `SELECT slug FROM "${table}" WHERE slug = ANY ($1::text[])`,
    all,
  )
  const taken = new Set(rows.map(({ slug }) => slug))
  return choices.map((slugs) => {
    const free =
      slugs.find((slug) => !taken.has(slug)) ??
      `${slugs[0]}-${nanoid(6)
        .toLowerCase()
        .replace(/[^a-z0-9]/g, '0')}`
    taken.add(free)
    return free
  })
}

/** Results of races that are found, or made with their events. Gives the new result of each line. */
async function makeResults(
  { tx, importId }: Context,
  rows: AcceptedRow[],
  cited: Citations,
): Promise<Map<number, string>> {
  const races = await racesFor(tx, importId, rows)
  const results: object[] = []
  const places: object[] = []
  const records: object[] = []
  const written = new Map<number, string>()
  for (const [index, { line, listing, athleteId }] of rows.entries()) {
    const id = nanoid(12)
    written.set(line, id)
    const { mark, status, wind, date, countryCode, club, flags, qualification } = listing
    results.push({
      id,
      raceId: races[index],
      athleteId,
      mark: mark?.text ?? null,
      value: mark?.value ?? null,
      precision: mark?.precision ?? null,
      timing: mark?.timing ?? null,
      status,
      wind,
      date,
      countryCode,
      club,
      flags,
      qualification,
      version: 1,
      withdrawn: false,
    })
    const placeIds = new Map<string, string>()
    for (const { classification, place, tied } of placesIn(listing)) {
      const placeId = nanoid(12)
      placeIds.set(classification, placeId)
      places.push({ id: placeId, resultId: id, classification, place, tied, version: 1, withdrawn: false })
    }
    for (const { field, asserts } of assertionsIn(listing)) {
      const [kind = '', name = ''] = field.split(':')
      if (kind === 'place') cited.add('placeId', placeIds.get(name) ?? '', 'place', asserts, line)
      else if (kind === 'record') {
        const recordId = nanoid(12)
        records.push({
          id: recordId,
          resultId: id,
          code: asserts,
          state: 'CLAIMED',
          equalled: false,
          version: 1,
          withdrawn: false,
        })
        cited.add('recordClaimId', recordId, 'record', asserts, line)
      } else cited.add('resultId', id, field, asserts, line)
    }
  }
  await insertRows(tx, 'results', results)
  await insertRows(tx, 'places', places)
  await insertRows(tx, 'record_claims', records)
  return written
}

/** The race of each row, in their order. */
async function racesFor(tx: Db, importId: string, rows: AcceptedRow[]): Promise<string[]> {
  const competitions = [...new Set(rows.map(({ competitionId }) => competitionId))]
  const knownEvents = await tx.event.findMany({
    where: { competitionId: { in: competitions }, withdrawn: false },
    select: { id: true, competitionId: true, disciplineSlug: true, sex: true, ageGroup: true, paraClass: true },
  })
  const eventKey = (row: {
    competitionId: string
    disciplineSlug: string
    sex: string
    ageGroup: string | null
    paraClass: string | null
  }) => [row.competitionId, row.disciplineSlug, row.sex, row.ageGroup, row.paraClass].join('\n')
  const events = new Map(knownEvents.map((event) => [eventKey(event), event.id]))
  const newEvents = new Map<string, object>()
  const eventIds = rows.map(({ competitionId, listing }) => {
    const { discipline: disciplineSlug, sex, ageGroup, paraClass } = listing
    const key = eventKey({ competitionId, disciplineSlug, sex, ageGroup, paraClass })
    const id = events.get(key) ?? stableId(importId, 'event', key)
    if (!events.has(key))
      newEvents.set(id, { id, competitionId, disciplineSlug, sex, ageGroup, paraClass, version: 1, withdrawn: false })
    events.set(key, id)
    return id
  })
  await insertRows(tx, 'events', [...newEvents.values()])
  const knownRaces = await tx.race.findMany({
    where: { eventId: { in: [...new Set(eventIds)] }, withdrawn: false },
    select: { id: true, eventId: true, round: true, number: true, date: true },
    orderBy: { id: 'asc' },
  })
  const newRaces = new Map<string, object>()
  const raceIds = rows.map(({ listing: { round, raceNumber: number, date } }, index) => {
    const eventId = eventIds[index] ?? ''
    // In a town's stadium the same event may be run again on the next day: that is another race.
    const known = knownRaces.find(
      (race) =>
        race.eventId === eventId &&
        race.round === round &&
        race.number === number &&
        (race.date === null || race.date.startsWith(date) || date.startsWith(race.date)),
    )
    if (known) return known.id
    const id = stableId(importId, 'race', eventId, round, number, date)
    newRaces.set(id, { id, eventId, round, number, date, version: 1, withdrawn: false })
    return id
  })
  await insertRows(tx, 'races', [...newRaces.values()])
  return raceIds
}

/** Fills what the record does not know. What it holds otherwise stays: the list's value is only cited beside it. */
async function fillIn({ tx }: Context, { resultId, changes, listing }: AcceptedRow): Promise<void> {
  if (resultId === null || !changes?.some(({ fills }) => fills)) return
  const data: Prisma.ResultUncheckedUpdateInput = {}
  for (const { field, after, fills } of changes) {
    if (!fills) continue
    const [kind, name] = field.split(':')
    if (kind === 'mark' && listing.mark) {
      const { text, value, precision, timing } = listing.mark
      Object.assign(data, { mark: text, value, precision, timing })
    } else if (kind === 'status') data.status = listing.status
    else if (kind === 'date') data.date = after
    else if (kind === 'wind') data.wind = parseWind(after)
    else if (kind === 'place') {
      const listed = placesIn(listing).find(({ classification }) => classification === name)
      if (listed) await tx.place.create({ data: { resultId, ...listed } })
    } else if (kind === 'record') await tx.recordClaim.create({ data: { resultId, code: after } })
  }
  // Always updated, also where only a place came: the result's version stands for all that belongs to it.
  await tx.result.update({ where: { id: resultId }, data: { ...data, withdrawn: false } })
}

/** Cites the list for what it says of results that the record has, once for each field. */
async function citeKnown({ tx, sourceId }: Context, rows: AcceptedRow[], cited: Citations): Promise<void> {
  if (rows.length === 0) return
  const ids = [...new Set(rows.flatMap(({ resultId }) => resultId ?? []))]
  const places = await tx.place.findMany({
    where: { resultId: { in: ids }, withdrawn: false },
    select: { id: true, resultId: true, classification: true },
  })
  const records = await tx.recordClaim.findMany({
    where: { resultId: { in: ids }, withdrawn: false },
    select: { id: true, resultId: true, code: true },
  })
  const parts = [...ids, ...places.map(({ id }) => id), ...records.map(({ id }) => id)]
  const known = await tx.$queryRaw<{ target: string; field: string }[]>`
    SELECT coalesce("placeId", "recordClaimId", "resultId") AS target, field FROM citations
    WHERE "sourceId" = ${sourceId} AND NOT withdrawn
      AND ("resultId" = ANY (${ids}::text[]) OR "placeId" = ANY (${parts}::text[]) OR "recordClaimId" = ANY (${parts}::text[]))`
  const isCited = new Set(known.map(({ target, field }) => `${target} ${field}`))
  const cite = (target: Target, id: string | undefined, field: string, asserts: string, line: number) => {
    if (id === undefined || isCited.has(`${id} ${field}`)) return
    isCited.add(`${id} ${field}`)
    cited.add(target, id, field, asserts, line)
  }
  for (const { line, listing, resultId } of rows) {
    if (resultId === null) continue
    for (const { field, asserts } of assertionsIn(listing)) {
      const [kind = '', code] = field.split(':')
      if (kind === 'place')
        cite(
          'placeId',
          places.find((place) => place.resultId === resultId && place.classification === code)?.id,
          'place',
          asserts,
          line,
        )
      else if (kind === 'record') {
        cite(
          'recordClaimId',
          records.find((record) => record.resultId === resultId && record.code === code)?.id,
          'record',
          asserts,
          line,
        )
      } else cite('resultId', resultId, field, asserts, line)
    }
  }
}
