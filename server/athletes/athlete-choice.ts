/** Athletes as a form of the desk offers them, and as its text means them. */
import 'server-only'
import { haveSameWords } from '@/lib/form/same-words'
import { memberNamed } from '@/lib/record/team'
import type { Db } from '@/prisma/client'
import { findMatches } from '../search/search'

export interface AthleteChoice {
  slug: string
  label: string
  /** What distinguishes them from others of the same name; may be empty. */
  detail: string
}

const OFFERED = 12

/** Athletes who go by what was typed, the best first. */
export async function findAthleteChoices(db: Db, text: string): Promise<AthleteChoice[]> {
  const { matches } = await findMatches(db, text, { kinds: ['athlete'], limit: OFFERED })
  return matches.map(({ slug, label, detail }) => ({ slug, label, detail }))
}

export type ResolvedAthlete =
  | { athlete: { id: string; slug: string; name: string } }
  | { candidates: AthleteChoice[]; reason: string }

/**
 * The one athlete whom a text means, or those it may mean: nothing is guessed.
 *
 * @param slug whom the form says it means, where it does.
 */
export async function resolveAthlete(db: Db, text: string, slug: string | null): Promise<ResolvedAthlete> {
  const known = slug ?? memberNamed(text)?.slug ?? null
  const named = known === null ? await findNamed(db, text) : []
  const [only, ...others] = named.filter(({ label }) => haveSameWords(label, text))
  const meant = known ?? (others.length === 0 ? only?.slug : undefined)
  const row = meant && (await db.athlete.findFirst({ where: { slug: meant, withdrawn: false } }))
  if (row) return { athlete: { id: row.id, slug: row.slug, name: row.displayName } }
  const candidates = named.length > 0 ? named : await findNamed(db, memberNamed(text)?.name ?? text)
  const [what, where] = ['Which athlete is meant?', 'There is nobody of that name in the record.']
  return { candidates, reason: candidates.length > 0 ? `${what} Choose one below.` : `${where} Add the athlete first.` }
}

function findNamed(db: Db, text: string): Promise<AthleteChoice[]> {
  return text === '' ? Promise.resolve([]) : findAthleteChoices(db, text)
}
