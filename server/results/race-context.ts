/** What a row of results shows of its race: who won, how far ahead, and how many finished. */
import 'server-only'
import { cache } from 'react'
import type { RaceContext } from '@/lib/record/race-context'
import { coarserPrecision, gapBetween } from '@/lib/sport/compared-mark'
import { type DisciplineSlug, isDisciplineSlug } from '@/lib/sport/disciplines'
import { displayMark } from '@/lib/sport/display-mark'
import { isNetTime } from '@/lib/sport/eligibility'
import type { Timing } from '@/lib/sport/performance'
import type { Status } from '@/lib/sport/status'
import type { Db } from '@/prisma/client'
import { db } from '../db'
import { dependsOn } from '../freshness/depends-on'
import { athleteNameSubject, raceSubject } from '../freshness/subjects'

/** What a gap is measured between. */
interface Measured {
  id: string
  raceId: string
  value: number | null
  precision: number | null
  timing: Timing | null
}

interface Row extends Measured {
  discipline: string
  status: Status | null
  finishers: number | null
}

interface WinnerRow extends Measured {
  athleteId: string | null
  slug: string | null
  name: string
  mark: string | null
  flags: string[]
}

/** By the id of the result; a race of which neither a winner nor the number of finishers is known is left out. */
export async function findRaceContexts(db: Db, resultIds: readonly string[]): Promise<Map<string, RaceContext>> {
  if (resultIds.length === 0) return new Map()
  const rows = await db.$queryRaw<Row[]>`
    SELECT r.id, r."raceId", e."disciplineSlug" AS discipline, r.value, r.precision, r.timing, r.status, ra.finishers
    FROM unnest(${[...resultIds]}::text[]) wanted(id) JOIN results r ON r.id = wanted.id
    JOIN races ra ON ra.id = r."raceId" JOIN events e ON e.id = ra."eventId"
    WHERE NOT r.withdrawn`
  const winners = await findWinners(db, [...new Set(rows.map(({ raceId }) => raceId))])
  return new Map(
    rows.flatMap((row): [string, RaceContext][] => {
      const { id, raceId, discipline: slug, finishers } = row
      const won = winners.filter((winner) => winner.raceId === raceId)
      if (!isDisciplineSlug(slug) || (won.length === 0 && finishers === null)) return []
      return [[id, { winners: won.map((winner) => shown(winner, slug)), ...gapBehind(row, won, slug), finishers }]]
    }),
  )
}

function shown({ id, slug, name, ...mark }: WinnerRow, discipline: DisciplineSlug): RaceContext['winners'][number] {
  return { resultId: id, slug, name, mark: displayMark({ ...mark, discipline }) }
}

function gapBehind(
  row: Row,
  winners: readonly WinnerRow[],
  slug: DisciplineSlug,
): Pick<RaceContext, 'gap' | 'precision'> {
  const [winner] = winners
  const precision = coarserPrecision({ ...row, discipline: slug }, winner ?? row)
  if (winner === undefined || row.status !== null || winners.some(({ id }) => id === row.id))
    return { gap: null, precision }
  const isCompared = isNetTime({ ...row, discipline: slug }) === isNetTime({ ...winner, discipline: slug })
  if (!isCompared || row.value === null || winner.value === null) return { gap: null, precision }
  return { gap: gapBetween(row.value, winner.value, slug), precision }
}

async function findWinners(db: Db, raceIds: readonly string[]): Promise<WinnerRow[]> {
  dependsOn(...raceIds.map(raceSubject))
  const found = await db.$queryRaw<WinnerRow[]>`
    SELECT r.id, r."raceId", a.id AS "athleteId", a.slug, coalesce(r.team, a."displayName") AS name, r.mark, r.value,
      r.precision, r.timing, r.flags
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
