/** What an import's rows and people look like as a whole, so that an odd list is doubted before it is written. */
import { type Clash, clashInWords } from '@/lib/import/agreement'
import { type Doubt, doubtsAbout, type ListBest, type ListPeople, unconfirmed } from '@/lib/import/doubts'
import { worldBest } from '@/lib/sport/world-bests'
import type { Db } from '@/prisma/client'

/** The places in which a list and its surroundings disagree, with how many rows say so. */
export async function findClashes(db: Db, importId: string): Promise<(Clash & { rows: number })[]> {
  return db.$queryRaw<(Clash & { rows: number })[]>`
    SELECT clash ->> 'field' AS field, clash ->> 'near' AS near, clash ->> 'nearFrom' AS "nearFrom",
      clash ->> 'far' AS far, clash ->> 'farFrom' AS "farFrom", count(*)::int AS rows
    FROM import_rows r, jsonb_array_elements(r.listing -> 'clashes') clash
    WHERE r."importId" = ${importId} AND r.question = 'READING' AND NOT r."leftOut"
    GROUP BY 1, 2, 3, 4, 5 ORDER BY rows DESC, 1, 2, 4 LIMIT 50`
}

/** What is odd about the rows that would be written, unless somebody has confirmed it. */
export async function findDoubts(db: Db, importId: string): Promise<Doubt[]> {
  const found = await db.import.findUnique({ where: { id: importId }, select: { confirmed: true } })
  const doubts = doubtsAbout(await findBests(db, importId), await findListPeople(db, importId), worldBest)
  return unconfirmed(doubts, found?.confirmed ?? [])
}

/**
 * Why an import cannot be accepted as it is: what disagrees in it, or is odd and not confirmed. Null where nothing is.
 *
 * @param confirmed what somebody has typed.
 */
export async function whyDoubted(
  db: Db,
  importId: string,
  confirmed: readonly string[],
): Promise<{ reason: string; doubts: Doubt[] } | null> {
  const [clash] = await findClashes(db, importId)
  if (clash) return { reason: `${counted(clash.rows)}: ${clashInWords(clash)} Say first which is right.`, doubts: [] }
  const doubts = unconfirmed(await findDoubts(db, importId), confirmed)
  if (doubts.length === 0) return null
  const words = doubts.map(({ code }) => `“${code}”`).join(' and ')
  return {
    reason: `${doubts.map(({ sentence }) => sentence).join(' ')} To accept it all the same, confirm ${words}.`,
    doubts,
  }
}

function counted(rows: number): string {
  return rows === 1 ? 'In one row' : `In ${rows.toLocaleString('en')} rows`
}

/** Of each discipline and sex, the best mark that counts and is not known already. */
async function findBests(db: Db, importId: string): Promise<ListBest[]> {
  return db.$queryRaw<ListBest[]>`
    SELECT DISTINCT ON (1, 2) r.listing ->> 'discipline' AS discipline, r.listing ->> 'sex' AS sex,
      (r.listing -> 'mark' ->> 'value')::float8 AS value, r.listing -> 'mark' ->> 'text' AS mark, r.listing ->> 'name' AS name,
      r.line
    FROM import_rows r JOIN disciplines d ON d.slug = r.listing ->> 'discipline'
    WHERE r."importId" = ${importId} AND r.kind IN ('NEW', 'CHANGES', 'CONTRADICTS', 'UNDECIDED') AND NOT r."leftOut"
      AND NOT r.written AND r.listing -> 'mark' ->> 'value' IS NOT NULL AND r.listing ->> 'status' IS NULL
      -- Neither helped by wind or slope, nor with another implement.
      AND NOT r.listing -> 'flags' ?| ARRAY['w', 'W', 'dh', 'x', 'e'] AND coalesce((r.listing ->> 'wind')::int, 0) <= 2000
      AND r.listing ->> 'ageGroup' IS NULL AND r.listing ->> 'paraClass' IS NULL
    ORDER BY 1, 2, CASE WHEN d.unit = 'MILLISECOND' THEN (r.listing -> 'mark' ->> 'value')::float8
      ELSE -(r.listing -> 'mark' ->> 'value')::float8 END, r.line`
}

async function findListPeople(db: Db, importId: string): Promise<ListPeople> {
  const [found] = await db.$queryRaw<ListPeople[]>`
    WITH people AS MATERIALIZED (
      SELECT p.id, p.key, p.sex, p."birthDate", p.state FROM import_people p
      WHERE p."importId" = ${importId} AND p.state IN ('KNOWN', 'NEW') AND NOT p.decided
    ), namesakes AS MATERIALIZED (
      SELECT people.id, bool_or(a.sex <> people.sex AND length(a."birthDate") = 10 AND a."birthDate" = people."birthDate") AS other
      FROM people JOIN search_entries s ON s.kind = 'ATHLETE' AND s.key = people.key
      JOIN athletes a ON a.id = s."entityId" AND NOT a.withdrawn
      WHERE people.state = 'NEW' GROUP BY people.id
    )
    SELECT (SELECT count(*)::int FROM people WHERE state = 'KNOWN') AS known,
      (SELECT count(*)::int FROM people WHERE state = 'NEW') AS created,
      count(*)::int AS namesakes, count(*) FILTER (WHERE other)::int AS "ofOtherSex" FROM namesakes`
  return found ?? { known: 0, created: 0, namesakes: 0, ofOtherSex: 0 }
}
