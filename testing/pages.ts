/** What the public pages are made of, read as they read it. */
import { noteNumbers, renderChapter } from '@/lib/career/biography'
import { EVERYBODY } from '@/lib/pages/athlete-filter'
import { openAthlete, resultsTable } from '@/lib/pages/open-data'
import type { AthleteRecord } from '@/lib/record/athlete'
import type { Db } from '@/prisma/client'
import { findAthleteRecordAsOf } from '@/server/athletes/as-of'
import { findAthleteIndex, findAthletePage, findAthleteRecord } from '@/server/athletes/athletes'
import { findFeatured } from '@/server/athletes/featured'
import { findFigures } from '@/server/athletes/figures'
import { findMostRead } from '@/server/athletes/most-read'
import { findCompetition } from '@/server/competitions/competitions'
import { findAllSeries, findSeries } from '@/server/competitions/series'
import { findFindings } from '@/server/findings/findings'
import { findCitationDates, findHistory, findLatestChanges, findResultHistory } from '@/server/history/history'
import { findAthleteCountries, findCountries, findCountry } from '@/server/lists/countries'
import { findDisciplines, findListCountries, findMarkList, findSexes, findYears } from '@/server/lists/lists'
import { findNationalProgression, findNationalRecords } from '@/server/lists/national-records'
import { findMatches } from '@/server/search/search'
import { findListedSources, findSourceContents } from '@/server/sources/sources'

type Read = (address: string, reading: () => Promise<unknown>) => Promise<void>

/**
 * Reads the pages of the record: the lists, every athlete, and of the rest what was changed last. @throws with its address where one cannot be read, or is missing.
 *
 * @returns the figures without a source, each in words.
 */
export async function readEveryPage(db: Db): Promise<string[]> {
  const read: Read = async (address, reading) => {
    const found = await reading().catch((error: unknown) => {
      throw new Error(`${address} cannot be read.`, { cause: error })
    })
    if (found === null) throw new Error(`${address} is missing.`)
  }
  await readFrontPages(db, read)
  await readLists(db, read)
  await readThings(db, read)
  return readAthletes(db, read)
}

async function readFrontPages(db: Db, read: Read): Promise<void> {
  await read('/', () => Promise.all([findFigures(db), findFeatured(db), findMostRead(db), findLatestChanges(db, 20)]))
  await read('/athletes', () => findAthleteIndex(db, { query: '', filter: EVERYBODY, cursor: null }))
  await read('/api/v1/athletes', () => findAthletePage(db, '', null))
  for (const query of ['bat', 'fukuoka', 'organiser', 'dorj'])
    await read(`/search?q=${query}`, () => findMatches(db, query, { limit: 20 }))
}

async function readLists(db: Db, read: Read): Promise<void> {
  for (const { discipline } of await findDisciplines(db)) {
    for (const sex of await findSexes(db, discipline)) {
      const list = { discipline, sex, country: null, year: null, key: 'main' as const, all: true, performances: true }
      await read(`/disciplines/${discipline}`, () =>
        Promise.all([findMarkList(db, list), findYears(db, discipline, sex), findListCountries(db, discipline, sex)]),
      )
    }
    await read(`/records/MGL?discipline=${discipline}`, () => findNationalProgression(db, 'MGL', discipline))
  }
  await read('/records/MGL', () => findNationalRecords(db, 'MGL'))
  await read('/athletes (countries)', () => findAthleteCountries(db))
  for (const { code } of (await findCountries(db)).slice(0, 5))
    await read(`/countries/${code}`, () => findCountry(db, code))
}

async function readThings(db: Db, read: Read): Promise<void> {
  await read('/series', () => findAllSeries(db))
  for (const slug of await lastChanged(db, 'series')) await read(`/series/${slug}`, () => findSeries(db, slug))
  for (const slug of await lastChanged(db, 'competitions'))
    await read(`/competitions/${slug}`, () => findCompetition(db, slug))
  await read('/sources', () => findListedSources(db))
  for (const slug of await lastChanged(db, 'sources'))
    await read(`/sources/${slug}`, () => findSourceContents(db, slug))
}

/** The slugs of what was changed last: the pages of all others are as they were in the first record. */
async function lastChanged(db: Db, table: 'series' | 'competitions' | 'sources'): Promise<string[]> {
  const rows = await db.$queryRawUnsafe<{ slug: string }[]>(
    `SELECT t.slug FROM "${table}" t WHERE NOT t.withdrawn
     ORDER BY (SELECT max(r.id) FROM revisions r WHERE r.entity = $1 AND r."entityId" = t.id) DESC LIMIT 4`,
    table,
  )
  return rows.map(({ slug }) => slug)
}

async function readAthletes(db: Db, read: Read): Promise<string[]> {
  const [latest] = await db.changeSet.findMany({ orderBy: { id: 'desc' }, take: 1 })
  const uncited: string[] = []
  for (const { slug } of await db.athlete.findMany({ where: { withdrawn: false } })) {
    await read(`/athletes/${slug}`, async () => {
      const record = await findAthleteRecord(db, slug)
      if (!record) return null
      const findings = await findFindings(db, { athleteSlug: slug })
      uncited.push(...findings.filter(({ rule }) => rule === 'uncited-figure').map(({ explanation }) => explanation))
      await readResults(db, record)
      return [renderRecord(record), findings, await findHistory(db, slug)]
    })
    const moment = { changeSetId: latest?.id ?? 0, at: new Date().toISOString() }
    await read(`/athletes/${slug}?revision=${moment.changeSetId}`, () => findAthleteRecordAsOf(db, slug, moment))
  }
  return uncited
}

function renderRecord(record: AthleteRecord): unknown[] {
  const notes = noteNumbers(record)
  return [
    ...record.athlete.chapters.map((chapter) => renderChapter(chapter, record, notes)),
    openAthlete(record),
    resultsTable(record),
  ]
}

/** The newest are enough: what has not been touched since the first record is not read again each time. */
async function readResults(db: Db, { results }: AthleteRecord): Promise<void> {
  for (const { id, citations } of results.slice(0, 5)) {
    await findResultHistory(db, id)
    const ids = citations.map((citation) => citation.id)
    await findCitationDates(db, ids)
  }
}
