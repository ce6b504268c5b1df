/** What waits, on the application's own database. */
import 'server-only'
import { onDatabase } from '../db'
import * as waiting from './waiting'

export const findWaiting = onDatabase(waiting.findWaiting)
export const findFindingsWatched = onDatabase(waiting.findFindingsWatched)
