import 'server-only'
import { cache } from 'react'
import type { Context, Finding, OtherResult } from '@/lib/findings/finding'
import { byWeight, findingsIn } from '@/lib/findings/rules'
import type { AthleteRecord } from '@/lib/record/athlete'
import type { Statement } from '@/lib/record/claim'
import { comparedValue } from '@/lib/sport/compared-mark'
import { discipline, isDisciplineSlug } from '@/lib/sport/disciplines'
import { OPEN_LISTS } from '@/lib/sport/separate-lists'
import { type Client, type Db, Prisma } from '@/prisma/client'
import { assertEditor, type Editor } from '../accounts/editor'
import { assembleRecord, findEditions, keptAthleteRecord } from '../athletes/athletes'
import { readResultRows } from '../athletes/record-parts'
import {
  type AthleteRow,
  athleteRows,
  resultRows,
  toAthlete,
  toClaims,
  toResult,
  toResults,
} from '../athletes/record-rows'
import { currentTables } from '../athletes/record-tables'
import { db } from '../db'
import { dependsOn } from '../freshness/depends-on'
import { kept } from '../freshness/kept'
import {
  athleteNameSubject,
  countrySubject,
  IMPORTS,
  listSubject,
  raceSubject,
  seriesResultsSubject,
} from '../freshness/subjects'
import { catchUp } from '../freshness/watch'
import { findVanishedAmong } from '../imports/former-editions'

/** How many athletes are read at a time, so that a large record is checked in little memory. */
const BATCH = 100

/**
 * Findings, the most severe first: of one athlete, or of everybody. Those that an editor set aside are left out as
 * long as the evidence is the same.
 */
export async function findFindings(
  db: Db,
  { athleteSlug, among }: { athleteSlug?: string; among?: string[] } = {},
): Promise<Finding[]> {
  const found: Finding[] = []
  for await (const records of batches(db, { slug: athleteSlug, id: among && { in: among } }))
    found.push(...(await findFindingsOf(db, records)))
  return distinct(found)
}

/** The same for records that have been read whole. */
export async function findFindingsOf(db: Db, records: AthleteRecord[]): Promise<Finding[]> {
  dependsOn(IMPORTS)
  const company = await findCompany(db, records)
  const vanished = await findVanishedAmong(
    db,
    records.flatMap(({ results }) => results.map(({ id }) => id)),
  )
  const found = records.flatMap((record) => {
    const others = company.filter(({ result }) => result.athleteId !== record.athlete.id)
    const context: Context = { others, vanished }
    return findingsIn(record, context)
  })
  const decisions = await db.findingDecision.findMany({
    where: { broughtBackAt: null, fingerprint: { in: found.map(({ fingerprint }) => fingerprint) } },
    select: { fingerprint: true },
  })
  const setAside = new Set(decisions.map(({ fingerprint }) => fingerprint))
  return distinct(found.filter(({ fingerprint }) => !setAside.has(fingerprint)))
}

/** Two athletes may share a finding: on a race they ran, or a competition they took part in. */
function distinct(findings: Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [finding.fingerprint, finding])).values()].sort(byWeight)
}

/** The number of watched athletes; `npm run findings` checks everybody. */
const MOST_WATCHED = 100

/**
 * The watched athletes, whose findings the desk shows: those edited by hand, the latest first, and those that an
 * imported list contradicts. Nobody could look through the findings of a hundred thousand imported athletes.
 */
export async function findWatched(db: Db): Promise<{ id: string; slug: string; displayName: string }[]> {
  return db.$queryRaw`
    WITH by_hand AS (
      SELECT r."athleteId" AS id, max(r.id) AS last FROM revisions r
      WHERE r."changeSetId" IN (SELECT id FROM change_sets WHERE kind IN ('SEED', 'EDIT') ORDER BY id DESC LIMIT 500)
        AND r."athleteId" IS NOT NULL
      GROUP BY r."athleteId" ORDER BY last DESC LIMIT ${MOST_WATCHED}
    ), contradicted AS (
      SELECT DISTINCT p."athleteId" AS id FROM import_rows r
      JOIN import_people p ON p."importId" = r."importId" AND p.id = r."personId"
      WHERE r.kind = 'CONTRADICTS' AND r.written LIMIT ${MOST_WATCHED}
    )
    SELECT a.id, a.slug, a."displayName" FROM athletes a
    WHERE NOT a.withdrawn AND a.id IN (SELECT id FROM by_hand UNION SELECT id FROM contradicted)
    ORDER BY a."sortName", a.slug`
}

