/**
 * National records as far as the record knows: computed from the marks of those who represented the country on the day.
 * Marks that sources call a national record are shown beside them where the two differ.
 */
import 'server-only'
import { type ListedMark, SEXES } from '@/lib/pages/mark-list'
import { byDate, byText } from '@/lib/sport/chronology'
import { DISCIPLINES, type DisciplineSlug } from '@/lib/sport/disciplines'
import { recordIneligibility } from '@/lib/sport/eligibility'
import type { Sex } from '@/lib/sport/performance'
import type { Db } from '@/prisma/client'
import { db } from '../db'
import { findMarks } from './listed-marks'

export interface NationalRecord {
  discipline: DisciplineSlug
  sex: Sex
  /** The best marks that count, several where they are equal; none where only claims are known. */
  records: ListedMark[]
  /** The best mark that a source calls a national record, where it is not one of those. */
  claimed: ListedMark | null
}

/** Every discipline in which the country has a record, in the order in which lists are printed, men first. */
export async function findNationalRecords(db: Db, countryCode: string): Promise<NationalRecord[]> {
  const bests = await db.$queryRaw<{ id: string }[]>`
    SELECT p."resultId" AS id
    FROM disciplines d CROSS JOIN unnest(enum_range(NULL::"Sex")) AS s(sex) CROSS JOIN LATERAL (
      SELECT b.rank FROM performances b
      WHERE b."disciplineSlug" = d.slug AND b.sex = s.sex AND b."countryCode" = ${countryCode} AND b.eligible
      ORDER BY b.rank LIMIT 1
    ) best
    JOIN performances p ON p."disciplineSlug" = d.slug AND p.sex = s.sex AND p."countryCode" = ${countryCode}
      AND p.eligible AND p.rank = best.rank`
  const [best, claims, teams] = await Promise.all([
    findMarks(
      db,
      bests.map(({ id }) => id),
    ),
    findClaimedMarks(db, countryCode),
    findTeamMarks(db, countryCode),
  ])
  const marks = [...best, ...teams].toSorted(inTime)
  return DISCIPLINES.flatMap(({ slug }) =>
    SEXES.flatMap(([sex]): NationalRecord[] => {
      const isHere = (mark: ListedMark) => mark.discipline === slug && mark.sex === sex
      const here = marks.filter(isHere)
      const record = Math.min(...here.map(({ rank }) => rank))
      const records = here.filter(({ rank }) => rank === record)
      const claimed = claims.filter(isHere).sort((a, b) => a.rank - b.rank)[0] ?? null
      if (records.length === 0 && !claimed) return []
      const isOneOfThem = records.some(({ rank }) => rank === claimed?.rank)
      return [{ discipline: slug, sex, records, claimed: isOneOfThem ? null : claimed }]
    }),
  )
}

export interface NationalRecordStep {
  mark: ListedMark
  /** Whether it was at least as good as every earlier mark of the country; if not, only a source calls it a record. */
  computed: boolean
  claimed: boolean
}

/** The progression of one discipline's record, oldest first, and the other marks that sources call a record. */
export async function findNationalProgression(
  db: Db,
  countryCode: string,
  discipline: DisciplineSlug,
): Promise<{ sex: Sex; steps: NationalRecordStep[] }[]> {
  // A day known to the year alone comes after every day of that year, as in lib/sport/chronology.ts. Of the marks of
  // one day the best is the step.
  const steps = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM (
      SELECT id, rank, min(rank) OVER (PARTITION BY sex, day) AS "bestOfDay", min(rank) OVER (
        PARTITION BY sex ORDER BY day COLLATE "C" GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
      FROM (
        SELECT p."resultId" AS id, p.sex, p.rank, known || substr('-99-99', length(known) - 3) AS day
        FROM performances p, LATERAL rtrim(p.date, '~') known
        WHERE p."disciplineSlug" = ${discipline} AND p.sex = ANY (enum_range(NULL::"Sex"))
          AND p."countryCode" = ${countryCode} AND p.eligible
      ) dated
    ) marks
    WHERE rank = "bestOfDay" AND (before IS NULL OR rank <= before)`
  const [fell, claims, teams] = await Promise.all([
    findMarks(
      db,
      steps.map(({ id }) => id),
    ),
    findClaimedMarks(db, countryCode, discipline),
    findTeamMarks(db, countryCode, discipline),
  ])
  const computed = new Set([...fell, ...bettering(teams)].map(({ id }) => id))
  const claimed = new Set(claims.map(({ id }) => id))
  const all = new Map(
    [...fell, ...teams.filter(({ id }) => computed.has(id)), ...claims].map((mark) => [mark.id, mark]),
  )
  return SEXES.flatMap(([sex]) => {
    const ofSex = [...all.values()].filter((mark) => mark.sex === sex).sort(inTime)
    const told = ofSex.map((mark) => ({ mark, computed: computed.has(mark.id), claimed: claimed.has(mark.id) }))
    return told.length > 0 ? [{ sex, steps: told }] : []
  })
}

/** Marks that a source calls a national record of the country, without rescinded ones and results without a mark. */
async function findClaimedMarks(db: Db, countryCode: string, discipline?: DisciplineSlug): Promise<ListedMark[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT r.id
    FROM record_claims n JOIN results r ON r.id = n."resultId" LEFT JOIN athletes a ON a.id = r."athleteId"
    WHERE n.code = 'NR' AND n.state <> 'RESCINDED' AND NOT n.withdrawn AND NOT r.withdrawn
      AND coalesce(n.scope, r."countryCode", a."countryCode") = ${countryCode} AND r.value IS NOT NULL`
  const marks = await findMarks(
    db,
    rows.map(({ id }) => id),
  )
  return discipline ? marks.filter((mark) => mark.discipline === discipline) : marks
}

const RELAYS = DISCIPLINES.flatMap(({ slug, isRelay, surface }) => (isRelay && surface === 'TRACK' ? [slug] : []))

/** Relays on the track: national teams are in no list of athletes' marks. */
async function findTeamMarks(db: Db, countryCode: string, discipline?: DisciplineSlug): Promise<ListedMark[]> {
  const wanted = discipline ? RELAYS.filter((slug) => slug === discipline) : RELAYS
  if (wanted.length === 0) return []
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT r.id
    FROM events e JOIN races ra ON ra."eventId" = e.id JOIN results r ON r."raceId" = ra.id
    WHERE e."disciplineSlug" = ANY (${wanted}) AND r.team IS NOT NULL AND r."countryCode" = ${countryCode}
      AND r.value IS NOT NULL AND NOT r.withdrawn`
  const marks = await findMarks(
    db,
    rows.map(({ id }) => id),
  )
  return marks.filter((mark) => recordIneligibility(mark).length === 0)
}

/** Of marks in one discipline, those that were at least as good as all before them. */
function bettering(marks: readonly ListedMark[]): ListedMark[] {
  const best = new Map<Sex, number>()
  return marks.toSorted(inTime).filter(({ sex, rank }) => {
    const isStep = rank <= (best.get(sex) ?? Infinity)
    if (isStep) best.set(sex, rank)
    return isStep
  })
}

function inTime(a: ListedMark, b: ListedMark): number {
  return byDate(a.date, b.date) || b.rank - a.rank || byText(a.id, b.id)
}

export const getNationalRecords = (countryCode: string) => findNationalRecords(db(), countryCode)
export const getNationalProgression = (countryCode: string, discipline: DisciplineSlug) =>
  findNationalProgression(db(), countryCode, discipline)
