/** Citations as the desk writes them, on the application's own database. */
import 'server-only'
import { onDatabase } from '../db'
import * as citing from './citing'
import * as disputes from './resolve-dispute'

export const addCitation = onDatabase(citing.addCitation)
export const changeCitation = onDatabase(citing.changeCitation)
export const withdrawCitation = onDatabase(citing.withdrawCitation)
export const resolveDispute = onDatabase(disputes.resolveDispute)
