import 'server-only'
import { cache } from 'react'
import { discipline } from '@/lib/disciplines'
import type { Context, Finding, OtherResult } from '@/lib/findings/finding'
import { byWeight, findingsIn } from '@/lib/findings/rules'
import type { AthleteRecord } from '@/lib/record'
import type { Client, Db, Prisma } from '@/prisma/client'
import { assembleRecord } from './athletes'
import { db } from './db'
import { advanceGeneration } from './edge/generation'
import type { Editor } from './editor'
import { type AthleteRow, athleteRows, type ResultRow, resultRows, toAthlete, toClaims, toResult } from './record-rows'

/** How many athletes are read at a time, so that a large record is checked in little memory. */
const BATCH = 100

/**
 * What the record's rules notice, the weightiest first: of one athlete, or of everybody. What an editor has set aside
 * is left out as long as it rests on the same evidence.
 */
export async function findFindings(db: Db, { athleteSlug }: { athleteSlug?: string } = {}): Promise<Finding[]> {
  const found = new Map<string, Finding>()
  for await (const athletes of batches(db, athleteSlug)) {
    // Two athletes may share what is found: a race they ran, a competition they were at.
    for (const finding of await check(db, athletes)) found.set(finding.fingerprint, finding)
  }
  const fingerprints = athleteSlug === undefined ? undefined : { in: [...found.keys()] }
  const decisions = await db.findingDecision.findMany({
    where: { fingerprint: fingerprints },
    select: { fingerprint: true },
  })
  for (const { fingerprint } of decisions) found.delete(fingerprint)
  return [...found.values()].sort(byWeight)
}

async function* batches(db: Db, slug: string | undefined): AsyncGenerator<AthleteRow[]> {
  for (let after = ''; ; ) {
    const rows = await db.athlete.findMany({
      where: { slug, withdrawn: false, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: BATCH,
      ...athleteRows,
    })
    if (rows.length > 0) yield rows
    if (rows.length < BATCH) return
    after = rows.at(-1)?.id ?? after
  }
}

async function check(db: Db, athletes: AthleteRow[]): Promise<Finding[]> {
  const ids = athletes.map(({ id }) => id)
  const rows = await db.result.findMany({
    where: {
      withdrawn: false,
      OR: [{ athleteId: { in: ids } }, { members: { some: { athleteId: { in: ids }, withdrawn: false } } }],
    },
    ...resultRows,
  })
  const records: AthleteRecord[] = []
  for (const athlete of athletes) {
    const own = rows.filter(
      ({ athleteId, members }) => athleteId === athlete.id || members.some((member) => member.athleteId === athlete.id),
    )
    records.push(await assembleRecord(db, toAthlete(athlete), toClaims(athlete), own.map(toResult), null))
  }
  const company = await findCompany(db, rows, records)
  return records.flatMap((record) => {
    const context: Context = { others: company.filter(({ result }) => result.athleteId !== record.athlete.id) }
    return findingsIn(record, context)
  })
}

const otherRows = {
  include: { ...resultRows.include, athlete: { select: { displayName: true, countryCode: true } } },
} satisfies Prisma.ResultDefaultArgs

/** The results of others that bear on these records: see `Context`. */
async function findCompany(db: Db, rows: ResultRow[], records: AthleteRecord[]): Promise<OtherResult[]> {
  const where: Prisma.ResultWhereInput[] = [
    { raceId: { in: [...new Set(rows.map(({ raceId }) => raceId))] } },
    ...records.flatMap(({ athlete, results, claims }) => {
      const courses = new Set(claims.filter(({ kind }) => kind === 'COURSE_RECORD').map(({ resultId }) => resultId))
      return results.flatMap((result): Prisma.ResultWhereInput[] => {
        const { records, sex, value, competition } = result
        const rival = inEvent(result.discipline, sex, value)
        const claim = records.find(({ code, state }) => code === 'NR' && state !== 'RESCINDED')
        const nation = claim && (claim.scope ?? result.countryCode ?? athlete.countryCode)
        const isOfSeries = courses.has(result.id) || records.some(({ code }) => ['CR', 'MR', 'OR'].includes(code))
        return [
          ...(nation
            ? [{ ...rival, OR: [{ countryCode: nation }, { countryCode: null, athlete: { countryCode: nation } }] }]
            : []),
          ...(isOfSeries && competition.series
            ? [{ AND: [rival, { race: { event: { competition: { series: { slug: competition.series.slug } } } } }] }]
            : []),
        ]
      })
    }),
  ]
  const found = await db.result.findMany({
    where: { withdrawn: false, athleteId: { not: null }, OR: where },
    ...otherRows,
  })
  return found.map((row) => {
    const result = toResult(row)
    return {
      name: row.athlete?.displayName ?? '',
      result: { ...result, countryCode: result.countryCode ?? row.athlete?.countryCode ?? null },
    }
  })
}

/** Results of one discipline and sex that are as good as a value, or better. */
function inEvent(slug: AthleteRecord['results'][number]['discipline'], sex: 'M' | 'F' | 'X', value: number | null) {
  const isAsGood = discipline(slug).unit === 'MILLISECOND' ? { lte: value ?? 0 } : { gte: value ?? 0 }
  return { value: value === null ? { not: null } : isAsGood, race: { event: { disciplineSlug: slug, sex } } }
}

export type SetAsideOutcome = { setAside: true } | { setAside: false; reason: string }

/**
 * Sets a finding aside: the record stays as it is, for a reason that is kept with who said it and when. The finding
 * comes back when what it rests on changes.
 *
 * @param athleteSlug in whose record it was found; a finding that is there no more is not set aside.
 */
export async function setAsideFinding(
  db: Client,
  editor: Editor,
  { athleteSlug, fingerprint }: { athleteSlug: string; fingerprint: string },
  reason: string,
): Promise<SetAsideOutcome> {
  if (reason.trim() === '') return { setAside: false, reason: 'Say why it is left as it is.' }
  const finding = (await findFindings(db, { athleteSlug })).find((one) => one.fingerprint === fingerprint)
  if (!finding) {
    return { setAside: false, reason: 'There is no such finding any more: it has been mended, changed or set aside.' }
  }
  const { rule, subject } = finding
  await db.findingDecision.createMany({
    data: [{ rule, subject, fingerprint, reason: reason.trim(), authorId: editor.id, authorName: editor.name }],
    // Two who set it aside at the same moment are of one mind; the first is kept.
    skipDuplicates: true,
  })
  advanceGeneration()
  return { setAside: true }
}

/** What a reader of an athlete's page should know. */
export const getOpenFindings = cache(async (athleteSlug: string) => {
  const findings = await findFindings(db(), { athleteSlug })
  return findings.filter(({ concerns }) => concerns === 'reader')
})
