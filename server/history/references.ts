/** What rests on what: the columns by which rows of the record point at others. */
import { TARGET_COLUMNS } from '@/lib/record/figures'

export interface Reference {
  table: string
  column: string
  parent: string
  /** What the column holds of the other row. */
  key: 'id' | 'slug'
}

const from = (table: string, parents: Record<string, string>): Reference[] =>
  Object.entries(parents).map(([column, parent]) => ({ table, column, parent, key: 'id' }))

/** Every foreign key between two tables of the record; a test compares them with the database's own. */
export const REFERENCES: readonly Reference[] = [
  ...from('athletes', { mergedIntoId: 'athletes' }),
  ...from('name_variants', { athleteId: 'athletes' }),
  ...from('affiliations', { athleteId: 'athletes' }),
  ...from('representations', { athleteId: 'athletes' }),
  ...from('biography_chapters', { athleteId: 'athletes' }),
  ...from('external_ids', { athleteId: 'athletes' }),
  ...from('photos', { athleteId: 'athletes' }),
  ...from('series', { mergedIntoId: 'series' }),
  ...from('competitions', { seriesId: 'series', mergedIntoId: 'competitions' }),
  ...from('events', { competitionId: 'competitions' }),
  ...from('races', { eventId: 'events' }),
  ...from('results', { raceId: 'races', athleteId: 'athletes' }),
  ...from('team_members', { resultId: 'results', athleteId: 'athletes' }),
  ...from('places', { resultId: 'results' }),
  ...from('record_claims', { resultId: 'results' }),
  ...from('sources', { mergedIntoId: 'sources' }),
  ...from('claims', { athleteId: 'athletes', sourceId: 'sources', resultId: 'results' }),
  { table: 'claims', column: 'seriesSlug', parent: 'series', key: 'slug' },
  ...from('citations', { sourceId: 'sources', ...Object.fromEntries(TARGET_COLUMNS) }),
]
