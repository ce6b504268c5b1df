/** Evidence as the desk checks it, on the application's own database; apart from desk.ts, which needs all of citing. */
import 'server-only'
import { onDatabase } from '../db'
import * as evidence from './evidence'

export const checkEvidence = onDatabase(evidence.checkEvidence)
