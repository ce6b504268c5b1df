/**
 * Loads the data files in prisma/seed/data into the record, in one transaction and as one change set. A row that exists
 * already is left as it is, whatever has been changed in it since: loading again adds nothing and overwrites nothing.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { z } from 'zod'
import { DISCIPLINES, isDisciplineSlug } from '../../lib/sport/disciplines'
import { parseMark, parseWind } from '../../lib/sport/marks'
import { type Change, seedChange } from '../../server/history/change'
import { insertMany, type RecordRows, type RecordTable } from '../../server/history/rows'
import type { Client, Db } from '../client'
import {
  athleteFile,
  claimFile,
  competitionFile,
  type SeedAthlete,
  type SeedCitation,
  type SeedClaim,
  type SeedCompetition,
  type SeedResult,
  seriesFile,
  sourceFile,
} from './format'

export const DATA_FOLDER = join(import.meta.dirname, 'data')

export interface SeedFiles {
  sources: z.infer<typeof sourceFile>
  series: z.infer<typeof seriesFile>
  competitions: SeedCompetition[]
  athletes: SeedAthlete[]
  claims: SeedClaim[]
}

/**
 * Reads and checks the data files.
 *
 * @throws ZodError naming the field that does not fit, or an error naming the file.
 */
export async function readSeedFiles(folder = DATA_FOLDER): Promise<SeedFiles> {
  const read = async <T>(path: string, schema: z.ZodType<T>): Promise<T> => {
    try {
      return schema.parse(parse(await readFile(join(folder, path), 'utf8')))
    } catch (error) {
      throw new Error(`${path}: ${(error as Error).message}`, { cause: error })
    }
  }
  const athletes = (await readdir(join(folder, 'athletes'))).filter((name) => name.endsWith('.yaml')).sort()
  return {
    sources: await read('sources.yaml', sourceFile),
    series: await read('series.yaml', seriesFile),
    competitions: await read('competitions.yaml', competitionFile),
    athletes: await Promise.all(athletes.map((name) => read(join('athletes', name), athleteFile))),
    claims: await read('claims.yaml', claimFile),
  }
}

/** The same twelve characters for the same thing, every time. */
export function seedId(kind: string, key: string): string {
  return createHash('sha256').update(`${kind}:${key}`).digest('base64url').replace(/[-_]/g, '').slice(0, 12)
}

/**
 * @returns how many rows were new; 0 means that the database was not touched.
 */
export async function loadSeed(db: Client, files: SeedFiles): Promise<number> {
  const rows = new Rows()
  for (const source of files.sources) rows.sources.push({ id: seedId('source', source.slug), ...source })
  for (const series of files.series) rows.series.push({ id: seedId('series', series.slug), ...series })
  for (const competition of files.competitions) rows.addCompetition(competition)
  for (const athlete of files.athletes) rows.addAthlete(athlete)
  for (const claim of files.claims) rows.addClaim(claim)

  await keepDisciplines(db)
  const missing = await rows.missingFrom(db)
  if (missing.length === 0) return 0
  const why = { authorName: 'Palmarès', reason: 'The first record, read from its sources' }
  return seedChange(db, why, async (change) => {
    let count = 0
    for (const insert of missing) count += await insert(change)
    return count
  })
}

/** Writes the rules of lib/sport/disciplines.ts that lists need; only what has changed makes the database redo its lists. */
export async function keepDisciplines(tx: Db): Promise<void> {
  const rows = DISCIPLINES.map(({ slug, name, surface, unit, distance, windSensitive }) => {
    return { slug, name, surface, unit, distance, windSensitive }
  })
  await tx.$executeRaw`
    INSERT INTO disciplines AS known (slug, name, surface, unit, distance, "windSensitive")
    SELECT slug, name, surface, unit, distance, "windSensitive"
    FROM jsonb_populate_recordset(NULL::disciplines, ${JSON.stringify(rows)}::jsonb)
    ON CONFLICT (slug) DO UPDATE SET name = excluded.name, surface = excluded.surface, unit = excluded.unit,
      distance = excluded.distance, "windSensitive" = excluded."windSensitive"
    WHERE (known.name, known.surface, known.unit, known.distance, known."windSensitive")
      IS DISTINCT FROM (excluded.name, excluded.surface, excluded.unit, excluded.distance, excluded."windSensitive")`
}

