/** Evidence as the desk checks and offers it, on the application's own database; apart from desk.ts, which needs all of citing. */
import 'server-only'
import { onDatabase } from '../db'
import * as evidence from './evidence'
import * as slips from './own-slip'
import * as choices from './source-choice'

export const checkEvidence = onDatabase(evidence.checkEvidence)
export const findSources = onDatabase(choices.findSources)
export const findSourceChoices = onDatabase(choices.findSourceChoices)
export const findSourcesCitedFor = onDatabase(choices.findSourcesCitedFor)
export const offerSources = onDatabase(choices.offerSources)
export const findOwnSlip = onDatabase(slips.findOwnSlip)
