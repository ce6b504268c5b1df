/** Athletes as the desk finds, merges and splits them, on the application's own database. */
import 'server-only'
import { onDatabase } from '../db'
import * as choices from './athlete-choice'
import * as merging from './merging'
import * as splitting from './splitting'

export const findAthleteChoices = onDatabase(choices.findAthleteChoices)
export const previewMerge = onDatabase(merging.previewMerge)
export const mergeAthletes = onDatabase(merging.mergeAthletes)
export const previewSplit = onDatabase(splitting.previewSplit)
export const splitAthlete = onDatabase(splitting.splitAthlete)
