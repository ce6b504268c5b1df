/** Saves without end and reports each acknowledged save to its parent, which kills it (see embedded.test.ts). */
import { Client } from 'pg'
import { openEmbedded } from '@/prisma/embedded'

const embedded = await openEmbedded(process.argv[2] ?? '')
const client = new Client({ connectionString: embedded.url })
await client.connect()
// What was written and not acknowledged before may be there too; go on after the highest number.
const { rows } = await client.query<{ last: number }>('SELECT coalesce(max(reason::int), 0) AS last FROM change_sets')
for (let number = (rows[0]?.last ?? 0) + 1; ; number++) {
  await client.query(`INSERT INTO change_sets (kind, "authorName", reason) VALUES ('SEED', 'saver', $1)`, [number])
  process.send?.(number)
}
