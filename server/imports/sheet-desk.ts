/** Sheets for the desk's pages and actions, on the application's own database. */
import 'server-only'
import { setTimeout } from 'node:timers/promises'
import type { Typed } from '@/lib/form/typed'
import type { Evidence } from '@/lib/record/evidence'
import type { Editor } from '../accounts/editor'
import { db, onDatabase } from '../db'
import type { AcceptOutcome } from './accept'
import { removeImport } from './imports'
import * as people from './look-up-people'
import { finishImports } from './runner'
import * as sheet from './sheet'

/** Few rows are read and written at once; who has sent them waits no longer than this for it, in milliseconds. */
const PATIENCE = 5000

export const checkSheet = onDatabase(sheet.checkSheet)
export const getSheet = onDatabase(sheet.findSheet)
export const getSheetAthlete = onDatabase(sheet.findSheetAthlete)
export const lookUpPeople = onDatabase(people.lookUpPeople)

/**
 * Stores a sheet, and reads it.
 *
 * @param corrects the preview that it takes the place of; null where there is none.
 * @returns the import's id.
 */
export async function saveSheet(
  editor: Editor,
  checked: Pick<sheet.CheckedSheet, 'title' | 'head'> & { typed: Typed },
  evidence: Evidence,
  corrects: string | null,
): Promise<string> {
  const id = await sheet.beginSheet(db(), editor, checked, evidence)
  if (corrects !== null && (await sheet.findSheet(db(), corrects))) await removeImport(db(), corrects)
  await finishSoon()
  return id
}

/** Writes what the preview of a sheet says. */
export async function publishSheet(editor: Editor, id: string, confirmed: readonly string[]): Promise<AcceptOutcome> {
  const outcome = await sheet.acceptSheet(db(), editor, id, confirmed)
  if (outcome.accepted) await finishSoon()
  return outcome
}

async function finishSoon(): Promise<void> {
  await Promise.race([finishImports(db()), setTimeout(PATIENCE)])
}
