import 'server-only'
import { uncited } from '@/lib/career/save-preview'
import type { Result } from '@/lib/record/result'
import { getAthleteRecord } from '../athletes/athletes'
import { getResult } from './results'

/** The athlete on whose page a result is: its own, or the first of its team. */
export async function getAthleteOf(resultId: string): Promise<{ slug: string; name: string } | null> {
  const found = await getResult(resultId)
  if (!found) return null
  if (found.athlete) return { slug: found.athlete.slug, name: found.athlete.displayName }
  const [member] = found.result.members
  return member ? { slug: member.slug, name: member.name } : null
}

/** All results of the athlete, this one included: what a change to it may affect; null where it is nobody's. */
export async function getSiblingResults(resultId: string): Promise<Result[] | null> {
  const athlete = await getAthleteOf(resultId)
  const record = athlete && (await getAthleteRecord(athlete.slug))
  return record ? record.results.map(uncited) : null
}
