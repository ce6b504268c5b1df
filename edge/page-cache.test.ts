import { beforeEach, describe, expect, test } from 'vitest'
import { Encoded } from './encodings'
import { type Freshness, PageCache, type StoredPage } from './page-cache'

const page = (text: string, subjects = ['athlete/a']): StoredPage => ({
  status: 200,
  headers: { 'content-type': 'text/html' },
  etag: `"${text}"`,
  body: new Encoded(Buffer.from(text)),
  subjects,
  number: changes.length,
})

/** What each change has touched; the number of a change is its place. */
let changes: string[] = []
beforeEach(() => {
  changes = []
})
const freshness: Freshness = {
  get number() {
    return changes.length
  },
  isUntouched: (subjects, number) => !changes.slice(number).some((touched) => subjects.includes(touched)),
  reach: async () => {},
}
const newCache = (bytes?: number) => new PageCache(freshness, bytes)
const save = (touched = 'athlete/a') => changes.push(touched)

const textOf = (found: StoredPage | null) => found?.body.plain.toString()

/** A render that ends when the test says so. */
function aRender() {
  let end: (rendered: StoredPage | null) => void = () => {}
  const rendered = new Promise<StoredPage | null>((done) => {
    end = done
  })
  let started = 0
  const render = () => {
    started++
    return rendered
  }
  return { render, end, started: () => started }
}

describe('public pages in memory', () => {
  test('a page is rendered once and answered from memory after that', async () => {
    const cache = newCache()
    const first = aRender()
    first.end(page('one'))
    expect(textOf(await cache.get('/', first.render))).toBe('one')
    expect(textOf(await cache.get('/', first.render))).toBe('one')
    expect(first.started()).toBe(1)
  })

  test('a page is rendered again after a change to something that it shows', async () => {
    const cache = newCache()
    await cache.get('/', async () => page('old'))
    save()
    expect(textOf(await cache.get('/', async () => page('new')))).toBe('new')
  })

  test('and not after any other', async () => {
    const cache = newCache()
    await cache.get('/', async () => page('old'))
    save('athlete/b')
    expect(textOf(await cache.get('/', async () => page('unused')))).toBe('old')
  })

  test('a render that began before an unrelated change is shared with those who ask after it', async () => {
    const cache = newCache()
    const slow = aRender()
    const early = cache.get('/', slow.render)
    const rendered = page('one')
    save('athlete/b')
    const late = cache.get('/', slow.render)
    slow.end(rendered)
    expect((await Promise.all([early, late])).map(textOf)).toEqual(['one', 'one'])
    expect(slow.started()).toBe(1)
  })

  test('a render that began before a save and ended after it is never served to a later reader', async () => {
    const cache = newCache()
    const slow = aRender()
    const early = cache.get('/', slow.render)
    const old = page('old')
    save()
    slow.end(old)
    expect(textOf(await early)).toBe('old')
    expect(textOf(await cache.get('/', async () => page('new')))).toBe('new')
    expect(textOf(await cache.get('/', async () => page('unused')))).toBe('new')
  })

  test('nor is it shared with a reader who asks after the save, while it is still rendering', async () => {
    const cache = newCache()
    const slow = aRender()
    const early = cache.get('/', slow.render)
    const old = page('old')
    save()
    const late = cache.get('/', async () => page('new'))
    slow.end(old)
    await early
    expect(textOf(await late)).toBe('new')
    expect(textOf(await cache.get('/', async () => page('unused')))).toBe('new')
  })

  test('readers who ask at the same time share one render', async () => {
    const cache = newCache()
    const slow = aRender()
    const readers = [cache.get('/', slow.render), cache.get('/', slow.render), cache.get('/', slow.render)]
    slow.end(page('one'))
    expect((await Promise.all(readers)).map(textOf)).toEqual(['one', 'one', 'one'])
    expect(slow.started()).toBe(1)
  })

  test('a failed render is not kept, and the next reader tries again', async () => {
    const cache = newCache()
    expect(await cache.get('/', async () => null)).toBeNull()
    await expect(cache.get('/', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(textOf(await cache.get('/', async () => page('one')))).toBe('one')
  })

  test('what is kept is bounded: the least recently read goes first', async () => {
    const cache = newCache(5_000)
    for (let number = 0; number < 100; number++) await cache.get(`/${number}`, async () => page('x'.repeat(500)))
    const again = aRender()
    again.end(page('again'))
    expect(textOf(await cache.get('/0', again.render))).toBe('again')
    expect(again.started()).toBe(1)
  })

  test('3,000 made-up addresses push out nothing that exists', async () => {
    const cache = newCache(100_000)
    await cache.get('/athletes/a', async () => page('a'))
    for (let number = 0; number < 3_000; number++) {
      await cache.get(`/made-up/${number}`, async () => ({ ...page('x'.repeat(500)), status: 404 }))
      await cache.get(`/athletes?cursor=${number}`, async () => page('x'.repeat(500)), false)
    }
    expect(textOf(await cache.get('/athletes/a', async () => page('again')))).toBe('a')
    expect(textOf(await cache.get('/made-up/2999', async () => page('again')))).toBe('x'.repeat(500))
    expect(textOf(await cache.get('/made-up/1', async () => page('again')))).toBe('again')
  })

  test('an address that did not exist before a save may exist after it', async () => {
    const cache = newCache()
    await cache.get('/athletes/new', async () => ({ ...page('missing'), status: 404 }))
    save()
    expect(textOf(await cache.get('/athletes/new', async () => page('there')))).toBe('there')
    expect(textOf(await cache.get('/athletes/new', async () => page('unused')))).toBe('there')
  })
})
