import 'server-only'
import { AUTHORITIES, AUTHORITY } from '@/lib/record/external-id'
import type { Row, Values } from '@/lib/record/things/thing'
import type { Db } from '@/prisma/client'
import type { Objections } from './record-rules'

/** An athlete has one identifier of an authority; whose it is already may be the same person. */
export async function checkExternalId(db: Db, row: Row, values: Values): Promise<Objections> {
  const authority = AUTHORITIES.find((one) => one === values.authority)
  if (!authority) return { errors: {}, doubts: {} }
  const others = await db.externalId.findMany({
    where: {
      authority,
      withdrawn: false,
      id: { not: String(row.id ?? '') },
      OR: [{ athleteId: String(row.athleteId) }, { value: String(values.value) }],
    },
    include: { athlete: true },
  })
  const own = others.find(({ athleteId }) => athleteId === row.athleteId)
  if (own) {
    const reason = `The athlete is ${own.value} there already: change or withdraw that one.`
    return { errors: { authority: reason }, doubts: {} }
  }
  const [other] = others
  if (!other) return { errors: {}, doubts: {} }
  const reason = `${other.athlete.displayName} has this identifier of ${AUTHORITY[authority]}, too. Are they one person?`
  return { errors: {}, doubts: { value: reason } }
}
