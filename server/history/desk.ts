/** The history as the desk undoes and restores from it, on the application's own database. */
import 'server-only'
import { onDatabase } from '../db'
import * as history from './history'
import * as restore from './restore'
import * as undo from './undo'

export const findLastRevision = onDatabase(history.findLastRevision)
export const findRestore = onDatabase(restore.findRestore)
export const restoreRevision = onDatabase(restore.restoreRevision)
export const findUndo = onDatabase(undo.findUndo)
export const undoChangeSet = onDatabase(undo.undoChangeSet)
