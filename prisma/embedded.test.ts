import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { copyTemplate } from '@/testing/database'
import { createClient } from './client'
import { DataFolderInUse, openEmbedded } from './embedded'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'palmares-embedded-'))
  copyTemplate('base', folder)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('every commit reaches the disk before it is answered', async () => {
  const embedded = await openEmbedded(folder)
  const db = createClient(embedded.url)
  const settings = await db.$queryRaw`
    SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'wal_sync_method') ORDER BY name`
  expect(settings).toEqual([
    { name: 'fsync', setting: 'on' },
    { name: 'synchronous_commit', setting: 'on' },
    { name: 'wal_sync_method', setting: 'fsync' },
  ])
  const before = embedded.syncs()
  for (let i = 0; i < 10; i++)
    await db.changeSet.create({ data: { kind: 'SEED', authorName: 'test', reason: `commit ${i}` } })
  expect(embedded.syncs() - before).toBeGreaterThanOrEqual(10)
  await db.$disconnect()
  await embedded.close()
})

test('connections that ask at the same time get each the answer to its own question, whatever others commit or roll back', async () => {
  const database = await openEmbedded(folder)
  const clients = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const client = new Client({ connectionString: database.url })
      await client.connect()
      return client
    }),
  )
  const wrong: unknown[] = []
  await Promise.all(
    clients.map(async (client, who) => {
      for (let turn = 0; turn < 60; turn++) {
        if (who === 0) {
          await client.query('BEGIN')
          await client.query('SELECT 1 / $1::int', [turn % 2]).catch(() => {})
          await client.query(turn % 3 === 0 ? 'COMMIT' : 'ROLLBACK')
        }
        const columns = Array.from({ length: who + 1 }, (_, index) => `$${index + 1}::int AS c${index}`).join(', ')
        const values = Array.from({ length: who + 1 }, (_, index) => who * 1000 + turn + index)
        const answer = await client.query(`SELECT ${columns}`, values).catch((error: Error) => error.message)
        const received = typeof answer === 'string' ? answer : Object.values(answer.rows[0] as object)
        if (JSON.stringify(received) !== JSON.stringify(values)) wrong.push(received)
      }
    }),
  )
  await Promise.all(clients.map((client) => client.end()))
  await database.close()
  expect(wrong).toEqual([])
})

test('a connection that is lost in the middle of a query does not hold up the others', async () => {
  const database = await openEmbedded(folder)
  const lost = new Client({ connectionString: database.url })
  lost.on('error', () => {})
  await lost.connect()
  // A Parse and a Flush, which is answered, and no Sync after them.
  const { stream } = (lost as unknown as { connection: { stream: Socket } }).connection
  stream.write(Buffer.from([0x50, 0, 0, 0, 16, 0, ...Buffer.from('SELECT 1'), 0, 0, 0, 0x48, 0, 0, 0, 4]))
  await once(stream, 'data')
  stream.destroy()
  const other = new Client({ connectionString: database.url })
  await other.connect()
  expect((await other.query('SELECT $1::int AS n', [7])).rows).toEqual([{ n: 7 }])
  await other.end()
  await database.close()
})

test('a second opener of a data folder is refused, and a closed one can be opened again', async () => {
  const first = await openEmbedded(folder)
  await expect(openEmbedded(folder)).rejects.toThrow(DataFolderInUse)
  await first.close()
  await (await openEmbedded(folder)).close()
})

test('a data folder deep down is no obstacle: a socket path has only a hundred characters', async () => {
  const deep = join(folder, 'a-long-name-for-a-folder'.repeat(6))
  mkdirSync(deep)
  copyTemplate('base', deep)
  const embedded = await openEmbedded(deep)
  const db = createClient(embedded.url)
  expect(await db.athlete.count()).toBe(0)
  await db.$disconnect()
  await embedded.close()
})

test('killed twenty times in a stream of saves, it has every save that was acknowledged', {
  timeout: 240_000,
}, async () => {
  let acknowledged = 0
  for (let round = 0; round < 20; round++) {
    const saver = startSaver()
    acknowledged = Math.max(acknowledged, await saver.savesUntilKilled(50 + Math.random() * 250))
  }
  expect(acknowledged).toBeGreaterThan(20)
  const embedded = await openEmbedded(folder)
  const db = createClient(embedded.url)
  const found = await db.changeSet.findMany({ select: { reason: true } })
  const saved = new Set(found.map(({ reason }) => Number(reason)))
  const lost = Array.from({ length: acknowledged }, (_, index) => index + 1).filter((number) => !saved.has(number))
  expect(lost).toEqual([])
  await db.$disconnect()
  await embedded.close()
})

/** A process that opens the folder and saves 1, 2, 3 … after the last number there, and reports each saved number. */
function startSaver(): { savesUntilKilled: (milliseconds: number) => Promise<number> } {
  const child: ChildProcess = fork(join(import.meta.dirname, '../testing/saver.ts'), [folder], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  return {
    savesUntilKilled: async (milliseconds) => {
      let last = 0
      const ended = new Promise((done) => child.on('exit', done))
      await new Promise<void>((first) =>
        child.on('message', (number: number) => {
          last = number
          first()
        }),
      )
      await sleep(milliseconds)
      child.kill('SIGKILL')
      await ended
      return last
    },
  }
}
