/**
 * Takes the steps of testing/steps on the record that a site serves: one for each line of its input. A line may also ask
 * for steps drawn by chance, which it takes from later lines.
 */
import { createInterface } from 'node:readline'
import fc from 'fast-check'
import { createClient } from '../prisma/client'
import { admitOperator } from '../server/accounts/editor'
import { ACTS, type Step, sequencesOf } from '../testing/steps/steps'
import { makeTwins } from '../testing/steps/twins'
import { USERS } from './people'
import { joinRecord } from './record-url'

const { url, close } = await joinRecord(process.argv[2] ?? '')
const db = createClient(url)
const editor = await admitOperator(db, USERS.oyuna.email)
if (!editor) throw new Error('Oyuna was not admitted.')
await makeTwins(db, editor)
const changes: number[] = []
console.log('ready')
for await (const line of createInterface(process.stdin)) {
  const asked = JSON.parse(line) as Step | { draw: number; seed: number }
  if ('draw' in asked) {
    console.log(JSON.stringify(draw(asked)))
    continue
  }
  const step = asked
  const outcome = await ACTS[step.act]({ editor, db, step, changes })
  if (outcome.changeSetId !== undefined) changes.push(outcome.changeSetId)
  console.log(JSON.stringify(outcome))
}
await db.$disconnect()
await close()

/** So many steps, in sequences that each can meet its own things. */
function draw({ draw: wanted, seed }: { draw: number; seed: number }): Step[] {
  return fc
    .sample(sequencesOf(12), { numRuns: Math.ceil(wanted / 4), seed })
    .flat()
    .slice(0, wanted)
}
