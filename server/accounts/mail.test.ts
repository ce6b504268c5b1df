import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { Client } from '@/prisma/client'
import { openTestDatabase, type TestDatabase } from '@/testing/database'
import { type MailServer, openMailServer } from '@/testing/mail-server'
import { findLink, requestReset } from './account-links'
import { isMailSetUp, sendMail } from './mail'
import { invite } from './people'
import { createUser } from './users'

const VISIT = { network: null, device: null }

let post: MailServer
let database: TestDatabase
let db: Client
beforeAll(async () => {
  database = await openTestDatabase('embedded')
  db = database.db
  post = await openMailServer()
})
afterEach(() => post.mails.splice(0))
afterAll(async () => {
  await post.close()
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
  expect(post.mails).toEqual([])
  await requestReset(db, 'Oyuna@palmares.example', VISIT)
  expect(post.mails.map(({ to }) => to)).toEqual(['oyuna@palmares.example'])
  expect(await findLink(db, tokenIn(post.mails[0]?.text ?? ''))).toMatchObject({ kind: 'RESET', userId: id })
  await requestReset(db, 'oyuna@palmares.example', VISIT)
  expect(post.mails, 'asked again at once').toHaveLength(1)
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
  expect(post.mails.map(({ to }) => to)).toEqual(['new@palmares.example'])
  expect(await findLink(db, tokenIn(post.mails[0]?.text ?? ''))).toMatchObject({ kind: 'INVITATION', role: 'EDITOR' })
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
