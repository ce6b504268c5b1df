/** What a row of results shows of its race: who won, how far ahead, and how many finished. */
import 'server-only'
import { cache } from 'react'
import { gapBetween } from '@/lib/sport/compared-mark'
import { type DisciplineSlug, isDisciplineSlug } from '@/lib/sport/disciplines'
import type { Status } from '@/lib/sport/status'
import type { Db } from '@/prisma/client'
import { db } from '../db'
import { dependsOn } from '../freshness/depends-on'
import { athleteNameSubject, raceSubject } from '../freshness/subjects'

export interface RaceContext {
  /** First in the race as a whole; several who share the place. The athlete's own result is among them for a win. */
  winners: { resultId: string; slug: string | null; name: string; mark: string | null; value: number | null }[]
  /** From the winner's mark, in the unit of the discipline; null where either mark is not known, or for the winner. */
  gap: number | null
  /** As a list says; null where none does. */
  finishers: number | null
}

interface Row {
  id: string
  raceId: string
  discipline: string
  value: number | null
  status: Status | null
  finishers: number | null
}

interface WinnerRow {
  resultId: string
  raceId: string
  athleteId: string | null
  slug: string | null
  name: string
  mark: string | null
  value: number | null
}

/** By the id of the result; a race of which neither a winner nor the number of finishers is known is left out. */
export async function findRaceContexts(db: Db, resultIds: readonly string[]): Promise<Map<string, RaceContext>> {
  if (resultIds.length === 0) return new Map()
  const rows = await db.$queryRaw<Row[]>`
    SELECT r.id, r."raceId", e."disciplineSlug" AS discipline, r.value, r.status, ra.finishers
    FROM unnest(${[...resultIds]}::text[]) wanted(id) JOIN results r ON r.id = wanted.id
    JOIN races ra ON ra.id = r."raceId" JOIN events e ON e.id = ra."eventId"
    WHERE NOT r.withdrawn`
  const winners = await findWinners(db, [...new Set(rows.map(({ raceId }) => raceId))])
  return new Map(
    rows.flatMap((row): [string, RaceContext][] => {
      const { id, raceId, discipline, value, status, finishers } = row
      const won = winners.filter((winner) => winner.raceId === raceId)
      if (!isDisciplineSlug(discipline) || (won.length === 0 && finishers === null)) return []
      const gap = status === null ? gapBehind({ id, value, discipline }, won) : null
      return [[id, { winners: won.map(({ raceId: _race, athleteId: _athlete, ...winner }) => winner), gap, finishers }]]
    }),
  )
}

function gapBehind(
  { id, value, discipline }: { id: string; value: number | null; discipline: DisciplineSlug },
  winners: readonly WinnerRow[],
): number | null {
  const [winner] = winners
  if (winner === undefined || winner.value === null || value === null) return null
  return winners.some(({ resultId }) => resultId === id) ? null : gapBetween(value, winner.value, discipline)
}

async function findWinners(db: Db, raceIds: readonly string[]): Promise<WinnerRow[]> {
  dependsOn(...raceIds.map(raceSubject))
  const found = await db.$queryRaw<WinnerRow[]>`
    SELECT r.id AS "resultId", r."raceId", a.id AS "athleteId", a.slug, coalesce(r.team, a."displayName") AS name, r.mark,
      r.value
    FROM results r JOIN places p ON p."resultId" = r.id LEFT JOIN athletes a ON a.id = r."athleteId"
    WHERE r."raceId" = ANY (${[...raceIds]}::text[]) AND p.classification = 'overall' AND p.place = 1
      AND NOT r.withdrawn AND NOT p.withdrawn AND r.status IS NULL AND coalesce(r.team, a."displayName") IS NOT NULL
    ORDER BY r.id`
  dependsOn(...found.flatMap(({ athleteId }) => (athleteId === null ? [] : [athleteNameSubject(athleteId)])))
  return found
}

export const getRaceContext = cache(async (resultId: string) =>
  (await findRaceContexts(db(), [resultId])).get(resultId),
)
export const getRaceContexts = (resultIds: readonly string[]) => findRaceContexts(db(), resultIds)
