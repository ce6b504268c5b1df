/**
 * National records, which are what sources call so, and beside them the best marks on record here of those who
 * represented the country on the day. lib/career/national-progression.ts has the rule; here the marks are found.
 */
import 'server-only'
import {
  claimedRecords,
  isRecordStep,
  type NationalProgression,
  type NationalStep,
  nationalSteps,
} from '@/lib/career/national-progression'
import { type ListedMark, SEXES } from '@/lib/pages/mark-list'
import type { AthleteRecord } from '@/lib/record/athlete'
import type { Source } from '@/lib/record/source'
import { byDate, byText } from '@/lib/sport/chronology'
import { DISCIPLINES, type DisciplineSlug } from '@/lib/sport/disciplines'
import { recordIneligibility } from '@/lib/sport/eligibility'
import type { Sex } from '@/lib/sport/performance'
import { MAIN_LIST } from '@/lib/sport/separate-lists'
import type { Db } from '@/prisma/client'
import { db } from '../db'
import { dependsOn } from '../freshness/depends-on'
import { kept } from '../freshness/kept'
import { countrySubject, sourceHeadSubject } from '../freshness/subjects'
import { findMarks } from './listed-marks'

/** Who calls a mark a record: a source that is cited for it, or the authority that recognises it. */
export type Claimant = Pick<Source, 'slug' | 'publication' | 'title'>

/** By the id of the record claim. */
export type Claimants = ReadonlyMap<string, { authority: string | null; sources: Claimant[] }>

export interface NationalRecord {
  discipline: DisciplineSlug
  sex: Sex
  /** What sources call the national record: the best of what they claim, several where they are equal. */
  records: ListedMark[]
  /** The best marks on record here where no source calls one of them the national record. */
  bests: ListedMark[]
}

/** Every discipline in which the country has a record or a mark, in the order in which lists are printed, men first. */
export async function findNationalRecords(
  db: Db,
  countryCode: string,
): Promise<{ rows: NationalRecord[]; claimants: Claimants }> {
  dependsOn(countrySubject(countryCode))
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT p."resultId" AS id
    FROM disciplines d CROSS JOIN unnest(enum_range(NULL::"Sex")) AS s(sex) CROSS JOIN LATERAL (
      SELECT b.rank FROM performances b
      WHERE b."disciplineSlug" = d.slug AND b.sex = s.sex AND b."countryCode" = ${countryCode} AND b.list = ${MAIN_LIST}
      ORDER BY b.rank LIMIT 1
    ) best
    JOIN performances p ON p."disciplineSlug" = d.slug AND p.sex = s.sex AND p."countryCode" = ${countryCode}
      AND p.list = ${MAIN_LIST} AND p.rank = best.rank`
  const [best, claims, teams] = await Promise.all([
    findMarks(
      db,
      found.map(({ id }) => id),
    ),
    findClaimedMarks(db, countryCode),
    findTeamMarks(db, countryCode),
  ])
  const marks = distinct([...best, ...teams, ...claims])
  const rows = DISCIPLINES.flatMap(({ slug }) =>
    SEXES.flatMap(([sex]): NationalRecord[] => {
      const steps = nationalSteps(
        marks.filter((mark) => mark.discipline === slug && mark.sex === sex),
        countryCode,
      )
      const records = steps.filter(({ stands }) => stands).map(({ mark }) => mark)
      const bests = steps.filter((step) => step.isBestToday && !isRecordStep(step)).map(({ mark }) => mark)
      return records.length + bests.length > 0 ? [{ discipline: slug, sex, records, bests }] : []
    }),
  )
  return { rows, claimants: await findClaimants(db, marks) }
}

/** The progression of one discipline, by sex, oldest first. */
export async function findNationalProgression(
  db: Db,
  countryCode: string,
  discipline: DisciplineSlug,
): Promise<{ progressions: NationalProgression<ListedMark>[]; claimants: Claimants }> {
  dependsOn(countrySubject(countryCode, discipline))
  // Only candidates, so that not every mark of a country is read: those of their day's best that were as good as all of
  // earlier days. A day known to the year alone comes after every day of that year, as in lib/sport/chronology.ts.
  const candidates = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM (
      SELECT id, rank, min(rank) OVER (PARTITION BY sex, day) AS "bestOfDay", min(rank) OVER (
        PARTITION BY sex ORDER BY day COLLATE "C" GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
      FROM (
        SELECT p."resultId" AS id, p.sex, p.rank, known || substr('-99-99', length(known) - 3) AS day
        FROM performances p, LATERAL rtrim(p.date, '~') known
        WHERE p."disciplineSlug" = ${discipline} AND p.sex = ANY (enum_range(NULL::"Sex"))
          AND p."countryCode" = ${countryCode} AND p.list = ${MAIN_LIST}
      ) dated
    ) marks
    WHERE rank = "bestOfDay" AND (before IS NULL OR rank <= before)`
  const [fell, claims, teams] = await Promise.all([
    findMarks(
      db,
      candidates.map(({ id }) => id),
    ),
    findClaimedMarks(db, countryCode, discipline),
    findTeamMarks(db, countryCode, discipline),
  ])
  const marks = distinct([...fell, ...claims, ...teams])
  const progressions = SEXES.flatMap(([sex]) => {
    const steps = nationalSteps(
      marks.filter((mark) => mark.sex === sex),
      countryCode,
    )
    return steps.length > 0 ? [{ discipline, scope: countryCode, sex, steps }] : []
  })
  return { progressions, claimants: await findClaimants(db, marks) }
}

