import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { Client } from '@/prisma/client'
import { openTestDatabase, type TestDatabase } from '@/testing/database'
import { findLink, requestReset } from './account-links'
import { isMailSetUp, sendMail } from './mail'
import { invite } from './people'
import { createUser } from './users'

const VISIT = { network: null, device: null }

const mails: { to: string; text: string }[] = []
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, session, done) => {
    void text(stream).then((message) => {
      // Long lines are wrapped on the way.
      const body = message.replace(/=\r\n/g, '').replace(/=3D/g, '=')
      mails.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), text: body })
      done()
    })
  },
})

let database: TestDatabase
let db: Client
beforeAll(async () => {
  database = await openTestDatabase('embedded')
  db = database.db
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.server.address()
  process.env.SMTP_URL = `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
})
afterEach(() => mails.splice(0))
afterAll(async () => {
  delete process.env.SMTP_URL
  await new Promise<void>((closed) => server.close(closed))
  await database.close()
})

const tokenIn = (mail: string) => /\/sign-in\/link\/([\w-]+)/.exec(mail)?.[1] ?? ''

test('a link to choose a new password reaches who has an account, and nobody else', async () => {
  const { id } = await createUser(db, {
    email: 'oyuna@palmares.example',
    name: 'Oyuna',
    role: 'EDITOR',
    password: 'correct horse battery staple',
  })
  await requestReset(db, 'nobody@palmares.example', VISIT)
  expect(mails).toEqual([])
  await requestReset(db, 'Oyuna@palmares.example', VISIT)
  expect(mails.map(({ to }) => to)).toEqual(['oyuna@palmares.example'])
  expect(await findLink(db, tokenIn(mails[0]?.text ?? ''))).toMatchObject({ kind: 'RESET', userId: id })
  await requestReset(db, 'oyuna@palmares.example', VISIT)
  expect(mails, 'asked again at once').toHaveLength(1)
})

test('an invitation is sent to whom it is for', async () => {
  const { id } = await createUser(db, {
    email: 'admin@palmares.example',
    name: 'Admin',
    role: 'ADMIN',
    password: 'correct horse battery staple',
  })
  const outcome = await invite(db, { userId: id, visit: VISIT }, { email: 'new@palmares.example', role: 'EDITOR' })
  expect(outcome).toMatchObject({ link: { isMailed: true } })
  expect(mails.map(({ to }) => to)).toEqual(['new@palmares.example'])
  expect(await findLink(db, tokenIn(mails[0]?.text ?? ''))).toMatchObject({ kind: 'INVITATION', role: 'EDITOR' })
})

test('a server that takes no mail stops nothing', async () => {
  const { SMTP_URL } = process.env
  const quiet = vi.spyOn(console, 'error').mockReturnValue()
  process.env.SMTP_URL = 'smtp://127.0.0.1:1'
  expect(await sendMail({ to: 'a@palmares.example', subject: 'A', text: 'A' })).toBe(false)
  expect(quiet).toHaveBeenCalledOnce()
  delete process.env.SMTP_URL
  expect(isMailSetUp()).toBe(false)
  process.env.SMTP_URL = SMTP_URL
  quiet.mockRestore()
})
