import { afterAll, beforeAll, expect, test } from 'vitest'
import { correctAt } from '@/testing/correcting'
import type { TestDatabase } from '@/testing/database'
import { type MailServer, openMailServer } from '@/testing/mail-server'
import { aContributor, anEditor, openLoadedRecord, SER_OD } from '@/testing/record'
import { mailDigests, setDigestMailed } from './mailing'
import { setWatching } from './watches'

let post: MailServer
let database: TestDatabase
beforeAll(async () => {
  database = await openLoadedRecord('embedded')
  post = await openMailServer()
})
afterAll(async () => {
  await post.close()
  await database.close()
})

test('what changed is mailed once, to those who asked for it, and not more than once a day', async () => {
  const { db } = database
  const [oyuna, carol] = [await anEditor(db, 'Oyuna'), await aContributor(db, 'Carol')]
  const { id } = await db.athlete.findUniqueOrThrow({ where: { slug: SER_OD } })
  await setWatching(db, carol, { kind: 'athlete', id }, true)
  await correctAt(db, oyuna, '2011-london-marathon', { note: 'Before the mails' })
  expect(await mailDigests(db)).toBe(0)

  await setDigestMailed(db, carol, true)
  const change = await correctAt(db, oyuna, '2013-osaka-marathon', { note: 'In the wind' })
  expect(await mailDigests(db)).toBe(1)
  expect(post.mails).toHaveLength(1)
  expect(post.mails[0]).toMatchObject({ to: 'carol@palmares.example' })
  expect(post.mails[0]?.text).toContain(`/changes/${change}`)
  expect(post.mails[0]?.text).not.toContain('Before the mails')

  await correctAt(db, oyuna, '2013-osaka-marathon', { note: 'In the storm' })
  expect(await mailDigests(db)).toBe(0)
  const tomorrow = new Date(Date.now() + 24 * 3_600_000)
  expect(await mailDigests(db, tomorrow)).toBe(1)
  expect(post.mails[1]?.text).not.toContain(`/changes/${change}\r`)
  await setDigestMailed(db, carol, false)
  await correctAt(db, oyuna, '2013-osaka-marathon', { note: 'In the calm' })
  expect(await mailDigests(db, new Date(tomorrow.getTime() + 48 * 3_600_000))).toBe(0)
})
