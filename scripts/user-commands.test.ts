import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkPassword } from '@/server/accounts/users'
import { engines, openTestDatabase, type TestDatabase } from '@/testing/database'
import { addUser, closeUser, givePassword, giveRole, listUsers } from './user-commands'

describe.each(engines())('the operator’s commands on the %s database', (engine) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(engine)
  })
  afterAll(() => database.close())

  const passwordIn = (answer: string) => /password (\S+)/.exec(answer)?.[1] ?? ''

  test('make accounts, change them, and keep an administrator', async () => {
    const { db } = database
    expect(await listUsers(db)).toBe('Nobody has an account.')
    const given = await addUser(db, { email: 'One@palmares.example', name: 'One', role: 'admin' })
    expect(await checkPassword(db, 'one@palmares.example', passwordIn(given))).toMatchObject({ role: 'ADMIN' })
    await expect(addUser(db, { email: 'one@palmares.example', name: 'Two', role: 'editor' })).rejects.toThrow(/already/)
    await expect(giveRole(db, 'one@palmares.example', 'editor')).rejects.toThrow(/only administrator/)
    await expect(closeUser(db, 'one@palmares.example')).rejects.toThrow(/only administrator/)
    await addUser(db, { email: 'two@palmares.example', name: 'Two', role: 'editor' })
    expect(await giveRole(db, 'two@palmares.example', 'admin')).toBe('two@palmares.example is admin now.')
    const next = await givePassword(db, 'one@palmares.example', true)
    expect(await checkPassword(db, 'one@palmares.example', passwordIn(given))).toBeNull()
    expect(await checkPassword(db, 'one@palmares.example', passwordIn(next))).not.toBeNull()
    await closeUser(db, 'one@palmares.example')
    expect(await checkPassword(db, 'one@palmares.example', passwordIn(next))).toBeNull()
    expect(await listUsers(db)).toMatch(/two@palmares\.example\tTwo\tadmin\topen\tno second factor\tnever signed in/)
    await expect(giveRole(db, 'nobody@palmares.example', 'editor')).rejects.toThrow(/no account/)
    await expect(giveRole(db, 'two@palmares.example', 'king')).rejects.toThrow(/no role king/)
  })
})
