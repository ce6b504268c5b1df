import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines, openTestDatabase, type TestDatabase } from '@/testing/database'
import { clearExpired } from './clearing'
import { createUser } from './users'

describe.each(engines())('the daily clearing, in the %s database', (engine) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(engine)
  })
  afterAll(() => database.close())

  const now = new Date('2026-11-21T03:00:00Z')
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)

  test('removes sessions that ended a month ago and counts whose time is over, and nothing else', async () => {
    const { db } = database
    const person = { email: 'a@palmares.example', name: 'A', role: 'EDITOR', password: 'a long password' } as const
    const { id: userId } = await createUser(db, person)
    await db.session.createMany({
      data: [
        { id: 'valid', userId, expiresAt: daysAgo(-1) },
        { id: 'expired yesterday', userId, expiresAt: daysAgo(1) },
        { id: 'expired long ago', userId, expiresAt: daysAgo(31) },
        { id: 'revoked yesterday', userId, expiresAt: daysAgo(-1), revokedAt: daysAgo(1) },
        { id: 'revoked long ago', userId, expiresAt: daysAgo(-1), revokedAt: daysAgo(31) },
      ],
    })
    const link = { kind: 'RESET', userId } as const
    await db.accountLink.createMany({
      data: [
        { ...link, tokenHash: 'open', expiresAt: daysAgo(-1) },
        { ...link, tokenHash: 'expired long ago', expiresAt: daysAgo(31) },
      ],
    })
    await db.rateLimiterFlexible.createMany({
      data: [
        { key: 'counts', points: 1, expire: daysAgo(-1) },
        { key: 'over', points: 1, expire: daysAgo(1) },
      ],
    })
    expect(await clearExpired(db, now)).toBe(4)
    const sessions = await db.session.findMany({ orderBy: { id: 'asc' } })
    expect(sessions.map(({ id }) => id)).toEqual(['expired yesterday', 'revoked yesterday', 'valid'])
    expect((await db.accountLink.findMany()).map(({ tokenHash }) => tokenHash)).toEqual(['open'])
    expect((await db.rateLimiterFlexible.findMany()).map(({ key }) => key)).toEqual(['counts'])
    expect(await clearExpired(db, now)).toBe(0)
  })
})