async function* batches(db: Db, which: Pick<Prisma.AthleteWhereInput, 'slug' | 'id'>): AsyncGenerator<AthleteRecord[]> {
  for (let after = ''; ; ) {
    const rows = await db.athlete.findMany({
      where: { AND: [which, { withdrawn: false, id: { gt: after } }] },
      orderBy: { id: 'asc' },
      take: BATCH,
      ...athleteRows,
    })
    if (rows.length > 0) yield await recordsOf(db, rows)
    if (rows.length < BATCH) return
    after = rows.at(-1)?.id ?? after
  }
}

async function recordsOf(db: Db, athletes: AthleteRow[]): Promise<AthleteRecord[]> {
  const ids = { in: athletes.map(({ id }) => id) }
  const found = await db.result.findMany({
    where: { withdrawn: false, OR: [{ athleteId: ids }, { members: { some: { athleteId: ids, withdrawn: false } } }] },
    ...resultRows,
  })
  const results = toResults(found)
  const editions = await findEditions(db, results)
  return athletes.map((row) => {
    const own = results.filter(
      ({ athleteId, members }) => athleteId === row.id || members.some((member) => member.athleteId === row.id),
    )
    return assembleRecord({ athlete: toAthlete(row), claims: toClaims(row), results: own, editions })
  })
}

/** What of a record decides which results of others matter for it. */
type Accompanied = Pick<AthleteRecord, 'athlete' | 'results'> & {
  claims: readonly Pick<Statement, 'kind' | 'resultId'>[]
}

/**
 * The results of others that matter for these records: see `Context`. Each kind has its own query and index: a single
 * query would scan everybody's results, and the profile would wait for it.
 */
export async function findCompany(db: Db, records: readonly Accompanied[]): Promise<OtherResult[]> {
  const ids = records.flatMap(({ results }) => results.map(({ id }) => id))
  if (ids.length === 0) return []
  const rivalled = records.flatMap(rivalledIn)
  const wanted = new Set([
    ...(await inTheirRaces(db, ids)),
    ...(await asGoodOfNation(db, rivalled)),
    ...(await asGoodInSeries(db, rivalled)),
  ])
  // For one athlete, their own results need not be read again.
  const [only, ...more] = records
  const another = more.length === 0 && only ? { not: only.athlete.id } : { not: null }
  const others = await db.result.findMany({
    where: { withdrawn: false, athleteId: another, id: { in: [...wanted] } },
    select: { id: true },
  })
  const found = await readResultRows(
    currentTables(db),
    others.map(({ id }) => id),
  )
  dependsOn(...found.flatMap(({ athleteId }) => (athleteId ? [athleteNameSubject(athleteId)] : [])))
  return found.flatMap((row) => {
    const result = toResult(row)
    if (!isDisciplineSlug(result.discipline)) return []
    return {
      name: row.athlete?.displayName ?? '',
      result: { ...result, countryCode: result.countryCode ?? row.athlete?.countryCode ?? null },
    }
  })
}

async function inTheirRaces(db: Db, ids: readonly string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string; raceId: string }[]>`
    SELECT DISTINCT o.id, o."raceId" FROM results r JOIN results o ON o."raceId" = r."raceId"
    WHERE r.id = ANY (${[...ids]}) AND NOT o.withdrawn`
  dependsOn(...new Set(rows.map(({ raceId }) => raceSubject(raceId))))
  return rows.map(({ id }) => id)
}

/** A mark with which others of a country, or of a series, are compared. */
interface Rivalled {
  result: Pick<AthleteRecord['results'][number], 'discipline' | 'sex' | 'value'>
  /** The country whose record it is called. */
  nation: string | null
  /** The series whose record it is called. */
  seriesId: string | null
}

/** The results of a record that are called records: of a country, or of a series. */
function rivalledIn({ athlete, results, claims }: Accompanied): Rivalled[] {
  const courses = new Set(
    claims
      .filter(({ kind }) => kind === 'COURSE_RECORD' || kind === 'WITHIN_COURSE_RECORD')
      .map(({ resultId }) => resultId),
  )
  return results.flatMap((result) => {
    const { records: claimed, competition } = result
    const claim = claimed.find(({ code, state }) => code === 'NR' && state !== 'RESCINDED')
    const nation = (claim && (claim.scope ?? result.countryCode ?? athlete.countryCode)) || null
    const isOfSeries = courses.has(result.id) || claimed.some(({ code }) => ['CR', 'MR', 'OR'].includes(code))
    const seriesId = isOfSeries ? (competition.series?.id ?? null) : null
    return nation === null && seriesId === null ? [] : [{ result, nation, seriesId }]
  })
}

