import { afterAll, beforeAll, expect, test } from 'vitest'
import { correctAt } from '@/testing/correcting'
import type { TestDatabase } from '@/testing/database'
import { type MailServer, openMailServer } from '@/testing/mail-server'
import { aContributor, anEditor, openLoadedRecord } from '@/testing/record'
import { asTicked } from '@/testing/undoing'
import type { Author, Editor } from '../accounts/editor'
import { isMailedDecisions, mailNews, setMailedDecisions } from './mailing'
import { approveProposal, declineProposal, discussProposal, findReview } from './review'

let post: MailServer
let database: TestDatabase
let carol: Author
let oyuna: Editor
beforeAll(async () => {
  database = await openLoadedRecord('embedded')
  post = await openMailServer()
  carol = await aContributor(database.db, 'Carol')
  oyuna = await anEditor(database.db, 'Oyuna')
})
afterAll(async () => {
  await post.close()
  await database.close()
})

const asPerson = ({ id: userId }: Author) => ({ userId, sessionId: '', visit: { network: null, device: null } })
const lastMail = () => post.mails.at(-1)?.text.replace(/\r\n/g, '\n') ?? ''

test('an author who asks for it is written to when a proposal is asked about, declined or published', async () => {
  const { db } = database
  const first = await correctAt(db, carol, '2014-fukuoka-marathon', { note: 'In the sun' })
  await discussProposal(db, oyuna, { id: first, text: 'Where does it say so?' })
  expect(await mailNews(db, first)).toBe(false)
  expect(await isMailedDecisions(db, carol.id)).toBe(false)

  await setMailedDecisions(db, asPerson(carol), true)
  expect(await mailNews(db, first)).toBe(true)
  expect(post.mails).toMatchObject([{ to: 'carol@palmares.example' }])
  expect(lastMail()).toContain(`/admin/proposals/${first}`)
  expect(decoded(lastMail())).toContain('Where does it say so?')
  // Nobody is written to about what they said themselves.
  await discussProposal(db, carol, { id: first, text: 'On page 4.' })
  expect(await mailNews(db, first)).toBe(false)

  await declineProposal(db, oyuna, { id: first, reason: 'It is another race.' })
  expect(await mailNews(db, first)).toBe(true)
  expect(decoded(lastMail())).toContain('It is another race.')

  const second = await correctAt(db, carol, '2013-osaka-marathon', { note: 'In the wind' })
  const review = await findReview(db, second)
  if (!review) throw new Error('It is not open.')
  const { token, isMoreTicked: more } = review.view
  const answer = { id: second, amendments: [], token, keys: asTicked(review.view), more }
  const approved = await approveProposal(db, oyuna, answer)
  if (!approved.saved) throw new Error(JSON.stringify(approved))
  expect(await mailNews(db, second)).toBe(true)
  expect(decoded(lastMail())).toContain(`/changes/${approved.changeSetId}`)
})

test('a closed account, and a mail server that is gone, stop nobody', async () => {
  const { db } = database
  const id = await correctAt(db, carol, '2011-london-marathon', { note: 'In the rain' })
  await declineProposal(db, oyuna, { id, reason: 'It did not rain.' })
  const { SMTP_URL } = process.env
  process.env.SMTP_URL = 'smtp://127.0.0.1:1'
  const said: unknown[] = []
  const { error } = console
  console.error = (...words: unknown[]) => said.push(words)
  expect(await mailNews(db, id)).toBe(false)
  console.error = error
  expect(said).toHaveLength(1)
  process.env.SMTP_URL = SMTP_URL
  await db.user.update({ where: { id: carol.id }, data: { disabledAt: new Date() } })
  expect(await mailNews(db, id)).toBe(false)
})

/** The text of a mail as it is read: what is not ASCII comes in quoted-printable. */
function decoded(mail: string): string {
  const bytes = mail.replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
