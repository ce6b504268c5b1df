import { expect, test } from 'vitest'
import { thingOfTable } from '@/lib/record/things/things'
import { engines } from '@/testing/database'
import { anEditor, openLoadedRecord } from '@/testing/record'
import { ACTS, EACH_KIND } from '@/testing/steps/steps'
import { makeTwins } from '@/testing/steps/twins'
import { findChangeSet } from './history'

/** "Claim", "Claim “”": a label, and nothing that tells one from another. */
function isBare(entity: string, subject: string): boolean {
  return subject.replace(/[\s“”]+$/, '').toLowerCase() === thingOfTable(entity)?.name
}

test('every line of every kind of change says what was added or changed', async () => {
  const database = await openLoadedRecord(engines().at(-1) ?? 'embedded')
  const editor = await anEditor(database.db, 'Oyuna')
  await makeTwins(database.db, editor)
  const changes: number[] = []
  const silent: string[] = []
  for (const step of EACH_KIND.flat()) {
    const { changeSetId } = await ACTS[step.act]({ editor, db: database.db, step, changes })
    if (changeSetId === undefined) continue
    changes.push(changeSetId)
    for (const { kind, entity, subject, fields } of (await findChangeSet(database.db, changeSetId))?.changes ?? []) {
      const isSilent = kind === 'changed' && fields.length === 0
      if (isSilent || isBare(entity, subject)) silent.push(`${JSON.stringify(step)}: ${entity} ${subject} ${kind}`)
      expect(fields.filter(({ field }) => /Id$/.test(field))).toEqual([])
    }
  }
  await database.close()
  expect(changes.length).toBeGreaterThan(EACH_KIND.length)
  expect(silent).toEqual([])
}, 120_000)
