/** What publishing a proposal would do to bests, records and findings. */
import { effects } from '@/lib/career/effects'
import type { Finding } from '@/lib/findings/finding'
import type { AthleteRecord } from '@/lib/record/athlete'
import type { ProposalEffects } from '@/lib/record/proposal'
import type { Db } from '@/prisma/client'
import { findAthleteRecord } from '../athletes/athletes'
import { findFindingsOf } from '../findings/findings'

/** A change of a competition concerns all who took part; these many are computed. */
const MOST_ATHLETES = 10

export type Computed = Map<string, { record: AthleteRecord; findings: Finding[] }>

/** The athletes whom a change set is about, by slug: as it filed its rows, and the members of its teams. */
export async function findConcerned(db: Db, changeSetId: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ slug: string }[]>`
    WITH own AS (SELECT * FROM revisions WHERE "changeSetId" = ${changeSetId})
    SELECT a.slug FROM athletes a WHERE NOT a.withdrawn AND a.id IN (
      SELECT "athleteId" FROM own
      UNION SELECT before ->> 'athleteId' FROM own WHERE entity = 'results'
      UNION SELECT m."athleteId" FROM team_members m WHERE m."resultId" IN (SELECT "resultId" FROM own)
      UNION SELECT r."athleteId" FROM results r JOIN races ra ON ra.id = r."raceId" JOIN events e ON e.id = ra."eventId"
        WHERE NOT r.withdrawn AND e."competitionId" IN (SELECT "competitionId" FROM own WHERE entity = 'competitions')
    ) ORDER BY a.slug LIMIT ${MOST_ATHLETES}`
  return rows.map(({ slug }) => slug)
}

export async function compute(db: Db, slugs: readonly string[]): Promise<Computed> {
  const computed: Computed = new Map()
  for (const slug of slugs) {
    const record = await findAthleteRecord(db, slug)
    if (record) computed.set(slug, { record, findings: await findFindingsOf(db, [record]) })
  }
  return computed
}

/** The differences, athlete by athlete; those of whom nothing computed changes are left out. */
export function differences(before: Computed, after: Computed): ProposalEffects[] {
  return [...after].flatMap(([slug, { record, findings }]) => {
    const was = before.get(slug)
    const known = new Set(was?.findings.map(({ fingerprint }) => fingerprint))
    const left = new Set(findings.map(({ fingerprint }) => fingerprint))
    const changed = {
      athlete: { slug, name: record.athlete.displayName },
      effects: effects(was?.record.results ?? [], record.results),
      newFindings: findings.filter(({ fingerprint }) => !known.has(fingerprint)).map(said),
      solvedFindings: (was?.findings ?? []).filter(({ fingerprint }) => !left.has(fingerprint)).map(said),
    }
    return changed.effects.length + changed.newFindings.length + changed.solvedFindings.length > 0 ? [changed] : []
  })
}

const said = ({ label, explanation }: Finding) => `${label}: ${explanation}`
