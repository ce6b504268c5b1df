/** Merging as the desk previews and does it, on the application's own database. */
import 'server-only'
import { onDatabase } from '../db'
import * as things from './things'

export const findMergeSide = onDatabase(things.findMergeSide)
export const previewThingMerge = onDatabase(things.previewThingMerge)
export const mergeThings = onDatabase(things.mergeThings)
