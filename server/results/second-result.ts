/** Nobody runs a race twice: neither alone, nor in a team, nor does a team. */
import 'server-only'
import type { Db } from '@/prisma/client'
import { refused } from './refusal'

/** Who has a result: an athlete, or a team with its members. */
export interface Entrant {
  team: string | null
  athleteIds: readonly string[]
}

interface InRace {
  raceId: string
  /** The result that is being saved; null for a new one. */
  resultId: string | null
}

/** The result that one of them has in the race besides, with the reason for a refusal. */
export async function findSecondResult(
  db: Db,
  { raceId, resultId }: InRace,
  { team, athleteIds }: Entrant,
): Promise<{ id: string; reason: string } | null> {
  const members = { athleteId: { in: [...athleteIds] }, withdrawn: false }
  const second = await db.result.findFirst({
    where: {
      raceId,
      withdrawn: false,
      id: { not: resultId ?? undefined },
      OR: [
        { athleteId: members.athleteId },
        { members: { some: members } },
        ...(team === null ? [] : [{ team: { equals: team, mode: 'insensitive' as const } }]),
      ],
    },
    include: { athlete: true, members: { where: members, include: { athlete: true } } },
  })
  if (!second) return null
  const [member] = second.members
  const who = second.athlete?.displayName ?? member?.athlete.displayName ?? second.team
  return { id: second.id, reason: `${who} has a result in that race already: correct that one instead.` }
}

/**
 * Sees that there is none. Who enters is locked first, so that of two editors who add the same result at once the second
 * is refused.
 *
 * @param input the form's input to which the refusal belongs.
 */
export async function refuseSecondResult(
  tx: Db,
  { input = 'competition', ...race }: InRace & { input?: string },
  entrant: Entrant,
): Promise<void> {
  if (entrant.team !== null) await tx.$queryRaw`SELECT id FROM races WHERE id = ${race.raceId} FOR UPDATE`
  const ids = [...entrant.athleteIds]
  await tx.$queryRaw`SELECT id FROM athletes WHERE id = ANY (${ids}::text[]) ORDER BY id FOR UPDATE`
  const second = await findSecondResult(tx, race, entrant)
  if (second) throw refused({ [input]: second.reason }, second.id)
}