/** Database rows by table. */
class Rows {
  sources: RecordRows['sources'][] = []
  series: RecordRows['series'][] = []
  competitions: RecordRows['competitions'][] = []
  events = new Map<string, RecordRows['events']>()
  races = new Map<string, RecordRows['races']>()
  athletes: RecordRows['athletes'][] = []
  names: RecordRows['name_variants'][] = []
  affiliations: RecordRows['affiliations'][] = []
  representations: RecordRows['representations'][] = []
  chapters: RecordRows['biography_chapters'][] = []
  results: RecordRows['results'][] = []
  members: RecordRows['team_members'][] = []
  places: RecordRows['places'][] = []
  records: RecordRows['record_claims'][] = []
  citations: RecordRows['citations'][] = []
  claims: RecordRows['claims'][] = []

  addCompetition({ cite, series, country, within, ...competition }: SeedCompetition): void {
    const id = seedId('competition', competition.slug)
    this.competitions.push({
      id,
      ...competition,
      seriesId: series ? seedId('series', series) : null,
      countryCode: country,
      withinId: within ? seedId('competition', within) : null,
    })
    this.addCitations({ competitionId: id }, cite)
  }

  addAthlete({
    cite,
    names,
    affiliations,
    representations,
    results,
    biography,
    country,
    ...athlete
  }: SeedAthlete): void {
    const athleteId = seedId('athlete', athlete.slug)
    this.athletes.push({ id: athleteId, ...athlete, countryCode: country })
    this.addCitations({ athleteId }, cite)
    for (const { cite, ...name } of names) {
      const id = seedId('name', `${athlete.slug}/${name.text}`)
      this.names.push({ id, athleteId, ...name })
      this.addCitations({ nameVariantId: id }, cite)
    }
    for (const { cite, ...affiliation } of affiliations) {
      const id = seedId('affiliation', `${athlete.slug}/${affiliation.kind}/${affiliation.name}`)
      this.affiliations.push({ id, athleteId, ...affiliation })
      this.addCitations({ affiliationId: id }, cite)
    }
    for (const { country, ...representation } of representations) {
      const id = seedId('representation', `${athlete.slug}/${country}`)
      this.representations.push({ id, athleteId, countryCode: country, ...representation })
    }
    for (const result of results) this.addResult(athlete, athleteId, result)
    biography.forEach(({ title, body }, index) => {
      this.chapters.push({
        id: seedId('chapter', `${athlete.slug}/${title}`),
        athleteId,
        position: index + 1,
        title,
        body: withResultIds(body, athlete.slug),
      })
    })
  }

  private addResult(athlete: { slug: string; sex: 'M' | 'F' | 'X' }, athleteId: string, result: SeedResult): void {
    const id = resultId(athlete.slug, result.key)
    const raceId = this.race(athlete.sex, result)
    if (!isDisciplineSlug(result.discipline)) throw new Error(`${result.key}: no discipline ${result.discipline}`)
    const parsed = result.mark === undefined ? null : parseMark(result.mark, result.discipline, null, result.date)
    if (parsed && !parsed.ok) throw new Error(`${result.key}: ${result.mark}: ${parsed.reason}`)
    this.results.push({
      id,
      raceId,
      athleteId: result.team ? null : athleteId,
      team: result.team,
      mark: parsed?.mark,
      value: parsed?.value,
      precision: parsed?.precision,
      timing: result.timing ?? parsed?.timing,
      status: result.status,
      date: result.date,
      countryCode: result.country,
      club: result.club,
      note: result.note,
    })
    if (result.team) this.members.push({ id: seedId('member', id), resultId: id, athleteId, leg: result.leg })
    this.addCitations({ resultId: id }, result.cite)
    for (const { in: classification, place, cite } of result.places) {
      const placeId = seedId('place', `${id}/${classification}`)
      this.places.push({ id: placeId, resultId: id, classification, place })
      this.addCitations({ placeId }, cite)
    }
    for (const { cite, ...record } of result.records) {
      const recordId = seedId('record', `${id}/${record.code}`)
      this.records.push({ id: recordId, resultId: id, ...record })
      this.addCitations({ recordClaimId: recordId }, cite)
    }
  }

