/** Protection as the desk sets and lifts it, on the application's own database. */
import 'server-only'
import { onDatabase } from '../db'
import * as names from '../history/names'
import * as protections from './protections'

export const findProtections = onDatabase(protections.findProtections)
export const protect = onDatabase(protections.protect)
export const liftProtection = onDatabase(protections.liftProtection)
export const findNames = onDatabase(names.findNames)
