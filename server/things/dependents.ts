import 'server-only'
import type { Db } from '@/prisma/client'

/** What rests on the rows of a table, and would hang in the air without one of them. */
const DEPENDENTS: Readonly<Record<string, readonly [what: string, table: string, column: string][]>> = {
  athletes: [
    ['results', 'results', 'athleteId'],
    ['legs of relays', 'team_members', 'athleteId'],
  ],
  series: [['competitions', 'competitions', 'seriesId']],
  competitions: [['events', 'events', 'competitionId']],
  events: [['races', 'races', 'eventId']],
  races: [['results', 'results', 'raceId']],
  sources: [
    ['citations', 'citations', 'sourceId'],
    ['claims', 'claims', 'sourceId'],
  ],
}

/** What rests on a row by now, as "3 results"; null where nothing does. */
export async function findDependents(db: Db, table: string, id: string): Promise<string | null> {
  for (const [what, dependents, column] of DEPENDENTS[table] ?? []) {
    const [{ number } = { number: 0 }] = await db.$queryRawUnsafe<{ number: number }[]>(
      `SELECT count(*)::int AS number FROM "${dependents}" WHERE "${column}" = $1 AND NOT withdrawn`,
      id,
    )
    if (number > 0) return `${number} ${what}`
  }
  return null
}
