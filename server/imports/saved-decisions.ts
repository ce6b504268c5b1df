/** What editors decided in a preview, saved while the list is matched again. */
import type { Db } from '@/prisma/client'
import { applyRowDecisions, findRowDecisions, type RowDecisions } from './row-state'

export interface Decisions extends RowDecisions {
  people: object[]
  meetings: object[]
}

export async function findDecisions(db: Db, importId: string): Promise<Decisions> {
  return {
    people: await db.importPerson.findMany({ where: { importId, decided: true } }),
    meetings: await db.importMeeting.findMany({ where: { importId, decided: true } }),
    ...(await findRowDecisions(db, importId)),
  }
}

/** Decides again who and what is meant, compares the rows accordingly, and decides about single rows again. */
export async function applyDecisions(
  db: Db,
  importId: string,
  { people, meetings, ...rows }: Decisions,
  compare: () => Promise<void>,
): Promise<void> {
  await db.$executeRaw`
    UPDATE import_people p SET state = d.state, "athleteId" = d."athleteId", decided = true
    FROM jsonb_populate_recordset(NULL::import_people, ${JSON.stringify(people)}::jsonb) d
    WHERE p."importId" = ${importId} AND p.id = d.id`
  await db.$executeRaw`
    UPDATE import_meetings m SET state = d.state, "competitionId" = d."competitionId", "seriesId" = d."seriesId", decided = true
    FROM jsonb_populate_recordset(NULL::import_meetings, ${JSON.stringify(meetings)}::jsonb) d
    WHERE m."importId" = ${importId} AND m.id = d.id`
  await compare()
  await applyRowDecisions(db, importId, rows)
}
