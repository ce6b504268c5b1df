/** Watching as the desk reads and sets it, on the application's own database. */
import 'server-only'
import { onDatabase } from '../db'
import * as mailing from './mailing'
import * as watches from './watches'

export const findWatches = onDatabase(watches.findWatches)
export const isWatching = onDatabase(watches.isWatching)
export const setWatching = onDatabase(watches.setWatching)
export const findDigest = onDatabase(watches.findDigest)
export const countDigest = onDatabase(watches.countDigest)
export const markRead = onDatabase(watches.markRead)
export const isDigestMailed = onDatabase(mailing.isDigestMailed)
export const setDigestMailed = onDatabase(mailing.setDigestMailed)
