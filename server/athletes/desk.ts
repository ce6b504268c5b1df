/** Athletes as the desk merges and splits them, on the application's own database. */
import 'server-only'
import { onDatabase } from '../db'
import * as merging from './merging'

export const previewMerge = onDatabase(merging.previewMerge)
export const mergeAthletes = onDatabase(merging.mergeAthletes)
export const previewSplit = onDatabase(merging.previewSplit)
export const splitAthlete = onDatabase(merging.splitAthlete)