/**
 * The progressions in which an athlete has something that a source calls a national record, with what others of the
 * country ran: what the profile, a result's page and the open data show of them.
 */
export async function findProgressionsOf(
  db: Db,
  { athlete, results }: Pick<AthleteRecord, 'athlete' | 'results'>,
  find: typeof getNationalProgression = (scope, discipline) => findNationalProgression(db, scope, discipline),
): Promise<NationalProgression<ListedMark>[]> {
  const found: NationalProgression<ListedMark>[] = []
  for (const { discipline, scope, sex } of claimedRecords(results, athlete.countryCode)) {
    const { progressions } = await find(scope, discipline)
    found.push(...progressions.filter((progression) => progression.sex === sex))
  }
  return found
}

/** Marks that a source calls a national record of the country, rescinded or not; without results that have no mark. */
async function findClaimedMarks(db: Db, countryCode: string, discipline?: DisciplineSlug): Promise<ListedMark[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT r.id
    FROM record_claims n JOIN results r ON r.id = n."resultId" LEFT JOIN athletes a ON a.id = r."athleteId"
    WHERE n.code = 'NR' AND NOT n.withdrawn AND NOT r.withdrawn
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

/** Who says of these marks that they were records. */
async function findClaimants(db: Db, marks: readonly ListedMark[]): Promise<Claimants> {
  const ids = marks.flatMap(({ records }) => records.map(({ id }) => id))
  if (ids.length === 0) return new Map()
  const claims = await db.recordClaim.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      authority: true,
      citations: {
        where: { withdrawn: false, accepted: true, field: 'record' },
        select: { source: { select: { id: true, slug: true, publication: true, title: true, date: true } } },
      },
    },
  })
  return new Map(
    claims.map(({ id, authority, citations }) => {
      dependsOn(...citations.map(({ source }) => sourceHeadSubject(source.id)))
      const sources = [...new Map(citations.map(({ source }) => [source.slug, source])).values()]
      sources.sort((a, b) => byDate(a.date ?? '9999', b.date ?? '9999') || byText(a.slug, b.slug))
      return [id, { authority, sources: sources.map(({ slug, publication, title }) => ({ slug, publication, title })) }]
    }),
  )
}

function distinct(marks: readonly ListedMark[]): ListedMark[] {
  return [...new Map(marks.map((mark) => [mark.id, mark])).values()]
}

export type ListedStep = NationalStep<ListedMark>

export const getNationalRecords = (countryCode: string) => findNationalRecords(db(), countryCode)
const keptProgression = kept(500, (_key, countryCode: string, discipline: DisciplineSlug) =>
  findNationalProgression(db(), countryCode, discipline),
)
export const getNationalProgression = (countryCode: string, discipline: DisciplineSlug) =>
  keptProgression(`${countryCode} ${discipline}`, countryCode, discipline)
export const getProgressionsOf = (record: Pick<AthleteRecord, 'athlete' | 'results'>) =>
  findProgressionsOf(db(), record, getNationalProgression)
