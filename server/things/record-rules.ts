/** Rules between a thing and the rest of the record, which only the database can see. */
import 'server-only'
import type { FieldErrors } from '@/lib/form/field-errors'
import type { Row, Values } from '@/lib/record/things/thing'
import type { ThingKind } from '@/lib/record/things/things'
import { discipline, isDisciplineSlug } from '@/lib/sport/disciplines'
import { formatDate, yearOf } from '@/lib/sport/partial-date'
import type { Db } from '@/prisma/client'
import { checkChapter } from './chapter-rules'
import { checkExternalId } from './external-id-rules'
import { checkPhoto } from './photo-rules'
import { checkAttempt, checkSplit } from './result-part-rules'

/** What stands in the way of a save, and what is only unlikely and therefore asked about; both by field. */
export interface Objections {
  errors: FieldErrors
  doubts: FieldErrors
}

const NONE: Objections = { errors: {}, doubts: {} }

/** Younger than this, nobody has results in a record like this one. */
const YOUNGEST = 10
/** Nobody has lived longer than 122 years. */
const OLDEST = 123

/** @param row the thing as it is now; of a new one, only the column of what it is part of. */
export async function checkAgainstRecord(db: Db, kind: ThingKind, row: Row, values: Values): Promise<Objections> {
  return (await RULES[kind]?.(db, row, values)) ?? NONE
}

const RULES: Partial<Record<ThingKind, (db: Db, row: Row, values: Values) => Promise<Objections>>> = {
  athlete: checkLife,
  competition: checkDays,
  event: checkEvent,
  race: checkRace,
  series: checkSeriesName,
  claim: checkClaimedResult,
  chapter: checkChapter,
  'external-id': checkExternalId,
  photo: checkPhoto,
  split: checkSplit,
  attempt: checkAttempt,
}

async function checkLife(db: Db, { id }: Row, { birthDate, deathDate }: Values): Promise<Objections> {
  const [found] = await db.$queryRaw<{ first: string | null; last: string | null }[]>`
    SELECT min(left(date, 4)) AS first, max(date) AS last FROM performances WHERE "athleteId" = ${String(id ?? '')}`
  const errors: FieldErrors = {}
  const doubts: FieldErrors = {}
  const born = typeof birthDate === 'string' ? yearOf(birthDate) : null
  const first = found?.first ? Number(found.first) : null
  if (born !== null && first !== null) {
    if (first < born) errors.birthDate = `There is a result of ${first}, before this birth.`
    else if (first - born < YOUNGEST)
      doubts.birthDate = `The first result is of ${first}, at the age of ${first - born}.`
  }
  if (born !== null && typeof deathDate === 'string' && yearOf(deathDate) - born > OLDEST) {
    errors.deathDate = `Nobody has lived for ${yearOf(deathDate) - born} years.`
  }
  if (typeof deathDate === 'string' && found?.last && found.last.slice(0, 4) > deathDate.slice(0, 4)) {
    errors.deathDate = `There is a result of ${formatDate(found.last)}, after this death.`
  }
  return { errors, doubts }
}

/** The days on which its races were held are days of the competition. */
async function checkDays(db: Db, { id }: Row, values: Values): Promise<Objections> {
  const rows = await db.$queryRaw<{ date: string }[]>`
    SELECT DISTINCT coalesce(r.date, ra.date) AS date
    FROM events e JOIN races ra ON ra."eventId" = e.id AND NOT ra.withdrawn
    LEFT JOIN results r ON r."raceId" = ra.id AND NOT r.withdrawn
    WHERE e."competitionId" = ${String(id ?? '')} AND NOT e.withdrawn AND coalesce(r.date, ra.date) IS NOT NULL`
  const { startDate, endDate, year } = values
  const early = rows.find(({ date }) => isBefore(date, startDate))
  const late = rows.find(({ date }) => isBefore(endDate, date))
  const elsewhere = rows.find(({ date }) => typeof year === 'number' && Math.abs(yearOf(date) - year) > 1)
  return {
    errors: {
      ...(early && { startDate: `One of its races was on ${formatDate(early.date)}, before this day.` }),
      ...(late && { endDate: `One of its races was on ${formatDate(late.date)}, after this day.` }),
      ...(elsewhere && { year: `One of its races was on ${formatDate(elsewhere.date)}.` }),
    },
    doubts: {},
  }
}

