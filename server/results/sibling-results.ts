import 'server-only'
import { uncited } from '@/lib/career/save-preview'
import type { Result } from '@/lib/record/result'
import { getAthleteRecord } from '../athletes/athletes'
import { getResult } from './results'

/** Whose page a result stands on: its athlete's, or that of the first of its team. */
export async function getAthleteOf(resultId: string): Promise<{ slug: string; name: string } | null> {
  const found = await getResult(resultId)
  if (!found) return null
  if (found.athlete) return { slug: found.athlete.slug, name: found.athlete.displayName }
  const [member] = found.result.members
  return member ? { slug: member.slug, name: member.name } : null
}

/** All that stands in the record beside a result and may change with it, itself included; null where it is nobody's. */
export async function getSiblingResults(resultId: string): Promise<Result[] | null> {
  const athlete = await getAthleteOf(resultId)
  const record = athlete && (await getAthleteRecord(athlete.slug))
  return record ? record.results.map(uncited) : null
}
