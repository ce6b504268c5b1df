/** Takes the steps of testing/steps on the record that a site serves: one for each line of its input. */
import { createInterface } from 'node:readline'
import { createClient } from '../prisma/client'
import { joinEmbedded } from '../prisma/embedded'
import { admitOperator } from '../server/accounts/editor'
import { ACTS, type Step } from '../testing/steps/steps'
import { makeTwins } from '../testing/steps/twins'
import { USERS } from './people'

const { url, close } = await joinEmbedded(process.argv[2] ?? '')
const db = createClient(url)
const editor = await admitOperator(db, USERS.oyuna.email)
if (!editor) throw new Error('Oyuna was not admitted.')
await makeTwins(db, editor)
const changes: number[] = []
console.log('ready')
for await (const line of createInterface(process.stdin)) {
  const step = JSON.parse(line) as Step
  const outcome = await ACTS[step.act]({ editor, db, step, changes })
  if (outcome.changeSetId !== undefined) changes.push(outcome.changeSetId)
  console.log(JSON.stringify(outcome))
}
await db.$disconnect()
await close()