/** A value as lists sort it; without one, every known mark is as good. */
function rankOf({ discipline: slug, value }: Rivalled['result']): number {
  if (value === null) return MOST
  return discipline(slug).unit === 'MILLISECOND' ? comparedValue(value, slug) : -value
}

const MOST = 2_147_483_647

/** Marks as arrays of columns: discipline, sex, rank, and the country or series of which others are compared. */
function columnsOf(compared: readonly { result: Rivalled['result']; of: string }[]): Prisma.Sql {
  const disciplines = compared.map(({ result }) => result.discipline)
  const sexes = compared.map(({ result }) => result.sex)
  const ranks = compared.map(({ result }) => rankOf(result))
  const of = compared.map((one) => one.of)
  return Prisma.sql`unnest(${disciplines}::text[], ${sexes}::text[], ${ranks}::int[], ${of}::text[])`
}

/** Marks of each country's athletes in the discipline that are as good, or better. */
async function asGoodOfNation(db: Db, rivalled: readonly Rivalled[]): Promise<string[]> {
  const compared = rivalled.flatMap(({ result, nation }) => (nation === null ? [] : [{ result, of: nation }]))
  if (compared.length === 0) return []
  for (const { result, of } of compared) dependsOn(countrySubject(of), listSubject(result.discipline, result.sex))
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT good.id FROM ${columnsOf(compared)} AS mark (discipline, sex, rank, nation), LATERAL (
      SELECT p."resultId" AS id FROM performances p
      WHERE p."disciplineSlug" = mark.discipline AND p.sex = mark.sex::"Sex" AND p."countryCode" = mark.nation
        AND p.list = ANY (${[...OPEN_LISTS]}) AND p.rank <= mark.rank
    ) good`
  return rows.map(({ id }) => id)
}

/** The same of all editions of each series. */
async function asGoodInSeries(db: Db, rivalled: readonly Rivalled[]): Promise<string[]> {
  const compared = rivalled.flatMap(({ result, seriesId }) => (seriesId === null ? [] : [{ result, of: seriesId }]))
  if (compared.length === 0) return []
  dependsOn(...compared.map(({ of }) => seriesResultsSubject(of)))
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT good.id FROM ${columnsOf(compared)} AS mark (discipline, sex, rank, series), LATERAL (
      SELECT r.id
      FROM competitions c JOIN events e ON e."competitionId" = c.id JOIN races ra ON ra."eventId" = e.id
      JOIN results r ON r."raceId" = ra.id JOIN disciplines d ON d.slug = e."disciplineSlug"
      WHERE c."seriesId" = mark.series AND e."disciplineSlug" = mark.discipline AND e.sex = mark.sex::"Sex"
        AND NOT r.withdrawn AND CASE d.unit WHEN 'MILLISECOND' THEN r.value ELSE -r.value END <= mark.rank
    ) good`
  return rows.map(({ id }) => id)
}

export type SetAsideOutcome = { setAside: true } | { setAside: false; reason: string }

/**
 * Sets a finding aside: the record stays as it is, and the reason is kept with its author and time. The finding
 * comes back when its evidence changes.
 *
 * @param athleteSlug the athlete it was found on; a finding that no longer exists is not set aside.
 */
export async function setAsideFinding(
  db: Client,
  editor: Editor,
  { athleteSlug, fingerprint }: { athleteSlug: string; fingerprint: string },
  reason: string,
): Promise<SetAsideOutcome> {
  assertEditor(editor)
  if (reason.trim() === '') return { setAside: false, reason: 'Say why it is left as it is.' }
  const finding = (await findFindings(db, { athleteSlug })).find((one) => one.fingerprint === fingerprint)
  if (!finding) {
    return { setAside: false, reason: 'There is no such finding any more: it has been fixed, changed or dismissed.' }
  }
  const { rule, subject } = finding
  await db.findingDecision.createMany({
    data: [{ rule, subject, fingerprint, reason: reason.trim(), authorId: editor.id, authorName: editor.name }],
    // Two editors may set it aside at the same time; the first decision is kept.
    skipDuplicates: true,
  })
  await catchUp()
  return { setAside: true }
}

const keptFindings = kept(200, async (athleteSlug: string): Promise<Finding[]> => {
  const record = await keptAthleteRecord(athleteSlug)
  const findings = record ? await findFindingsOf(db(), [record]) : []
  return findings.filter(({ concerns }) => concerns === 'reader')
})
/** What a reader of an athlete's page should know. */
export const getOpenFindings = cache((athleteSlug: string) => keptFindings(athleteSlug))
