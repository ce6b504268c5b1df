import { describe, expect, test } from 'vitest'
import { advanceGeneration } from '@/server/history/generation'
import { PageCache, type StoredPage } from './page-cache'

const page = (text: string): StoredPage => ({
  status: 200,
  headers: { 'content-type': 'text/html' },
  etag: `"${text}"`,
  plain: Buffer.from(text),
  gzip: Buffer.from(text),
})
const textOf = (found: StoredPage | null) => found?.plain.toString()

/** A render that ends when it is told to. */
function aRender() {
  let end: (made: StoredPage | null) => void = () => {}
  const made = new Promise<StoredPage | null>((done) => {
    end = done
  })
  let begun = 0
  const render = () => {
    begun++
    return made
  }
  return { render, end, begun: () => begun }
}

describe('public pages in memory', () => {
  test('a page is made once and answered from memory after that', async () => {
    const cache = new PageCache()
    const first = aRender()
    first.end(page('one'))
    expect(textOf(await cache.get('/', first.render))).toBe('one')
    expect(textOf(await cache.get('/', first.render))).toBe('one')
    expect(first.begun()).toBe(1)
  })

  test('a save makes every page anew', async () => {
    const cache = new PageCache()
    await cache.get('/', async () => page('old'))
    advanceGeneration()
    expect(textOf(await cache.get('/', async () => page('new')))).toBe('new')
  })

  test('a render that began before a save and ended after it is never served to a later reader', async () => {
    const cache = new PageCache()
    const slow = aRender()
    const early = cache.get('/', slow.render)
    advanceGeneration()
    slow.end(page('old'))
    expect(textOf(await early)).toBe('old')
    expect(textOf(await cache.get('/', async () => page('new')))).toBe('new')
    expect(textOf(await cache.get('/', async () => page('unused')))).toBe('new')
  })

  test('nor is it shared with a reader who comes while it is still under way', async () => {
    const cache = new PageCache()
    const slow = aRender()
    const early = cache.get('/', slow.render)
    advanceGeneration()
    expect(textOf(await cache.get('/', async () => page('new')))).toBe('new')
    slow.end(page('old'))
    await early
    expect(textOf(await cache.get('/', async () => page('unused')))).toBe('new')
  })

  test('readers who ask at the same moment share one render', async () => {
    const cache = new PageCache()
    const slow = aRender()
    const readers = [cache.get('/', slow.render), cache.get('/', slow.render), cache.get('/', slow.render)]
    slow.end(page('one'))
    expect((await Promise.all(readers)).map(textOf)).toEqual(['one', 'one', 'one'])
    expect(slow.begun()).toBe(1)
  })

  test('a failed render is not kept, and the next reader tries again', async () => {
    const cache = new PageCache()
    expect(await cache.get('/', async () => null)).toBeNull()
    await expect(cache.get('/', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(textOf(await cache.get('/', async () => page('one')))).toBe('one')
  })

  test('what is kept is bounded: the least recently read goes first', async () => {
    const cache = new PageCache(5_000)
    for (let number = 0; number < 100; number++) await cache.get(`/${number}`, async () => page('x'.repeat(500)))
    const again = aRender()
    again.end(page('made again'))
    expect(textOf(await cache.get('/0', again.render))).toBe('made again')
    expect(again.begun()).toBe(1)
  })
})
