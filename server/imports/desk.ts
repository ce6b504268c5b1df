/**
 * Imports for the desk's pages and actions: what the stages do, on the application's own database. Work that takes long
 * is started here and goes on in the background.
 */
import 'server-only'
import type { ClashAnswer, Surrounded } from '@/lib/import/agreement'
import type { PreviewRow, RowKind } from '@/lib/import/preview'
import type { Cells } from '@/lib/import/row-cells'
import type { ImportSetup } from '@/lib/import/setup'
import type { Evidence } from '@/lib/record/evidence'
import type { Editor } from '../accounts/editor'
import { db } from '../db'
import { type AcceptOutcome, acceptImport, acceptRest, countToWrite } from './accept'
import { answerClash, correctRows } from './answers'
import { findUndecided } from './compare'
import {
  type Choice,
  decideMeetings,
  decidePeople,
  decideRows,
  pointRows,
  takeBackMeetings,
  takeBackPeople,
  teachName,
} from './decide'
import { findClashes, findDoubts } from './doubts'
import { findVanished } from './former-editions'
import { cancelImport, findImport, findImports, removeImport } from './imports'
import { beginImport, inspectFile } from './inspect'
import {
  countRows,
  findDecided,
  findNewMeetings,
  findOpenMeetings,
  findOpenPeople,
  findPreviewRows,
  findRowsStillWritten,
  findSuggestions,
} from './preview'
import { startReading } from './read'
import { findPublications } from './remembered-columns'
import { startImports } from './runner'
import { undoImport, undoRows } from './undo'
import { Unreadable } from './unreadable'

export const getImports = () => findImports(db())
export const getImport = (id: string) => findImport(db(), id)
/** How many rows accepting the import now would write. */
export const countRowsToWrite = (id: string) => countToWrite(db(), id)
export const getPublications = () => findPublications(db())
export const getRowsStillWritten = (id: string) => findRowsStillWritten(db(), id)

/** Everything that the preview of an import shows, with one page of its rows. */
export async function getImportPreview(
  id: string,
  page: { kind: RowKind | undefined; after: number; text: string },
): Promise<ImportPreview> {
  const [rowsToWrite, counts, rows, people, meetings, newMeetings, suggestions, vanished, ...asked] = await Promise.all(
    [
      countToWrite(db(), id),
      countRows(db(), id),
      findPreviewRows(db(), id, page),
      findOpenPeople(db(), id),
      findOpenMeetings(db(), id),
      findNewMeetings(db(), id),
      findSuggestions(db(), id),
      findVanished(db(), id),
      findClashes(db(), id),
      findDoubts(db(), id),
      findDecided(db(), id),
    ],
  )
  const [clashes, doubts, decided] = asked
  return { rowsToWrite, counts, rows, people, meetings, newMeetings, suggestions, vanished, clashes, doubts, decided }
}

export interface ImportPreview {
  rowsToWrite: number
  counts: Awaited<ReturnType<typeof countRows>>
  rows: Awaited<ReturnType<typeof findPreviewRows>>
  people: Awaited<ReturnType<typeof findOpenPeople>>
  meetings: Awaited<ReturnType<typeof findOpenMeetings>>
  newMeetings: Awaited<ReturnType<typeof findNewMeetings>>
  suggestions: Awaited<ReturnType<typeof findSuggestions>>
  vanished: Awaited<ReturnType<typeof findVanished>>
  clashes: Awaited<ReturnType<typeof findClashes>>
  doubts: Awaited<ReturnType<typeof findDoubts>>
  decided: Awaited<ReturnType<typeof findDecided>>
}

/** Stores a list that was sent. @returns the import's id. @throws Unreadable or FileTooLarge where it is no list. */
export function saveList(editor: Editor, fileName: string, chunks: AsyncIterable<Uint8Array>): Promise<string> {
  return beginImport(db(), editor, fileName, chunks)
}

/**
 * How the file is read in a format that the editor chose, or by the columns that are remembered of a publication.
 *
 * @returns a sentence that says why it cannot be read so.
 */
export async function inspectAgain(
  file: { id: string; fileName: string },
  chosen: Pick<ImportSetup, 'encoding' | 'format' | 'delimiter'>,
  publication: string | null,
): Promise<{ setup: ImportSetup } | { problem: string }> {
  try {
    return { setup: await inspectFile(db(), file, { chosen, publication }) }
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.message }
    throw error
  }
}

