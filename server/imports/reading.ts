/** From a kept file to a preview: every row read, the people and meetings it names gathered, and matched. */
import { placesIn } from '@/lib/import/compare'
import type { Listing, RawRow } from '@/lib/import/listing'
import { categoryOf, clusterMeetings, type ListedMeeting } from '@/lib/import/meetings'
import type { ListedPerson } from '@/lib/import/people'
import type { RowQuestion } from '@/lib/import/preview'
import { readListing } from '@/lib/import/read-listing'
import { contextFor, type ImportSetup, type TableSetup } from '@/lib/import/setup'
import type { PartialDate } from '@/lib/sport/partial-date'
import { type Client, type Db, Prisma } from '@/prisma/client'
import { compareRows } from './comparing'
import { findFormerEdition } from './editions'
import { matchMeetings, matchPeople } from './matching'
import { recallPeople, recallResults } from './recalling'
import { insertRows, stableId, storable } from './rows'
import { readRows } from './setup'

export const MOST_ROWS = 500_000
const BATCH = 1000
/** The lines of one performance stand next to each other. */
const HELD = 20

/** Somebody asked for the import to stop, or another process has taken it over. */
export class Stopped extends Error {
  override name = 'Stopped'
}

/** Says how far the work has come; throws Stopped where it must not go on. */
export type Report = (progress: number) => Promise<void>

export interface Person extends ListedPerson {
  id: string
  name: string
  rows: number
}

export interface Meeting extends ListedMeeting {
  /** Of those who were there, as far as this list has them. */
  nations: Set<string>
  name: string | null
  city: string | null
  venue: string | null
  rows: number
}

type StagedKind = 'NEW' | 'SAME' | 'UNDECIDED' | 'REFUSED'

interface StagedRow {
  importId: string
  line: number
  raw: string
  listing: Listing | null
  personId: string | null
  meetingId: string | null
  kind: StagedKind
  question: RowQuestion | null
  digest: string | null
  resultId: string | null
  reason: string | null
  leftOut: boolean
  written: boolean
}

/**
 * Reads the file of an import and puts its preview together. Nothing of the record is touched; done again, it begins
 * again.
 *
 * @throws Unreadable where the file is not what its setup says, Stopped where it must not go on.
 */
export async function readImport(db: Client, importId: string, setup: ImportSetup, report: Report): Promise<void> {
  const { changeSetId } = await db.import.findUniqueOrThrow({ where: { id: importId }, select: { changeSetId: true } })
  await db.import.update({ where: { id: importId }, data: { seen: await lastRevision(db, changeSetId) } })
  await db.importRow.deleteMany({ where: { importId } })
  await db.importPerson.deleteMany({ where: { importId } })
  await db.importMeeting.deleteMany({ where: { importId } })
  const gathered = new Gathered(db, importId)
  let bytes = 0
  let staged: Omit<StagedRow, 'personId' | 'meetingId'>[] = []
  let count = 0
  const flush = async (held: number) => {
    await gathered.stage(staged, held)
    staged = []
    await report(bytes)
  }
  for await (const { row, table } of readRows(importId, setup, (read) => {
    bytes = read
  })) {
    if (++count > MOST_ROWS) {
      throw new TooManyRows(`The list has more than ${MOST_ROWS.toLocaleString('en')} rows: split it.`)
    }
    staged.push(stagedRow(importId, row, table, setup))
    if (staged.length === BATCH) await flush(HELD)
  }
  await flush(0)
  const { people, meetings } = gathered
  await matchPeople(db, importId, people, await recallPeople(db, importId))
  await report(bytes)
  await matchMeetings(db, importId, meetings, clusterMeetings(meetings))
  await report(bytes)
  // What has just been filled is looked into from here on, and the planner has yet to be told of it.
  await db.$executeRaw`ANALYZE import_rows, import_people, import_meetings`
  await compareRows(db, importId, null, () => report(bytes))
  await findFormerEdition(db, importId)
}

/** The number of the last revision, save those of one change set: what an import writes itself is no news to it. */
async function lastRevision(db: Db, except: number | null): Promise<number> {
  const last = await db.revision.findFirst({
    where: except === null ? {} : { changeSetId: { not: except } },
    orderBy: { id: 'desc' },
    select: { id: true },
  })
  return last?.id ?? 0
}

/**
 * Before rows are written: where the record has moved on since they were matched, they are matched again, by what the
 * editor has decided and by the record as it is now. So two previews of one list, both accepted, write it once.
 */
