/** Assignments as the desk reads and sets them, on the application's own database. */
import 'server-only'
import { onDatabase } from '../db'
import * as assignments from './assignments'

export const findAssignments = onDatabase(assignments.findAssignments)
export const findAssigned = onDatabase(assignments.findAssigned)
export const findAssignees = onDatabase(assignments.findAssignees)
export const assign = onDatabase(assignments.assign)
