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
  // Rows that were pointed at somebody by themselves, as long as they are there.
  await db.$executeRaw`
    INSERT INTO import_people SELECT d.* FROM jsonb_populate_recordset(NULL::import_people, ${JSON.stringify(people)}::jsonb) d
    JOIN import_rows r ON r."importId" = d."importId" AND r.line = d.line AND r."personId" IS NOT NULL
    WHERE d."importId" = ${importId} AND d.line IS NOT NULL ON CONFLICT DO NOTHING`
  await db.$executeRaw`
    UPDATE import_rows r SET "personId" = d.id
    FROM import_people d WHERE d."importId" = ${importId} AND d.line IS NOT NULL
      AND r."importId" = d."importId" AND r.line = d.line AND r."personId" IS NOT NULL`
  await db.$executeRaw`
    UPDATE import_people p SET state = d.state, "athleteId" = d."athleteId", decided = true, before = d.before
    FROM jsonb_populate_recordset(NULL::import_people, ${JSON.stringify(people)}::jsonb) d
    WHERE p."importId" = ${importId} AND p.id = d.id`
  await db.$executeRaw`
    UPDATE import_meetings m SET state = d.state, "competitionId" = d."competitionId", "seriesId" = d."seriesId", decided = true, before = d.before
    FROM jsonb_populate_recordset(NULL::import_meetings, ${JSON.stringify(meetings)}::jsonb) d
    WHERE m."importId" = ${importId} AND m.id = d.id`
  await compare()
  await applyRowDecisions(db, importId, rows)
}