export async function matchAgain(db: Client, importId: string, setup: ImportSetup, report: Report): Promise<void> {
  const { seen, changeSetId, kept } = await db.import.findUniqueOrThrow({
    where: { id: importId },
    select: { seen: true, changeSetId: true, kept: true },
  })
  if (kept === null && seen === (await lastRevision(db, changeSetId))) return
  if ((await db.importRow.count({ where: { importId, written: true } })) > 0) {
    await compareRows(db, importId, null, () => report(0))
    return
  }
  // Kept in the database, since reading begins with nothing: who cuts it short loses no decision.
  const decisions = (kept as unknown as Decisions | null) ?? (await findDecisions(db, importId))
  await db.import.update({ where: { id: importId }, data: { kept: decisions as unknown as Prisma.InputJsonValue } })
  const { people, meetings, leftOut, taken } = decisions
  await readImport(db, importId, setup, report)
  await db.$executeRaw`
    UPDATE import_people p SET state = d.state, "athleteId" = d."athleteId", decided = true
    FROM jsonb_populate_recordset(NULL::import_people, ${JSON.stringify(people)}::jsonb) d
    WHERE p."importId" = ${importId} AND p.id = d.id`
  await db.$executeRaw`
    UPDATE import_meetings m SET state = d.state, "competitionId" = d."competitionId", "seriesId" = d."seriesId", decided = true
    FROM jsonb_populate_recordset(NULL::import_meetings, ${JSON.stringify(meetings)}::jsonb) d
    WHERE m."importId" = ${importId} AND m.id = d.id`
  await compareRows(db, importId, null, () => report(0))
  await db.$executeRaw`
    UPDATE import_rows SET "leftOut" = true WHERE "importId" = ${importId} AND line = ANY (${leftOut}::int[])`
  await db.$executeRaw`
    UPDATE import_rows SET kind = 'NEW'
    WHERE "importId" = ${importId} AND line = ANY (${taken}::int[]) AND kind = 'UNDECIDED' AND question IN ('MARK', 'AGAIN')`
  await db.import.update({ where: { id: importId }, data: { kept: Prisma.DbNull } })
}

/** What somebody has said of a preview. */
interface Decisions {
  people: object[]
  meetings: object[]
  /** Lines. */
  leftOut: number[]
  taken: number[]
}

async function findDecisions(db: Db, importId: string): Promise<Decisions> {
  const linesOf = async (where: Prisma.ImportRowWhereInput) =>
    (await db.importRow.findMany({ where: { importId, ...where }, select: { line: true } })).map(({ line }) => line)
  return {
    people: await db.importPerson.findMany({ where: { importId, decided: true } }),
    meetings: await db.importMeeting.findMany({ where: { importId, decided: true } }),
    leftOut: await linesOf({ leftOut: true }),
    taken: await linesOf({ question: { in: ['MARK', 'AGAIN'] }, kind: { not: 'UNDECIDED' } }),
  }
}

/** The list is longer than one import may be. */
export class TooManyRows extends Error {
  override name = 'TooManyRows'
}

function stagedRow(importId: string, found: RawRow, table: TableSetup, setup: ImportSetup) {
  const row = { ...found, raw: storable(found.raw), cells: found.cells.map(storable) }
  const read = readListing(row, table.columns, contextFor(row.context, table.context, setup.context), {
    dayOrder: setup.dayOrder,
  })
  const staged = {
    importId,
    line: row.line,
    raw: row.raw,
    question: null,
    digest: null,
    resultId: null,
    leftOut: false,
    written: false,
  }
  if (!read.ok) return { ...staged, listing: null, kind: 'REFUSED' as const, reason: read.refusal.reason }
  // The raw text stands beside the listing already.
  const listing = { ...read.listing, raw: '' }
  const reason = listing.warnings.length > 0 ? listing.warnings.join(' ') : null
  return { ...staged, digest: digestOf(listing), listing, kind: 'NEW' as const, reason }
}

/** The same for two rows that say the same, wherever in a list they stand. */
function digestOf({ line: _line, warnings: _warnings, ...said }: Listing): string {
  return stableId(JSON.stringify(said))
}

/** The people and meetings of a list as they come up, row by row. */
class Gathered {
  private readonly persons = new Map<string, Person>()
  private readonly days = new Map<string, Meeting>()
  /** Names as printed, and towns and competitions, to the folded text that the database makes of them. */
  private readonly keys = new Map<string, string | null>()
  private readonly folded = new Map<string, string | null>()
  /** Who was in which race, and in which line that stands. */
  private readonly starts = new Map<string, { line: number; mark: number | null }>()
  /** Rows that are not in the database yet, because the next may belong to them: one line for each place. */
  private pending: StagedRow[] = []
  private readonly lines = new Set<number>()

  constructor(
    private readonly db: Db,
    private readonly importId: string,
  ) {}

  get people(): Person[] {
    return [...this.persons.values()]
  }

  get meetings(): Meeting[] {
    return [...this.days.values()]
  }

