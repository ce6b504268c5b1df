/** Results as the desk reads and writes them, on the application's own database. */
import 'server-only'
import { onDatabase } from '../db'
import * as annulments from './annulment'
import * as added from './last-added'
import * as moving from './move-result'
import * as results from './results'
import * as submissions from './submission-check'

export const findMovedPlaces = onDatabase(annulments.findMovedPlaces)
export const annulResult = onDatabase(annulments.annulResult)
export const findLastAdded = onDatabase(added.findLastAdded)
export const checkSubmission = onDatabase(submissions.checkSubmission)
export const saveResult = onDatabase(results.saveResult)
export const addResult = onDatabase(results.addResult)
export const checkMove = onDatabase(moving.checkMove)
export const moveResult = onDatabase(moving.moveResult)
export const withdrawResult = onDatabase(results.withdrawResult)
