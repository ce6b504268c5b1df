/** What the states, kinds and columns of an import are called. */
import type { Column } from '@/lib/import/listing'
import type { RowQuestion } from '@/lib/import/preview'

const STATE: Record<string, string> = {
  UPLOADED: 'Not read yet',
  READING: 'Being read',
  READY: 'Waits for you',
  ACCEPTING: 'Being written',
  DONE: 'Written',
  UNDOING: 'Being taken back',
  UNDONE: 'Taken back',
  CANCELLED: 'Stopped',
  FAILED: 'Failed',
}

export function importState(state: string): string {
  return STATE[state] ?? state
}

/** Each kind of row: its name, and what becomes of it. */
export const KIND: Record<string, { name: string; meaning: string }> = {
  NEW: { name: 'New', meaning: 'Results that the record does not have.' },
  SAME: { name: 'Known', meaning: 'The record has them: the list is cited, where it is not yet.' },
  CHANGES: { name: 'Fills in', meaning: 'Known results of which the list tells more.' },
  CONTRADICTS: {
    name: 'Contradicts',
    meaning: 'The record says otherwise and goes on doing so; the dispute is shown.',
  },
  UNDECIDED: { name: 'To decide', meaning: 'Nothing becomes of these until you say whom or what they mean.' },
  REFUSED: { name: 'Refused', meaning: 'Lines that are no result, each with its reason.' },
}

/** What has to be decided about a row; for a mark, its reason says it already. */
export const QUESTION: Partial<Record<RowQuestion, string>> = {
  ATHLETE: 'Which athlete?',
  COMPETITION: 'Which competition?',
  READING: 'It waits for the answer to a question about the list: see above.',
  AGAIN: 'It was left open, or skipped, when it was imported before. Include it now?',
}

export const COLUMN: Record<Column, string> = {
  rank: 'Rank in the list',
  place: 'Place',
  mark: 'Mark',
  hours: 'Hours of the mark',
  minutes: 'Minutes of the mark',
  seconds: 'Seconds of the mark',
  hundredths: 'Hundredths of the mark',
  wind: 'Wind',
  name: 'Name',
  givenName: 'Given name',
  familyName: 'Family name',
  birthDate: 'Born',
  country: 'Country',
  affiliation: 'Club or team',
  sex: 'Sex',
  ageGroup: 'Age group of the event',
  paraClass: 'Para class of the event',
  discipline: 'Discipline',
  round: 'Round',
  date: 'Date',
  year: 'Year',
  day: 'Day of the date',
  month: 'Month of the date',
  competition: 'Competition',
  venue: 'Venue, with its town',
  city: 'Town',
  hostCountry: 'Country of the venue',
  classification: 'Classification of the place',
  records: 'Records',
  status: 'DNF, DNS, DQ …',
  note: 'Note',
  remark: 'Note that is kept',
  athleteAddress: 'Address of the athlete here',
  competitionAddress: 'Address of the competition here',
  ignored: 'Nothing of use',
}
