/**
 * Whoever is new to the record, and has the same mark in the same race as somebody whom the record has, may be that
 * athlete under another spelling: that is asked.
 */
import { type KnownAthlete, mayBeOfSameRace, SAME_RACE } from '@/lib/import/people'
import type { PartialDate } from '@/lib/sport/partial-date'
import type { Db } from '@/prisma/client'
import { AS_TOLD } from './match-people'

/** Heights are few, so that many clear the same one. */
const COMMON_MARKS = ['high-jump', 'pole-vault']

interface Shared {
  personId: string
  key: string
  birthDate: PartialDate | null
  countryCode: string | null
  sex: KnownAthlete['sex']
  athlete: KnownAthlete
  isCommonMark: boolean
}

/** Asks about these people, before their rows are compared. */
export async function askAboutSameRaces(db: Db, importId: string): Promise<void> {
  const shared = await findShared(db, importId)
  const asked = new Map<string, Set<string>>()
  for (const { personId, athlete, isCommonMark, ...person } of shared) {
    const listed = { ...person, firstDate: '', lastDate: '' }
    if (!mayBeOfSameRace(listed, { athlete, isCommonMark })) continue
    asked.set(personId, (asked.get(personId) ?? new Set()).add(athlete.id))
  }
  const people = [...asked].map(([id, athletes]) => ({
    id,
    candidates: [...athletes].map((athleteId) => ({ athleteId, why: SAME_RACE })),
  }))
  await db.$executeRaw`
    UPDATE import_people p SET state = 'ASK', "athleteId" = NULL, candidates = asked.candidates, reason = ${SAME_RACE}
    FROM jsonb_to_recordset(${JSON.stringify(people)}::jsonb) asked(id text, candidates jsonb)
    WHERE p."importId" = ${importId} AND p.id = asked.id`
}

/** Results of the record with the mark and the race of a row whose athlete would be new, unless another row is theirs. */
async function findShared(db: Db, importId: string): Promise<Shared[]> {
  return db.$queryRaw<Shared[]>`
    WITH shared AS MATERIALIZED (
      SELECT DISTINCT p.id AS "personId", x."athleteId",
        r.listing ->> 'discipline' = ANY (${COMMON_MARKS}::text[]) AS "isCommonMark"
      FROM import_people p
      JOIN import_rows r ON r."importId" = p."importId" AND r."personId" = p.id AND NOT r."leftOut"
      JOIN import_meetings m ON m."importId" = r."importId" AND m.id = r."meetingId" AND m.state = 'KNOWN'
      JOIN events e ON e."competitionId" = m."competitionId" AND e."disciplineSlug" = r.listing ->> 'discipline'
        AND e.sex = p.sex AND NOT e.withdrawn
      JOIN races ra ON ra."eventId" = e.id AND ra.round::text = r.listing ->> 'round' AND NOT ra.withdrawn
      JOIN results x ON x."raceId" = ra.id AND x.value = (r.listing -> 'mark' ->> 'value')::bigint AND NOT x.withdrawn
      WHERE p."importId" = ${importId} AND p.state = 'NEW' AND NOT p.decided AND p.reason IS DISTINCT FROM ${AS_TOLD}
        AND x."athleteId" IS NOT NULL
        AND NOT EXISTS (
          SELECT 1 FROM import_people q JOIN import_rows o ON o."importId" = q."importId" AND o."personId" = q.id
          WHERE q."importId" = p."importId" AND q."athleteId" = x."athleteId" AND q.state = 'KNOWN' AND o."meetingId" = r."meetingId")
        AND NOT EXISTS (
          SELECT 1 FROM places s WHERE s."resultId" = x.id AND s.classification = 'overall' AND NOT s.withdrawn
            AND s.place <> (r.listing ->> 'place')::int)
    )
    SELECT shared."personId", shared."isCommonMark", p.key, p."birthDate", p."countryCode", p.sex, jsonb_build_object(
      'id', a.id, 'birthDate', a."birthDate", 'sex', a.sex,
      'keys', (SELECT jsonb_agg(DISTINCT s.key) FROM search_entries s WHERE s.kind = 'ATHLETE' AND s."entityId" = a.id),
      'countryCodes', to_jsonb(ARRAY(SELECT a."countryCode" WHERE a."countryCode" IS NOT NULL
        UNION SELECT t."countryCode" FROM representations t WHERE t."athleteId" = a.id AND NOT t.withdrawn))) AS athlete
    FROM shared
    JOIN import_people p ON p."importId" = ${importId} AND p.id = shared."personId"
    JOIN athletes a ON a.id = shared."athleteId" AND NOT a.withdrawn
    WHERE EXISTS (SELECT 1 FROM search_entries s WHERE s.kind = 'ATHLETE' AND s."entityId" = a.id)`
}
