/** The same on the application's own database. */
import 'server-only'
import { onDatabase } from '../db'
import * as learned from './learned'

export const findLearned = onDatabase(learned.findLearned)
export const forgetName = onDatabase(learned.forgetName)
export const forgetColumns = onDatabase(learned.forgetColumns)
