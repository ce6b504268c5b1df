/**
 * What becomes of the rows of an import. Nothing else writes it.
 *
 *   read     REFUSED with its reason, or NEW; a line that repeats an earlier one is SAME and left out, and one that
 *            contradicts it is UNDECIDED with the question MARK
 *   compare  SAME, CHANGES or CONTRADICTS, with the result of the record that the row is; NEW where there is none;
 *            UNDECIDED with the question ATHLETE or COMPETITION, or AGAIN where it was left open in a former import
 *   decide   left out, or not; a row that was asked about by MARK or AGAIN becomes NEW once it is taken, and keeps the
 *            question, so that nothing asks it again
 *   accept   written, with its result; or REFUSED, where the database does not take it
 *   undo     not written any more, and left out
 *
 * Comparing happens again after each decision. It never touches rows that are written, nor those that are refused.
 */
import type { ListedChange } from '@/lib/import/compare'
import type { RowQuestion } from '@/lib/import/preview'
import type { RepeatOutcome } from '@/lib/import/repeats'
import type { Db, Prisma } from '@/prisma/client'
import { insertStaged, type StagingRows } from '../history/rows'
import { inBatches } from './batches'

const BATCH = 1000
/** Questions about a row itself. The others are about its athlete or competition, and answered there. */
const ABOUT_THE_ROW = ['MARK', 'AGAIN'] satisfies RowQuestion[]

export function isAboutTheRow(question: RowQuestion | null): boolean {
  return question === 'MARK' || question === 'AGAIN'
}

export type NewRow = StagingRows['import_rows']

export async function insertRows(db: Db, rows: readonly NewRow[]): Promise<void> {
  await insertStaged(db, 'import_rows', rows)
}

/** Rows of people and competitions that were asked about are compared like all others. */
export async function withdrawQuestions(db: Db, importId: string): Promise<void> {
  await db.importRow.updateMany({
    where: { importId, kind: 'UNDECIDED', question: { in: ['ATHLETE', 'COMPETITION'] } },
    data: { kind: 'NEW', question: null },
  })
}

/** What comparing a row with the record's results says. */
export interface Verdict {
  line: number
  kind: 'NEW' | 'SAME' | 'CHANGES' | 'CONTRADICTS'
  resultId: string | null
  changes: ListedChange[] | null
  reason: string | null
}

export async function saveVerdicts(db: Db, importId: string, verdicts: readonly Verdict[]): Promise<void> {
  await db.$executeRaw`
    UPDATE import_rows r SET kind = v.kind::"ImportRowKind", "resultId" = v."resultId", changes = v.changes, reason = v.reason,
      question = CASE WHEN r.question::text = ANY (${ABOUT_THE_ROW}::text[]) AND v."resultId" IS NULL THEN r.question END
    FROM jsonb_to_recordset(${JSON.stringify(verdicts)}::jsonb)
      v(line int, kind text, "resultId" text, changes jsonb, reason text)
    WHERE r."importId" = ${importId} AND r.line = v.line`
}

export type Repeat = RepeatOutcome & { line: number }

/** Lines that are one start with an earlier one, since their athlete is in the list by several names or birth dates. */
export async function saveRepeats(db: Db, importId: string, repeats: readonly Repeat[]): Promise<void> {
  if (repeats.length === 0) return
  await db.$executeRaw`
    UPDATE import_rows r SET kind = d.kind::"ImportRowKind", question = d.question::"ImportQuestion", "leftOut" = d."leftOut",
      reason = d.reason, "resultId" = NULL, changes = NULL
    FROM jsonb_to_recordset(${JSON.stringify(repeats)}::jsonb)
      d(line int, kind text, question text, "leftOut" boolean, reason text)
    WHERE r."importId" = ${importId} AND r.line = d.line`
}

/**
 * Forgets which lines are one start, before it is decided differently who is who.
 *
 * @returns the people whose lines they are.
 */
