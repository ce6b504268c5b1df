/** Saves without end, telling its parent each save that was acknowledged: to be killed (see embedded.test.ts). */
import { createClient } from '@/prisma/client'
import { openEmbedded } from '@/prisma/embedded'

const embedded = await openEmbedded(process.argv[2] ?? '')
const db = createClient(embedded.url)
// What was written and not acknowledged before may be there too; go on after the highest number.
const reasons = await db.changeSet.findMany({ select: { reason: true } })
let number = Math.max(0, ...reasons.map(({ reason }) => Number(reason)))
for (;;) {
  number++
  await db.changeSet.create({ data: { kind: 'SEED', authorName: 'saver', reason: String(number) } })
  process.send?.(number)
}
