import 'server-only'
import type { Row } from '@/lib/record/things/thing'
import type { Db } from '@/prisma/client'
import { REFERENCES } from '../history/references'

/** What the rows of a table are called by those that they rest on. */
const WORDS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  biography_chapters: ['translation', 'translations'],
  citations: ['citation', 'citations'],
  claims: ['claim', 'claims'],
  competitions: ['competition', 'competitions'],
  events: ['event', 'events'],
  races: ['race', 'races'],
  published_places: ['place as published', 'places as published'],
  results: ['result', 'results'],
  team_members: ['leg of a relay', 'legs of relays'],
}

/** What rests on a row by now, as "3 results rest", and would be left without it; null where nothing does. */
export async function findDependents(db: Db, table: string, row: Row): Promise<string | null> {
  for (const { table: dependents, column, key, parent, isPart } of REFERENCES) {
    if (parent !== table || isPart) continue
    const [{ number } = { number: 0 }] = await db.$queryRawUnsafe<{ number: number }[]>(
      `SELECT count(*)::int AS number FROM "${dependents}" WHERE "${column}" = $1 AND NOT withdrawn`,
      row[key],
    )
    const [one, many] = WORDS[dependents] ?? [dependents, dependents]
    if (number > 0) return number === 1 ? `1 ${one} rests` : `${number} ${many} rest`
  }
  return null
}
