/** Decisions on findings as the desk writes them, on the application's own database. */
import 'server-only'
import { onDatabase } from '../db'
import * as decisions from './finding-decisions'

export const setAside = onDatabase(decisions.setAside)
export const bringBack = onDatabase(decisions.bringBack)
