/** Competitions as the desk looks them up, on the application's own database. */
import 'server-only'
import { onDatabase } from '../db'
import * as choices from './competition-choice'

export const findCompetitions = onDatabase(choices.findCompetitions)
export const findCompetitionChoice = onDatabase(choices.findCompetitionChoice)
export const findSeriesNames = onDatabase(choices.findSeriesNames)
