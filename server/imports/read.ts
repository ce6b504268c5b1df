/** From a stored file to a preview: every row is read, the people and meetings it names are matched, and it is compared. */
import type { Listing, RawRow } from '@/lib/import/listing'
import { clusterMeetings } from '@/lib/import/meetings'
import { readListing } from '@/lib/import/read-listing'
import { contextFor, type ImportSetup, type TableSetup } from '@/lib/import/setup'
import type { Client, Db, Prisma } from '@/prisma/client'
import { compareRows } from './compare'
import { readRows } from './file-rows'
import { rememberFormerEdition } from './former-editions'
import { recallPeople } from './former-rows'
import { Gathered, type ReadRow } from './gathered'
import { takeStep } from './import-state'
import { matchMeetings } from './match-meetings'
import { matchPeople } from './match-people'
import type { Report } from './progress'
import { applyDecisions, type Decisions } from './saved-decisions'
import { stableId } from './stable-id'

export const MOST_ROWS = 500_000
const BATCH = 1000
/** The lines of one performance are next to each other. */
const WAITING = 20

/** The list is longer than one import may be. */
export class TooManyRows extends Error {
  override name = 'TooManyRows'
}

/** Has the runner read the file as its setup says. What was decided before is forgotten. */
export async function startReading(db: Client, id: string, setup: ImportSetup): Promise<boolean> {
  return takeStep(db, id, 'read', { setup: setup as unknown as Prisma.InputJsonValue, progress: 0 })
}

/**
 * Reads the file of an import and makes its preview. The record is not touched; done again, it begins again.
 *
 * @param decisions what was decided in a preview of the same file.
 * @throws Unreadable where the file is not what its setup says, Stopped where it must not go on.
 */
export async function readImport(
  db: Client,
  importId: string,
  { setup, report, decisions }: { setup: ImportSetup; report: Report; decisions?: Decisions },
): Promise<void> {
  await db.import.update({
    where: { id: importId },
    data: { matchedAtRevision: await findLastRevision(db, importId) },
  })
  await db.importRow.deleteMany({ where: { importId } })
  await db.importPerson.deleteMany({ where: { importId } })
  await db.importMeeting.deleteMany({ where: { importId } })
  const { gathered, bytes } = await gatherRows(db, importId, setup, report)
  const { people, meetings } = gathered
  await matchPeople(db, importId, people, await recallPeople(db, importId))
  await report(bytes)
  await matchMeetings(db, importId, meetings, clusterMeetings(meetings))
  await report(bytes)
  // These tables have just been filled, and the planner does not know it yet.
  await db.$executeRaw`ANALYZE import_rows, import_people, import_meetings`
  const compare = () => compareRows(db, importId, null, () => report(bytes))
  await (decisions ? applyDecisions(db, importId, decisions, compare) : compare())
  await rememberFormerEdition(db, importId)
}

/** @returns what the rows name, and how many bytes were read. */
async function gatherRows(db: Client, importId: string, setup: ImportSetup, report: Report) {
  const gathered = new Gathered(db, importId)
  let bytes = 0
  let count = 0
  let batch: ReadRow[] = []
  const onBytes = (read: number) => {
    bytes = read
  }
  for await (const { row, table } of readRows(importId, setup, onBytes)) {
    if (++count > MOST_ROWS) {
      throw new TooManyRows(`The list has more than ${MOST_ROWS.toLocaleString('en')} rows: split it.`)
    }
    batch.push(readRow(importId, row, table, setup))
    if (batch.length < BATCH) continue
    await gathered.add(batch, WAITING)
    await report(bytes)
    batch = []
  }
  await gathered.add(batch, 0)
  await report(bytes)
  return { gathered, bytes }
}

/** The number of the last revision that the import did not write itself. */
export async function findLastRevision(db: Db, importId: string): Promise<number> {
  const { changeSetId, earlierChangeSetIds } = await db.import.findUniqueOrThrow({
    where: { id: importId },
    select: { changeSetId: true, earlierChangeSetIds: true },
  })
  const last = await db.revision.findFirst({
    where: changeSetId === null ? {} : { changeSetId: { notIn: [...earlierChangeSetIds, changeSetId] } },
    orderBy: { id: 'desc' },
    select: { id: true },
  })
  return last?.id ?? 0
}

function readRow(importId: string, found: RawRow, table: TableSetup, setup: ImportSetup): ReadRow {
  const row = { ...found, raw: storable(found.raw), cells: found.cells.map(storable) }
  const context = contextFor(row.context, table.context, setup.context)
  const read = readListing(row, table.columns, context, { dayOrder: setup.dayOrder })
  const { line, raw } = row
  if (!read.ok) return { importId, line, raw, listing: null, kind: 'REFUSED', reason: read.refusal.reason }
  // The raw text has a column of its own.
  const listing = { ...read.listing, raw: '' }
  const reason = listing.warnings.length > 0 ? listing.warnings.join(' ') : null
  return { importId, line, raw, listing, kind: 'NEW', reason, digest: digestOf(listing) }
}

/** What the record's texts may hold: no NUL, no half of a surrogate pair, no mark that changes the direction. */
function storable(text: string): string {
  return text
    .replaceAll('\0', '')
    .replace(/\p{Bidi_Control}/gu, '')
    .replace(/\p{Surrogate}/gu, '�')
}

/** The same for two rows that say the same, wherever in a list they are. */
function digestOf({ line: _line, warnings: _warnings, ...listing }: Listing): string {
  return stableId(JSON.stringify(listing))
}
