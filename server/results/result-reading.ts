/** The record as the page of one result shows it. */
import 'server-only'
import { askedFor, type Query } from '@/lib/pages/past'
import { type Reading, readRecord } from '../athletes/record-at'
import { collectSubjects, dependsOn } from '../freshness/depends-on'
import { athleteNameSubject, careerSubject, competitionHeadSubject, resultSubject } from '../freshness/subjects'

/**
 * The record of the athlete, for a page that shows one result whole and of the others only what `careerSubject` says: a
 * change to the sources of another leaves the page as it is.
 */
export async function readRecordAround(resultId: string, slug: string, query: Query): Promise<Reading> {
  if (askedFor(query)?.kind !== 'today') return readRecord(slug, query)
  const { value: reading } = await collectSubjects(() => readRecord(slug, query))
  if (!reading.found) return reading
  const { athlete, results } = reading.record
  const competitions = results.flatMap(({ competition }) => [competition, ...competition.inner])
  dependsOn(careerSubject(athlete.id), athleteNameSubject(athlete.id), resultSubject(resultId))
  dependsOn(...competitions.map(({ id }) => competitionHeadSubject(id)))
  return reading
}
