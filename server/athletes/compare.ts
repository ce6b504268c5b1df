import 'server-only'
import type { AthleteRecord } from '@/lib/record/athlete'
import { db } from '../db'
import { getSlugMergedInto } from '../merging/former-address'
import { findAthletes, getAthleteRecord } from './athletes'

/** Follows mergers: the present slugs of these athletes, each once. */
export async function followAll(slugs: readonly string[]): Promise<string[]> {
  return [...new Set(await Promise.all(slugs.map(async (slug) => (await getSlugMergedInto('athletes', slug)) ?? slug)))]
}

export interface Candidate {
  slug: string
  name: string
  countryCode: string | null
  birthDate: string | null
}

const MOST_CANDIDATES = 8

/** The records of these athletes in their order, and the unknown slugs. */
export async function getCompared(slugs: readonly string[]): Promise<{ records: AthleteRecord[]; unknown: string[] }> {
  const found = await Promise.all(slugs.map((slug) => getAthleteRecord(slug)))
  return {
    records: found.filter((record) => record !== null),
    unknown: slugs.filter((_, index) => found[index] === null),
  }
}

/** The athletes that typed text may mean: the one with that address, or those whose name contains it. */
export async function findCandidates(typed: string): Promise<Candidate[]> {
  const slug = typed.toLowerCase()
  const known = await db().athlete.findFirst({
    where: { slug, withdrawn: false },
    select: { slug: true, displayName: true, countryCode: true, birthDate: true },
  })
  if (known) return [{ ...known, name: known.displayName }]
  return findAthletes(db(), { query: typed, take: MOST_CANDIDATES })
}
