import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inPace } from './pace'

/** Does work that takes so long a row. @returns the sizes of the batches. */
async function sizes(rows: number, perRow: number, most = 1_000): Promise<number[]> {
  const found: number[] = []
  for await (const batch of inPace(Array.from({ length: rows }), most)) {
    found.push(batch.length)
    await sleep(batch.length * perRow)
  }
  return found
}

test('quick work is done in ever larger batches, up to a bound', async () => {
  expect(await sizes(2_500, 0)).toEqual([100, 200, 400, 800, 1_000])
})

test('slow work is done in small ones, and all of it', async () => {
  const slow = await sizes(300, 4)
  expect(slow.slice(0, 3)).toEqual([100, 50, 25])
  expect(Math.min(...slow.slice(0, -1))).toBeGreaterThanOrEqual(20 - 1)
  expect(slow.reduce((sum, size) => sum + size, 0)).toBe(300)
})
