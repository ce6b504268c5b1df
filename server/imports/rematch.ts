import type { ImportSetup } from '@/lib/import/setup'
import { type Client, Prisma } from '@/prisma/client'
import { compareRows } from './compare'
import type { Report } from './progress'
import { findLastRevision, readImport } from './read'
import { type Decisions, findDecisions } from './saved-decisions'

/**
 * Before rows are written: where the record has changed since they were matched, they are matched again, with what was
 * decided and with the record as it is now. So two previews of one list, both accepted, write it once.
 */
export async function matchAgain(db: Client, importId: string, setup: ImportSetup, report: Report): Promise<void> {
  const { matchedAtRevision, savedDecisions } = await db.import.findUniqueOrThrow({
    where: { id: importId },
    select: { matchedAtRevision: true, savedDecisions: true },
  })
  if (savedDecisions === null && matchedAtRevision === (await findLastRevision(db, importId))) return
  if ((await db.importRow.count({ where: { importId, written: true } })) > 0) {
    await compareRows(db, importId, null, () => report(0))
    return
  }
  // Reading deletes the rows first, so a run that is stopped or killed here must find the decisions in the database.
  const decisions = (savedDecisions as unknown as Decisions | null) ?? (await findDecisions(db, importId))
  await db.import.update({
    where: { id: importId },
    data: { savedDecisions: decisions as unknown as Prisma.InputJsonValue },
  })
  await readImport(db, importId, { setup, report, decisions })
  await db.import.update({ where: { id: importId }, data: { savedDecisions: Prisma.DbNull } })
}

/** Reads a list as its setup says, with what was decided in the preview that there was, as far as it still is the same. */
export async function readAgain(db: Client, importId: string, setup: ImportSetup, report: Report): Promise<void> {
  const { savedDecisions } = await db.import.findUniqueOrThrow({
    where: { id: importId },
    select: { savedDecisions: true },
  })
  const decisions = savedDecisions as unknown as Decisions | null
  await readImport(db, importId, { setup, report, ...(decisions && { decisions }) })
  if (decisions) await db.import.update({ where: { id: importId }, data: { savedDecisions: Prisma.DbNull } })
}