/** A race is held while its competition is, and no other race of the event is the same round and number. */
async function checkRace(db: Db, { id, eventId }: Row, { date, round, number }: Values): Promise<Objections> {
  const event = await db.event.findUnique({
    where: { id: String(eventId) },
    include: { competition: true, races: { where: { withdrawn: false, id: { not: String(id) } } } },
  })
  if (!event) return NONE
  const { startDate, endDate, year } = event.competition
  const isOutside =
    typeof date === 'string' &&
    (isBefore(date, startDate) || isBefore(endDate ?? startDate, date) || Math.abs(yearOf(date) - year) > 1)
  const isTwin = event.races.some((race) => race.round === round && race.number === number)
  return {
    errors: {
      ...(isOutside && { date: 'The competition was not held on this day.' }),
      ...(isTwin && { round: 'The event has this race already.' }),
    },
    doubts: {},
  }
}

/** An event is in its competition once; its marks are times, distances or points, as the discipline has it. */
async function checkEvent(db: Db, row: Row, values: Values): Promise<Objections> {
  const { id, competitionId, disciplineSlug: was } = row
  const slug = String(values.disciplineSlug)
  if (!isDisciplineSlug(slug)) return { errors: { disciplineSlug: 'Choose a discipline of the list.' }, doubts: {} }
  const { sex, ageGroup, paraClass } = values
  const [twin] = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM events WHERE "competitionId" = ${String(competitionId)} AND id <> ${String(id)} AND NOT withdrawn
      AND "disciplineSlug" = ${slug} AND sex::text = ${String(sex)}
      AND "ageGroup" IS NOT DISTINCT FROM ${ageGroup} AND "paraClass" IS NOT DISTINCT FROM ${paraClass}`
  if (twin) return { errors: { disciplineSlug: 'The competition has this event already.' }, doubts: {} }
  if (typeof was !== 'string' || !isDisciplineSlug(was) || was === slug) return NONE
  const marks = await db.result.count({
    where: { race: { eventId: String(id) }, withdrawn: false, mark: { not: null } },
  })
  if (marks === 0) return NONE
  if (discipline(slug).unit !== discipline(was).unit) {
    return { errors: { disciplineSlug: `Its ${marks} marks cannot be read in this discipline.` }, doubts: {} }
  }
  return { errors: {}, doubts: { disciplineSlug: `This moves ${marks} marks to another discipline.` } }
}

async function checkSeriesName(db: Db, { id }: Row, { name }: Values): Promise<Objections> {
  const same = await db.series.findFirst({
    where: { name: { equals: String(name), mode: 'insensitive' }, withdrawn: false, id: { not: String(id ?? '') } },
  })
  return same ? { errors: { name: 'There is a series of this name already.' }, doubts: {} } : NONE
}

async function checkClaimedResult(db: Db, { athleteId }: Row, { resultId }: Values): Promise<Objections> {
  if (resultId === null) return NONE
  const own = await db.result.count({
    where: {
      id: String(resultId),
      withdrawn: false,
      OR: [{ athleteId: String(athleteId) }, { members: { some: { athleteId: String(athleteId), withdrawn: false } } }],
    },
  })
  return own > 0 ? NONE : { errors: { resultId: 'Choose a result of this athlete.' }, doubts: {} }
}

/** Whether one partial date lies before another whatever is not known of either. */
function isBefore(date: unknown, other: unknown): boolean {
  if (typeof date !== 'string' || typeof other !== 'string' || `${date}${other}`.includes('~')) return false
  const length = Math.min(date.length, other.length)
  return date.slice(0, length) < other.slice(0, length)
}
