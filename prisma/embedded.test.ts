import { type ChildProcess, fork } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { createClient } from './client'
import { DataFolderInUse, openEmbedded } from './embedded'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'palmares-embedded-'))
  cpSync(inject('embeddedBase'), folder, { recursive: true })
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

test('a second opener of a data folder is refused, and a closed one can be opened again', async () => {
  const first = await openEmbedded(folder)
  await expect(openEmbedded(folder)).rejects.toThrow(DataFolderInUse)
  await first.close()
  await (await openEmbedded(folder)).close()
})

test('a data folder deep down is no obstacle: a socket path has only a hundred characters', async () => {
  const deep = join(folder, 'a-long-name-for-a-folder'.repeat(6))
  mkdirSync(deep)
  cpSync(inject('embeddedBase'), deep, { recursive: true })
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
    acknowledged = Math.max(acknowledged, await saver.savesUntilKilled(50 + Math.random() * 400))
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

/** A process that opens the folder and saves 1, 2, 3 … on from where the record ends, saying each number once it holds. */
function startSaver(): { savesUntilKilled: (milliseconds: number) => Promise<number> } {
  const child: ChildProcess = fork(join(import.meta.dirname, 'testing-saver.ts'), [folder], {
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