export async function forgetRepeats(db: Db, importId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    UPDATE import_rows SET kind = 'NEW', question = NULL, reason = NULL, "leftOut" = "leftOut" AND kind <> 'SAME'
    WHERE "importId" = ${importId} AND NOT written AND "personId" IS NOT NULL
      AND ((kind = 'SAME' AND "resultId" IS NULL) OR (kind = 'UNDECIDED' AND question = 'MARK'))
    RETURNING "personId" AS id`
  return [...new Set(rows.map(({ id }) => id))]
}

/** Asks about the rows of these people and meetings, unless they have a question of their own already. */
export async function askAbout(
  db: Db,
  importId: string,
  asked: { people: string[]; meetings: string[] },
): Promise<void> {
  const open: Prisma.ImportRowWhereInput = {
    importId,
    written: false,
    question: null,
    kind: { not: 'REFUSED' },
    // A line that repeats another asks nothing: the answer to that one holds for it.
    NOT: { kind: 'SAME', resultId: null },
  }
  for (const batch of inBatches(asked.people, BATCH)) {
    await db.importRow.updateMany({
      where: { ...open, personId: { in: batch } },
      data: { kind: 'UNDECIDED', question: 'ATHLETE' },
    })
  }
  for (const batch of inBatches(asked.meetings, BATCH)) {
    await db.importRow.updateMany({
      where: { ...open, meetingId: { in: batch }, resultId: null },
      data: { kind: 'UNDECIDED', question: 'COMPETITION' },
    })
  }
}

/** Asks again about rows that were left open or left out in a former import, so that a list imported twice is as once. */
export async function askAgain(db: Db, importId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE import_rows n SET kind = 'UNDECIDED', question = 'AGAIN'
    WHERE n."importId" = ${importId} AND n.kind = 'NEW' AND n.question IS NULL AND NOT n.written AND NOT n."leftOut"
      AND EXISTS (
        SELECT 1 FROM import_rows o JOIN imports i ON i.id = o."importId" AND i.state = 'DONE'
        WHERE o.digest = n.digest AND o."importId" <> n."importId" AND NOT o.written
          AND o.kind NOT IN ('SAME', 'REFUSED'))
      -- Whoever has just decided about its athlete or competition wants the row.
      AND NOT EXISTS (SELECT 1 FROM import_people p WHERE p."importId" = n."importId" AND p.id = n."personId" AND p.decided)
      AND NOT EXISTS (SELECT 1 FROM import_meetings m WHERE m."importId" = n."importId" AND m.id = n."meetingId" AND m.decided)`
}

export async function leaveRowsOut(db: Db, importId: string, lines: number[]): Promise<void> {
  await db.importRow.updateMany({ where: openRows(importId, lines), data: { leftOut: true } })
}

/** Takes rows in. A second mark of one start that is taken is of another race. */
export async function takeRowsIn(db: Db, importId: string, lines: number[]): Promise<void> {
  await db.importRow.updateMany({ where: openRows(importId, lines), data: { leftOut: false } })
  await answerRows(db, importId, lines)
}

function openRows(importId: string, lines: number[]): Prisma.ImportRowWhereInput {
  return { importId, line: { in: lines }, written: false, kind: { not: 'REFUSED' } }
}

async function answerRows(db: Db, importId: string, lines: number[]): Promise<void> {
  await db.importRow.updateMany({
    where: { ...openRows(importId, lines), kind: 'UNDECIDED', question: { in: ABOUT_THE_ROW } },
    data: { kind: 'NEW' },
  })
}

/** What was decided about single rows, by line. */
export interface RowDecisions {
  leftOut: number[]
  /** Rows that were asked about, and taken. */
  taken: number[]
}

export async function findRowDecisions(db: Db, importId: string): Promise<RowDecisions> {
  const linesOf = async (where: Prisma.ImportRowWhereInput) =>
    (await db.importRow.findMany({ where: { importId, ...where }, select: { line: true } })).map(({ line }) => line)
  return {
    leftOut: await linesOf({ leftOut: true }),
    taken: await linesOf({ question: { in: ABOUT_THE_ROW }, kind: { not: 'UNDECIDED' } }),
  }
}

/** Decides about rows as it was decided before they were read again. */
export async function applyRowDecisions(db: Db, importId: string, { leftOut, taken }: RowDecisions): Promise<void> {
  for (const lines of inBatches(leftOut, BATCH)) await leaveRowsOut(db, importId, lines)
  for (const lines of inBatches(taken, BATCH)) await answerRows(db, importId, lines)
}

/** @param rows lines that were written, each with its result where that is new. */
export async function markWritten(
  tx: Db,
  importId: string,
  rows: readonly { line: number; resultId: string | null }[],
): Promise<void> {
  await tx.$executeRaw`
    UPDATE import_rows r SET written = true, "resultId" = coalesce(w."resultId", r."resultId")
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) w(line int, "resultId" text)
    WHERE r."importId" = ${importId} AND r.line = w.line`
}

/** Refuses a row that could be read, and could not be written. */
export async function refuseRow(db: Db, importId: string, line: number, reason: string): Promise<void> {
  await db.importRow.updateMany({
    where: { importId, line, written: false },
    data: { kind: 'REFUSED', question: null, resultId: null, reason: `Not written: ${reason}.` },
  })
}

export async function markUndone(tx: Db, importId: string, lines: number[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE import_rows SET written = false, "leftOut" = true, reason = 'Taken back.',
      "resultId" = CASE WHEN kind <> 'NEW' THEN "resultId" END
    WHERE "importId" = ${importId} AND line = ANY (${lines}::int[])`
}