  private race(sex: 'M' | 'F' | 'X', result: SeedResult): string {
    const competitionId = seedId('competition', result.competition)
    const eventId = seedId('event', `${result.competition}/${result.discipline}/${sex}`)
    this.events.set(eventId, { id: eventId, competitionId, disciplineSlug: result.discipline, sex })
    const raceId = seedId('race', `${eventId}/${result.round}/${result.raceNumber ?? ''}`)
    const wind = result.wind === undefined ? undefined : parseWind(result.wind)
    const known = this.races.get(raceId)
    this.races.set(raceId, {
      id: raceId,
      eventId,
      round: result.round,
      number: result.raceNumber,
      wind: wind ?? known?.wind,
      date: known?.date ?? result.date,
      notBefore: known?.notBefore ?? result.notBefore,
      notAfter: known?.notAfter ?? result.notAfter,
      city: known?.city ?? result.venue?.city,
      countryCode: known?.countryCode ?? result.venue?.country,
      latitude: known?.latitude ?? result.venue?.latitude,
      longitude: known?.longitude ?? result.venue?.longitude,
    })
    return raceId
  }

  private addCitations(target: Partial<RecordRows['citations']>, citations: SeedCitation[]): void {
    for (const { source, at, ...citation } of citations) {
      const key = [Object.values(target)[0], source, at, citation.field, citation.asserts ?? ''].join('/')
      this.citations.push({
        id: seedId('citation', key),
        ...target,
        sourceId: seedId('source', source),
        locator: at,
        ...citation,
      })
    }
  }

  /** To be called after the athletes and series are added: a claim's `about` is looked up among them. */
  addClaim({ source, at, subject, kind, about, level, ...claim }: SeedClaim): void {
    const key = [source, at, subject, kind, about, ...Object.values(claim)].join('/')
    this.claims.push({
      id: seedId('claim', key),
      athleteId: seedId('athlete', subject),
      sourceId: seedId('source', source),
      locator: at,
      kind: kind.toUpperCase().replaceAll('-', '_') as RecordRows['claims']['kind'],
      level: level?.toUpperCase() as RecordRows['claims']['level'],
      ...(about && this.namedThing(subject, about)),
      ...claim,
    })
  }

  private namedThing(athleteSlug: string, about: string) {
    const id = resultId(athleteSlug, about)
    if (this.results.some((result) => result.id === id)) return { resultId: id }
    if (this.series.some(({ slug }) => slug === about)) return { seriesSlug: about }
    if (isDisciplineSlug(about)) return { disciplineSlug: about }
    throw new Error(`claims.yaml: nothing is called ${about}`)
  }

  /** An insert for each table of which the database lacks rows, in the order in which they refer to one another. */
  async missingFrom(db: Db): Promise<((change: Change) => Promise<number>)[]> {
    const table = async <T extends RecordTable>(name: T, rows: RecordRows[T][]) => {
      const found = await db.$queryRawUnsafe<{ id: string }[]>(
        `SELECT id FROM "${name}" WHERE id = ANY ($1::text[])`,
        rows.map(({ id }) => id),
      )
      const known = new Set(found.map(({ id }) => id))
      const fresh = rows.filter(({ id }) => id && !known.has(id))
      return fresh.length === 0 ? [] : [(change: Change) => insertMany(change, name, fresh)]
    }
    const inserts = [
      await table('sources', this.sources),
      await table('series', this.series),
      await table('competitions', this.competitions),
      await table('events', [...this.events.values()]),
      await table('races', [...this.races.values()]),
      await table('athletes', this.athletes),
      await table('name_variants', this.names),
      await table('affiliations', this.affiliations),
      await table('representations', this.representations),
      await table('biography_chapters', this.chapters),
      await table('results', this.results),
      await table('team_members', this.members),
      await table('places', this.places),
      await table('record_claims', this.records),
      await table('citations', this.citations),
      await table('claims', this.claims),
    ]
    return inserts.flat()
  }
}

function resultId(athleteSlug: string, key: string): string {
  return seedId('result', `${athleteSlug}/${key}`)
}

/** The files name results by key; the stored text names them by id. */
function withResultIds(body: string, athleteSlug: string): string {
  return body.replace(/\{([a-z-]+) ([^}]+)\}/g, (whole, word: string, names: string) => {
    if (word === 'best' || word === 'appearances' || word === 'streak') return whole
    const [first = '', second] = names.split(' ')
    const rest = second === undefined ? '' : ` ${word === 'gap' ? resultId(athleteSlug, second) : second}`
    return `{${word} ${resultId(athleteSlug, first)}${rest}}`
  })
}
