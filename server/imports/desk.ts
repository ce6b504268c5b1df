/** Imports as the desk's pages and actions see them: the same functions as the command's, on the application's client. */
import 'server-only'
import type { RowKind } from '@/lib/import/preview'
import { db } from '../db'
import { countToWrite } from './accepting'
import { findVanished } from './editions'
import {
  countRows,
  findImport,
  findNewMeetings,
  findOpenMeetings,
  findOpenPeople,
  findPreviewRows,
  findStaying,
  findSuggestions,
  listImports,
  listPublications,
} from './preview'

export const getImports = () => listImports(db())
export const getImport = (id: string) => findImport(db(), id)
export const getPublications = () => listPublications(db())
export const getRowsStillWritten = (id: string) => findStaying(db(), id)

/** Everything that the preview of an import shows, with one page of its rows. */
export async function getImportPreview(
  id: string,
  page: { kind: RowKind | undefined; after: number; text: string },
): Promise<ImportPreview> {
  const [rowsToWrite, counts, rows, people, meetings, newMeetings, suggestions, vanished] = await Promise.all([
    countToWrite(db(), id),
    countRows(db(), id),
    findPreviewRows(db(), id, page),
    findOpenPeople(db(), id),
    findOpenMeetings(db(), id),
    findNewMeetings(db(), id),
    findSuggestions(db(), id),
    findVanished(db(), id),
  ])
  return { rowsToWrite, counts, rows, people, meetings, newMeetings, suggestions, vanished }
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
}
