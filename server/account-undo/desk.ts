/** Undoing everything of an account as the desk previews and does it, on the application's own database. */
import 'server-only'
import { onDatabase } from '../db'
import * as undo from './account-undo'

export const previewAccountUndo = onDatabase(undo.previewAccountUndo)
export const beginAccountUndo = onDatabase(undo.beginAccountUndo)
export const continueAccountUndo = onDatabase(undo.continueAccountUndo)
export const findAccountUndo = onDatabase(undo.findAccountUndo)
export const findAccountUndos = onDatabase(undo.findAccountUndos)
