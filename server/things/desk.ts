/** Things as the desk reads and writes them, on the application's own database. */
import 'server-only'
import { onDatabase } from '../db'
import * as biography from './biography'
import * as claims from './claim-check'
import * as references from './references'
import * as shown from './shown-at'
import * as things from './things'

export const findThing = onDatabase(things.findThing)
export const checkThing = onDatabase(things.checkThing)
export const addThing = onDatabase(things.addThing)
export const saveThing = onDatabase(things.saveThing)
export const withdrawThing = onDatabase(things.withdrawThing)
export const findShownAt = onDatabase(shown.findShownAt)
export const findChoices = onDatabase(references.findChoices)
export const checkClaim = onDatabase(claims.checkClaim)
export const renderBiography = onDatabase(biography.renderBiography)
export const findShownAtRow = onDatabase(shown.findShownAtRow)
