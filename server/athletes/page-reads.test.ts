import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { engines, type TestDatabase } from '@/testing/database'
import { openLoadedRecord, SER_OD } from '@/testing/record'
import { findMostRead } from './most-read'
import { isReading, Reads, writeReads } from './page-reads'

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const request = (headers: Record<string, string> = {}, method = 'GET') => ({
  method,
  headers: { 'user-agent': BROWSER, ...headers },
})

describe('a reading', () => {
  test.each([
    ['Firefox', BROWSER],
    [
      'a telephone whose maker has “bot” in its name',
      'Mozilla/5.0 (Linux; Android 12; CUBOT KINGKONG) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36',
    ],
  ])('is counted: %s', (_, agent) => {
    expect(isReading(request({ 'user-agent': agent }), false)).toBe(true)
  })

  test.each([
    [
      'a crawler',
      request({ 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }),
    ],
    ['a command', request({ 'user-agent': 'curl/8.5.0' })],
    ['a headless browser', request({ 'user-agent': 'Mozilla/5.0 HeadlessChrome/130.0 Safari/537.36' })],
    ['a program that says nothing', request({ 'user-agent': '' })],
    ['a page fetched in case it is wanted', request({ 'sec-purpose': 'prefetch' })],
    ['the same, by its older header', request({ purpose: 'prefetch' })],
    ['a request for the headers alone', request({}, 'HEAD')],
  ])('is not: %s', (_, asked) => {
    expect(isReading(asked, false)).toBe(false)
  })

  test('is not an editor’s', () => {
    expect(isReading(request(), true)).toBe(false)
  })
})

test('profiles are counted, and written once', async () => {
  const written: [string, number][] = []
  const reads = new Reads(async (_, counts) => void written.push(...counts))
  for (const path of ['/athletes/a', '/athletes/b', '/', '/athletes', '/athletes/a/history']) {
    reads.count(path, '192.0.2.1')
  }
  reads.count('/athletes/a', '192.0.2.2')
  await reads.flush()
  await reads.flush()
  expect(written).toEqual([
    ['/athletes/a', 2],
    ['/athletes/b', 1],
  ])
})

describe('who reads again', () => {
  beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-21T10:20:00Z'), toFake: ['Date'] }))
  afterEach(() => void vi.useRealTimers())

  /** What has been counted of one profile. */
  async function counted(read: (reads: Reads) => void): Promise<number> {
    let sum = 0
    const reads = new Reads(async (_, counts) => {
      sum += counts.get('/athletes/a') ?? 0
    })
    read(reads)
    await reads.flush()
    return sum
  }

  test('is counted once an hour, however often it is', async () => {
    const count = await counted((reads) => {
      for (let time = 0; time < 1_000; time++) reads.count('/athletes/a', '192.0.2.1')
      vi.setSystemTime(new Date('2026-11-21T10:59:59Z'))
      reads.count('/athletes/a', '192.0.2.1')
    })
    expect(count).toBe(1)
  })

  test('is counted again in the next hour, and from another network', async () => {
    const count = await counted((reads) => {
      reads.count('/athletes/a', '192.0.2.1')
      reads.count('/athletes/a', '2001:db8:0:1::/64')
      reads.count('/athletes/b', '192.0.2.1')
      vi.setSystemTime(new Date('2026-11-21T11:00:00Z'))
      reads.count('/athletes/a', '192.0.2.1')
    })
    expect(count).toBe(3)
  })

  test('leaves no address behind', () => {
    const reads = new Reads(async () => {})
    reads.count('/athletes/a', '192.0.2.1')
    const { readings } = reads as unknown as { readings: Set<string> }
    expect([...readings]).toEqual([expect.stringMatching(/^[\w-]{16}$/)])
  })
})

test('a failed write is reported, and its counts are written the next time, with what came since', async () => {
  const complaint = vi.spyOn(console, 'error').mockImplementation(() => {})
  const written: [string, number][] = []
  let isDown = true
  const reads = new Reads(async (_, counts) => {
    if (isDown) throw new Error('down')
    written.push(...counts)
  })
  reads.count('/athletes/a', '192.0.2.1')
  await reads.flush()
  expect(complaint).toHaveBeenCalledOnce()
  complaint.mockRestore()
  isDown = false
  reads.count('/athletes/a', '192.0.2.2')
  await reads.flush()
  expect(written).toEqual([['/athletes/a', 2]])
})

describe.each(engines())('most read, in the %s database', (engine) => {
  let database: TestDatabase
  const today = new Date().toISOString().slice(0, 10)
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

  beforeAll(async () => {
    database = await openLoadedRecord(engine)
  })
  afterAll(() => database.close())

  test('nothing is most read where nothing has been read', async () => {
    expect(await findMostRead(database.db)).toEqual([])
  })

  test('reads of the last seven days count together; pages that do not exist do not appear', async () => {
    const [other] = await database.db.athlete.findMany({ where: { slug: { not: SER_OD } }, take: 1 })
    const own = `/athletes/${SER_OD}`
    await writeReads(database.db, daysAgo(6), new Map([[own, 2]]))
    await writeReads(
      database.db,
      today,
      new Map([
        [own, 2],
        [`/athletes/${other?.slug}`, 3],
        ['/athletes/nobody', 9],
      ]),
    )
    await writeReads(database.db, daysAgo(7), new Map([[`/athletes/${other?.slug}`, 50]]))
    expect((await findMostRead(database.db)).map(({ slug }) => slug)).toEqual([SER_OD, other?.slug])
    await writeReads(database.db, today, new Map([[`/athletes/${other?.slug}`, 2]]))
    expect((await findMostRead(database.db)).map(({ slug }) => slug)).toEqual([other?.slug, SER_OD])
  })

  test('what is older than three months is deleted', async () => {
    await writeReads(database.db, daysAgo(91), new Map([['/athletes/old', 1]]))
    await writeReads(database.db, today, new Map())
    expect(await database.db.pageView.count({ where: { path: '/athletes/old' } })).toBe(0)
  })
})
