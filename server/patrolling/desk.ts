/** Patrol marks as pages read them and the desk sets them, on the application's own database. */
import 'server-only'
import { onDatabase } from '../db'
import * as patrols from './patrols'

export const findPatrols = onDatabase(patrols.findPatrols)
export const countUnpatrolled = onDatabase(patrols.countUnpatrolled)
export const markPatrolled = onDatabase(patrols.markPatrolled)
export const unmarkPatrolled = onDatabase(patrols.unmarkPatrolled)
