/** What rests on what: the columns by which rows of the record point at others. */
import { TARGET_COLUMNS } from '@/lib/record/figures'

export interface Reference {
  table: string
  column: string
  parent: string
  /** What the column holds of the other row. */
  key: 'id' | 'slug'
  /** Whether the row is a part of the other, and leaves the public pages together with it. */
  isPart: boolean
}

const from =
  (isPart: boolean) =>
  (table: string, parents: Record<string, string>): Reference[] =>
    Object.entries(parents).map(([column, parent]) => ({ table, column, parent, key: 'id', isPart }))
const part = from(true)
const resting = from(false)

/** Every foreign key between two tables of the record; a test compares them with the database's own. */
export const REFERENCES: readonly Reference[] = [
  ...part('athletes', { mergedIntoId: 'athletes' }),
  ...part('series', { mergedIntoId: 'series' }),
  ...part('competitions', { mergedIntoId: 'competitions' }),
  ...part('sources', { mergedIntoId: 'sources' }),
  ...part('name_variants', { athleteId: 'athletes' }),
  ...part('affiliations', { athleteId: 'athletes' }),
  ...part('representations', { athleteId: 'athletes' }),
  ...part('biography_chapters', { athleteId: 'athletes' }),
  ...part('external_ids', { athleteId: 'athletes' }),
  ...part('photos', { athleteId: 'athletes' }),
  ...part('claims', { athleteId: 'athletes' }),
  ...part('team_members', { resultId: 'results' }),
  ...part('places', { resultId: 'results' }),
  ...part('record_claims', { resultId: 'results' }),
  ...part('splits', { resultId: 'results' }),
  ...part('attempts', { resultId: 'results' }),
  ...part('published_places', { resultId: 'results' }),
  ...part('citations', Object.fromEntries(TARGET_COLUMNS)),
  ...resting('competitions', { seriesId: 'series', withinId: 'competitions' }),
  ...resting('events', { competitionId: 'competitions' }),
  ...resting('races', { eventId: 'events' }),
  ...resting('results', { raceId: 'races', athleteId: 'athletes' }),
  ...resting('team_members', { athleteId: 'athletes' }),
  ...resting('biography_chapters', { translationOfId: 'biography_chapters' }),
  ...resting('claims', { sourceId: 'sources', resultId: 'results', otherId: 'athletes' }),
  { table: 'claims', column: 'seriesSlug', parent: 'series', key: 'slug', isPart: false },
  ...resting('citations', { sourceId: 'sources' }),
  ...resting('published_places', { sourceId: 'sources' }),
]
