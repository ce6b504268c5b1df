/** From a stored file to a preview: every row is read, the people and meetings it names are matched, and it is compared. */
import { clusterMeetings } from '@/lib/import/meetings'
import type { ImportSetup } from '@/lib/import/setup'
import { type Client, type Db, Prisma } from '@/prisma/client'
import { compareRows } from './compare'
import { rememberFormerEdition } from './former-editions'
import { recallPeople } from './former-rows'
import { Gathered } from './gathered'
import { takeStep } from './import-state'
import { readInThread } from './list-thread'
import { matchMeetings } from './match-meetings'
import { matchPeople } from './match-people'
import { askAboutSameRaces } from './match-same-races'
import type { Report } from './progress'
import { applyDecisions, type Decisions } from './saved-decisions'

export const MOST_ROWS = 500_000
/** The lines of one performance are next to each other. */
const WAITING = 20

/** The list is longer than one import may be. */
export class TooManyRows extends Error {
  override name = 'TooManyRows'
}

/**
 * Has the runner read the file as its setup says. What was decided before is forgotten, unless it is given.
 *
 * @param decisions what was decided in the preview that there is.
 */
export async function startReading(
  db: Client,
  id: string,
  setup: ImportSetup,
  decisions: Decisions | null = null,
): Promise<boolean> {
  return takeStep(db, id, 'read', {
    setup: setup as unknown as Prisma.InputJsonValue,
    savedDecisions: decisions === null ? Prisma.DbNull : (decisions as unknown as Prisma.InputJsonValue),
    progress: 0,
  })
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
  await askAboutSameRaces(db, importId)
  await report(bytes)
  const compare = () => compareRows(db, importId, null, () => report(bytes))
  await (decisions ? applyDecisions(db, importId, decisions, compare) : compare())
  await rememberFormerEdition(db, importId)
}

/** @returns what the rows name, and how many bytes were read. */
async function gatherRows(db: Client, importId: string, setup: ImportSetup, report: Report) {
  const gathered = new Gathered(db, importId)
  let bytes = 0
  let count = 0
  for await (const batch of readInThread({ ask: 'read', importId, setup })) {
    bytes = batch.bytes
    count += batch.rows.length
    if (count > MOST_ROWS) {
      throw new TooManyRows(`The list has more than ${MOST_ROWS.toLocaleString('en')} rows: split it.`)
    }
    await gathered.add(batch.rows, WAITING)
    await report(bytes)
  }
  await gathered.add([], 0)
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
