/** The search as the desk asks it, on the application's own database. */
import 'server-only'
import { onDatabase } from '../db'
import * as search from './search'

export const findMatches = onDatabase(search.findMatches)