/** Saves how a file is read, and reads it. @returns whether that can be done now. */
export async function saveSetup(_editor: Editor, id: string, setup: ImportSetup): Promise<boolean> {
  return started(await startReading(db(), id, setup))
}

/** @param confirmed the words that were typed to confirm what is odd about the list. */
export async function saveAcceptance(
  editor: Editor,
  id: string,
  evidence: Evidence,
  confirmed: readonly string[],
): Promise<AcceptOutcome> {
  const outcome = await acceptImport(db(), editor, id, evidence, confirmed)
  started(outcome.accepted)
  return outcome
}

/** Accepts what has been decided since the import was accepted, or what a stopped run did not reach. */
export async function saveFurtherAcceptance(
  editor: Editor,
  id: string,
  confirmed: readonly string[],
): Promise<boolean> {
  return started(await acceptRest(db(), editor, id, confirmed))
}

/** Says which of two places is right, and reads the list again. */
export async function saveClashAnswer(_editor: Editor, id: string, field: Surrounded, answer: ClashAnswer) {
  return started(await answerClash(db(), id, field, answer))
}

/** Puts rows right, and reads the list again. */
export async function saveCorrections(_editor: Editor, id: string, rows: readonly { line: number; cells: Cells }[]) {
  return started(await correctRows(db(), id, rows))
}

/** Points rows at an athlete, apart from the others of their name. */
export const savePointing = (_editor: Editor, id: string, lines: number[], choice: Choice) =>
  pointRows(db(), id, lines, choice)

export async function saveTakingBack(
  _editor: Editor,
  id: string,
  { people, meetings }: { people: string[]; meetings: string[] },
): Promise<void> {
  if (people.length > 0) await takeBackPeople(db(), id, people)
  if (meetings.length > 0) await takeBackMeetings(db(), id, meetings)
}

/** One row of an import; null where it has no such line. */
export async function getImportRow(id: string, line: number): Promise<PreviewRow | null> {
  const { rows } = await findPreviewRows(db(), id, { after: line - 1 })
  const [row] = rows
  return row?.line === line ? row : null
}

export const saveCancellation = (_editor: Editor, id: string) => cancelImport(db(), id)
export const removePreview = (_editor: Editor, id: string) => removeImport(db(), id)

export async function saveUndoing(editor: Editor, id: string, reason: string): Promise<boolean> {
  return started(await undoImport(db(), editor, id, reason))
}

export function saveUndoingOfRows(editor: Editor, id: string, rows: { lines: number[]; reason: string }) {
  return undoRows(db(), editor, id, rows)
}

/** Which of a list's people or meetings a decision is about. */
export type Decided = readonly string[] | 'everything'

export async function savePeople(_editor: Editor, id: string, people: Decided, choice: Choice): Promise<void> {
  await decidePeople(db(), id, people === 'everything' ? (await findUndecided(db(), id)).people : [...people], choice)
}

/** @param teach remembers that lists call the series of this competition so. */
export async function saveMeetings(
  editor: Editor,
  id: string,
  meetings: Decided,
  { choice, teach }: { choice: Choice; teach: boolean },
): Promise<void> {
  const ids = meetings === 'everything' ? (await findUndecided(db(), id)).meetings : [...meetings]
  await decideMeetings(db(), editor, id, { ids, choice, teach })
}

export const saveTaughtName = (editor: Editor, id: string, meetingId: string) => teachName(db(), editor, id, meetingId)

export function saveRows(_editor: Editor, id: string, lines: number[], take: boolean): Promise<void> {
  return decideRows(db(), id, lines, take)
}

/** The id of the athlete at this address; null where there is none. */
export async function findAthleteAt(slug: string): Promise<string | null> {
  const athlete = await db().athlete.findFirst({ where: { slug, withdrawn: false }, select: { id: true } })
  return athlete?.id ?? null
}

/** The id of the competition at this address; null where there is none. */
export async function findCompetitionAt(slug: string): Promise<string | null> {
  const competition = await db().competition.findFirst({ where: { slug, withdrawn: false }, select: { id: true } })
  return competition?.id ?? null
}

function started(isStarted: boolean): boolean {
  if (isStarted) startImports(db())
  return isStarted
}
