/** Whatever is pasted, readers do not wait: lists are read in a thread that has bounds of memory and time. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NOTHING } from '@/lib/import/setup'
import type { Inspected } from './list-task'
import { inspectInThread, type Limits, readInThread, TOO_LARGE } from './list-thread'
import { Unreadable } from './unreadable'

/** No reader notices a pause of this length, in milliseconds. Copying what was read, and other tests, take some of it. */
const UNNOTICED = 1000

describe('The thread that reads lists', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'palmares-lists-'))
    process.env.PALMARES_DATA = folder
    mkdirSync(join(folder, 'imports'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  let count = 0
  const store = (text: string): string => {
    const id = `list-${++count}`
    writeFileSync(join(folder, 'imports', id), text)
    return id
  }
  const inspect = (text: string, fileName: string, limits?: Limits): Promise<Inspected> =>
    inspectInThread({ ask: 'inspect', importId: store(text), fileName, chosen: {} }, limits)

  const read = async (text: string, fileName: string, limits?: Limits) => {
    const importId = store(text)
    const { form, tables } = await inspectInThread({ ask: 'inspect', importId, fileName, chosen: {} })
    const setup = { ...form, context: { ...NOTHING }, dayOrder: null, tables: tables.map(({ table }) => table) }
    const rows = []
    for await (const batch of readInThread({ ask: 'read', importId, setup }, limits)) rows.push(...batch.rows)
    return rows
  }

  test('every row of a list arrives once, in its order', async () => {
    const lines = Array.from(
      { length: 2500 },
      (_, index) => `${index + 1},Bat Ser ${'i'.repeat(index % 7)},KEN,2:08:50`,
    )
    const rows = await read(`Pos,Name,Nat,Mark\n${lines.join('\n')}\n`, 'marathon-men.csv')
    expect(rows.map(({ line }) => line)).toEqual(lines.map((_, index) => index + 2))
  })

  test.each([
    ['63 kB of line breaks', '\n'.repeat(63_000)],
    ['820 kB of results that have no address', json(8000)],
    ['1 MB of titles', 'Name\nMark\n'.repeat(100_000)],
    ['lists inside lists', '['.repeat(500_000) + ']'.repeat(500_000)],
  ])('%s do not stop anybody else', async (_, text) => {
    const delay = monitorEventLoopDelay({ resolution: 10 })
    delay.enable()
    await inspect(text, 'pasted').catch((error: unknown) => expect(error).toBeInstanceOf(Unreadable))
    delay.disable()
    expect(delay.max / 1e6).toBeLessThan(UNNOTICED)
  })

  test('19 MB of empty objects are refused before they fill the memory', async () => {
    await expect(inspect(`[${'{},'.repeat(6_300_000)}{}]`, 'list.json')).rejects.toThrow('more than a million parts')
  })

  test('a list that takes more memory than there is for it is too large, and the next one is read', async () => {
    const table = `<table>${'<tr><td>1<td>Bat Ser<td>KEN<td>2:08:50'.repeat(100_000)}</table>`
    await expect(inspect(table, 'list.html', { heap: 40, patience: 60_000 })).rejects.toThrow(TOO_LARGE)
    expect((await inspect('Pos,Name,Mark\n1,Bat Ser,2:08:50\n', 'list.csv')).form.format).toBe('csv')
  })

  test('a list that takes too long is too large, and the next one is read', async () => {
    await expect(inspect('Pos,Name\n1,Bat Ser\n', 'list.csv', { heap: 600, patience: 1 })).rejects.toThrow(TOO_LARGE)
    expect(await read('Pos,Name,Mark\n1,Bat Ser,2:08:50\n', 'list.csv')).toHaveLength(1)
  })

  test('more lists than threads wait for each other', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => inspect('Pos,Name\n1,Bat Ser\n', 'list.csv')))
    expect(all.map(({ form }) => form.format)).toEqual(Array.from({ length: 5 }, () => 'csv'))
  })

  test('a file that is no text says so', async () => {
    await expect(inspect('\u0001\u0002\u0003'.repeat(100), 'list.bin')).rejects.toThrow('only text can be read')
  })
})

function json(athletes: number): string {
  const one = (index: number) => ({
    name: `A${index}`,
    results: [{ id: `r${index}`, mark: '9.87', year: 2014, note: 'x'.repeat(50) }],
  })
  return JSON.stringify(Array.from({ length: athletes }, (_, index) => one(index)))
}