  /**
   * @param held how many of the last rows wait for the next batch; none after the last.
   */
  async stage(rows: Omit<StagedRow, 'personId' | 'meetingId'>[], held: number): Promise<void> {
    const listings = rows.flatMap(({ listing }) => listing ?? [])
    await this.foldNames(listings)
    for (const row of rows) this.pending.push(this.placed(row))
    const ready = this.pending.slice(0, Math.max(0, this.pending.length - held))
    this.pending = this.pending.slice(ready.length)
    const open = ready.filter(({ kind }) => kind === 'NEW' || kind === 'UNDECIDED')
    const digests = open.flatMap(({ digest }) => digest ?? [])
    const recalled = await recallResults(this.db, this.importId, digests)
    for (const row of open) row.resultId = recalled.get(row.digest ?? '') ?? null
    await insertRows(this.db, 'import_rows', ready)
  }

  private placed(row: Omit<StagedRow, 'personId' | 'meetingId'>): StagedRow {
    const { listing } = row
    // One line of a file may hold several results; each needs a number of its own.
    let { line } = row
    while (this.lines.has(line)) line++
    this.lines.add(line)
    if (listing === null) return { ...row, line, personId: null, meetingId: null }
    const key = this.keys.get(listing.name) ?? null
    if (key === null) {
      const reason = `“${listing.name}” is no name.`
      return { ...row, line, listing: null, kind: 'REFUSED', reason, personId: null, meetingId: null }
    }
    const person = this.person(listing, key)
    const meeting = this.meeting(listing)
    const staged: StagedRow = { ...row, line, personId: person.id, meetingId: meeting.id }
    const { discipline, sex, round, raceNumber, mark } = listing
    const start = [person.id, meeting.id, discipline, sex, round, raceNumber].join('\n')
    const earlier = this.starts.get(start)
    if (!earlier) {
      this.starts.set(start, { line, mark: mark?.value ?? null })
      return staged
    }
    if (earlier.mark === (mark?.value ?? null)) {
      const first = this.pending.find((known) => known.line === earlier.line)?.listing
      if (first) first.morePlaces = [...(first.morePlaces ?? []), ...placesIn(listing)]
      return { ...staged, kind: 'SAME', reason: `Repeats line ${earlier.line}.`, leftOut: true }
    }
    return {
      ...staged,
      kind: 'UNDECIDED',
      question: 'MARK',
      reason: `Line ${earlier.line} has another mark of the same athlete and race.`,
    }
  }

  private person({ name, birthDate, countryCode, sex, date }: Listing, key: string): Person {
    const id = stableId(this.importId, 'person', key, countryCode, sex, birthDate)
    const known = this.persons.get(id)
    if (known) {
      known.rows++
      if (date < known.firstDate) known.firstDate = date
      if (date > known.lastDate) known.lastDate = date
      return known
    }
    const person = { id, name, key, birthDate, countryCode, sex, firstDate: date, lastDate: date, rows: 1 }
    this.persons.set(id, person)
    return person
  }

  private meeting({ discipline, date, endDate, competition, countryCode: nation }: Listing): Meeting {
    const { name, city, venue, countryCode } = competition
    const category = categoryOf(discipline)
    const nameKey = this.fold(name)
    const cityKey = this.fold(city) ?? (nameKey === null ? this.fold(venue) : null)
    const road = category === 'ROAD_RACE' ? discipline : null
    const id = stableId(this.importId, 'meeting', nameKey, cityKey, countryCode, date, category, road)
    const known = this.days.get(id)
    if (known) {
      known.rows++
      if (nation !== null) known.nations.add(nation)
      return known
    }
    const days: { startDate: PartialDate; endDate: PartialDate } = { startDate: date, endDate: endDate ?? date }
    const meeting = {
      id,
      name,
      city,
      venue,
      nameKey,
      cityKey,
      countryCode,
      ...days,
      category,
      discipline: road,
      nations: new Set(nation === null ? [] : [nation]),
      rows: 1,
    }
    this.days.set(id, meeting)
    return meeting
  }

  private fold(text: string | null): string | null {
    return text === null ? null : (this.folded.get(text) ?? null)
  }

  /** Asks the database for the keys of names that have not come up before: it is the database that compares them. */
  private async foldNames(listings: Listing[]): Promise<void> {
    const names = [...new Set(listings.map(({ name }) => name))].filter((name) => !this.keys.has(name))
    const places = listings.flatMap(({ competition: { name, city, venue } }) => [name, city, venue])
    const texts = [...new Set(places)].filter((text) => text !== null && !this.folded.has(text)) as string[]
    if (names.length > 0) {
      const found = await this.db.$queryRaw<{ text: string; key: string | null }[]>`
        SELECT text, name_key(fold_name(text)) AS key FROM unnest(${names}::text[]) text`
      for (const { text, key } of found) this.keys.set(text, key)
    }
    if (texts.length > 0) {
      const found = await this.db.$queryRaw<{ text: string; folded: string | null }[]>`
        SELECT text, fold_name(regexp_replace(text, '\\y(1[89]|20)[0-9]{2}\\y', '', 'g')) AS folded
        FROM unnest(${texts}::text[]) text`
      for (const { text, folded } of found) this.folded.set(text, folded)
    }
  }
}
