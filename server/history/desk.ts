/** The history as the desk undoes and restores from it, on the application's own database. */
import 'server-only'
import { onDatabase } from '../db'
import * as history from './history'
import * as restore from './restore'

export const findLastRevision = onDatabase(history.findLastRevision)
export const restoreRevision = onDatabase(restore.restoreRevision)
export const undoChangeSet = onDatabase(restore.undoChangeSet)
