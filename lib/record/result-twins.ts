/** Two results that are one start: of the same athlete or team in the same race. */

import type { Result } from './result'

type Entrant = Pick<Result, 'id' | 'athleteId' | 'team'> & { members: readonly { athleteId: string }[] }

/** The pairs among the results of two races that are one; each result is in one pair at most. */
export function findTwins<Started extends Entrant>(
  results: readonly Started[],
  others: readonly Started[],
): { one: Started; other: Started }[] {
  const known = new Map<string, Started[]>()
  for (const other of others) for (const key of entrantKeys(other)) known.set(key, [...(known.get(key) ?? []), other])
  const paired = new Set<string>()
  return results.flatMap((one) => {
    const other = entrantKeys(one)
      .flatMap((key) => known.get(key) ?? [])
      .find(({ id }) => !paired.has(id))
    if (!other) return []
    paired.add(other.id)
    return [{ one, other }]
  })
}

/** Who started, in the order in which it tells: the athlete, the team, each of its members. */
function entrantKeys({ athleteId, team, members }: Entrant): string[] {
  return [
    ...(athleteId === null ? [] : [`athlete ${athleteId}`]),
    ...(team === null ? [] : [`team ${team.trim().toLowerCase()}`]),
    ...members.map((member) => `athlete ${member.athleteId}`),
  ]
}

/** What one of two results that are the same leaves open, the other may fill. */
export const FILLED = [
  'timing',
  'wind',
  'date',
  'countryCode',
  'club',
  'qualification',
  'reactionTime',
  'ruleBroken',
  'implement',
  'teamScore',
  'note',
] as const

/** Where two results of a race are the same, these agree. */
const COMPARED = ['value', 'status', ...FILLED] as const

/** What of a result is compared; a date or a wind is null where only the race or the competition has one. */
export type Compared = Pick<Result, Exclude<(typeof COMPARED)[number], 'date'> | 'mark' | 'flags'> & {
  date: string | null
  places: readonly Pick<Result['places'][number], 'classification' | 'place'>[]
  records: readonly Pick<Result['records'][number], 'code' | 'state'>[]
}

/** Whether neither contradicts the other, so that one of them is enough. */
export function isSameResult(one: Compared, other: Compared): boolean {
  const agree = (a: unknown, b: unknown) => a === b || a === null || b === null
  return (
    COMPARED.every((field) => agree(one[field], other[field])) &&
    (one.mark === null) === (other.mark === null) &&
    one.flags.toSorted().join() === other.flags.toSorted().join() &&
    one.places.every(({ classification, place }) =>
      other.places.every((known) => known.classification !== classification || known.place === place),
    ) &&
    one.records.every(({ code, state }) => other.records.every((known) => known.code !== code || known.state === state))
  )
}
