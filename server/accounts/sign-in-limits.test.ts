import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { engines, openTestDatabase, type TestDatabase } from '@/testing/database'
import { clearSignInLimits, forgiveSignIn, limitSignIn, type SignInAttempt } from './sign-in-limits'

const OWNER = 'owner@palmares.example'
const HOME = '192.0.2.1'

describe.each(engines())('attempts to sign in, in the %s database', (engine) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(engine)
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    await database.db.rateLimiterFlexible.deleteMany()
  })

  const attempt = (change: Partial<SignInAttempt> = {}) => ({ email: OWNER, network: HOME, device: null, ...change })
  const fail = (change?: Partial<SignInAttempt>) => limitSignIn(database.db, attempt(change))
  const failOften = async (times: number, change?: Partial<SignInAttempt>) => {
    for (let time = 0; time < times; time++) await fail(change)
  }
  /** Lets the time pass that the counts of this kind were kept for. */
  const waitFor = (kind: string) => database.db.rateLimiterFlexible.deleteMany({ where: { key: { startsWith: kind } } })

  test('after five failures from one network on one account, each next one waits twice as long', async () => {
    for (let time = 0; time < 5; time++) expect(await fail()).toEqual({ admitted: true, delay: 0 })
    const waits: number[] = []
    for (let time = 0; time < 4; time++) {
      expect((await fail()).admitted).toBe(true)
      const refused = await fail()
      waits.push(refused.admitted ? 0 : refused.wait)
      await waitFor('sign-in-turn')
    }
    expect(waits).toEqual([2, 4, 8, 16])
  })

  test('an attempt during the wait makes it no longer', async () => {
    await failOften(6)
    for (let time = 0; time < 10; time++) expect(await fail()).toEqual({ admitted: false, wait: 2 })
  })

  test('of many attempts at the same time no more are let in than one after another', async () => {
    const answers = await Promise.all(Array.from({ length: 25 }, () => fail()))
    expect(answers.filter(({ admitted }) => admitted)).toHaveLength(6)
  })

  test('the owner is not locked out by others, wherever they are', async () => {
    for (let network = 1; network <= 8; network++) await failOften(6, { network: `198.51.100.${network}` })
    const owner = await fail()
    expect(owner.admitted).toBe(true)
    // Answered late, but answered.
    expect(owner).toHaveProperty('delay', 5_000)
  })

  test('a device that has signed in before is not held up, by failures in its own network neither', async () => {
    await failOften(31)
    await failOften(31, { email: 'somebody@palmares.example' })
    expect((await fail()).admitted).toBe(false)
    expect(await fail({ device: 'known' })).toEqual({ admitted: true, delay: 0 })
  })

  test('but a stolen device is a stranger’s after ten failures', async () => {
    await failOften(31, { email: 'somebody@palmares.example' })
    for (let time = 0; time < 10; time++) expect((await fail({ device: 'stolen' })).admitted).toBe(true)
    expect((await fail({ device: 'stolen' })).admitted).toBe(false)
  })

  test('thirty failures from one network on any accounts are the most in a quarter of an hour', async () => {
    for (let time = 1; time <= 30; time++)
      expect((await fail({ email: `${time}@palmares.example` })).admitted).toBe(true)
    const refused = await fail({ email: 'another@palmares.example' })
    expect(refused.admitted ? 0 : refused.wait).toBeGreaterThan(14 * 60)
    expect((await fail({ network: '192.0.2.2', email: 'another@palmares.example' })).admitted).toBe(true)
  })

  test('a success is not counted, and ends the wait', async () => {
    await failOften(6)
    await waitFor('sign-in-turn')
    await fail()
    await forgiveSignIn(database.db, attempt())
    for (let time = 0; time < 5; time++) expect((await fail()).admitted).toBe(true)
    await database.db.rateLimiterFlexible.deleteMany()
    for (let time = 0; time < 35; time++) {
      expect(await fail()).toEqual({ admitted: true, delay: 0 })
      await forgiveSignIn(database.db, attempt())
    }
  })

  test('an admin can end the wait of an account, and of no other', async () => {
    const other = { email: 'other@palmares.example' }
    await failOften(7)
    await failOften(7, other)
    await clearSignInLimits(database.db, ` ${OWNER.toUpperCase()} `)
    expect(await fail()).toEqual({ admitted: true, delay: 0 })
    expect((await fail(other)).admitted).toBe(false)
  })

  test('what was typed as an address is not kept', async () => {
    await fail({ email: 'a password typed into the wrong field' })
    const kept = await database.db.rateLimiterFlexible.findMany()
    expect(JSON.stringify(kept)).not.toContain('password')
  })
})
