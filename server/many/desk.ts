/** Many things at once, as the desk finds, previews and changes them, on the application's own database. */
import 'server-only'
import { onDatabase } from '../db'
import * as editing from './editing'
import * as selection from './selection'

export { progressOf, withProgress } from './progress'
export const findSelection = onDatabase(selection.findSelection)
export const findMatching = onDatabase(selection.findMatching)
export const previewMany = onDatabase(editing.previewMany)
export const saveMany = onDatabase(editing.saveMany)
