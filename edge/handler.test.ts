import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { knownAddress } from '../lib/pages/known-parameters'
import { Backends } from './backends'
import { edgeHandler } from './handler'
import { AT_ONCE_EACH } from './render-queue'

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

/** An application behind the edge, which says its paths. @returns the site's address, and what it was asked to render. */
async function serve({ answer }: { answer?: RequestListener } = {}) {
  const asked: string[] = []
  const application: RequestListener = (request, response) => {
    asked.push(request.url ?? '')
    if (answer) return answer(request, response)
    response.writeHead(/made-up|404/.test(request.url ?? '') ? 404 : 200, { 'content-type': 'text/html' })
    response.end(request.url?.includes('made-up') ? '<html id="__next_error__"></html>' : `<p>${request.url}</p>`)
  }
  const home = mkdtempSync(join(tmpdir(), 'palmares-edge-'))
  const inner = join(home, 'inner.sock')
  const networkOf = (request: { headers: Record<string, unknown> }) => String(request.headers['x-forwarded-for'] ?? '')
  const backends = new Backends([inner])
  const freshness = { number: 0, isUntouched: () => true, reach: async () => {} }
  const edge = edgeHandler({ backends, freshness, knownAddress, variantCookie: 'desk', networkOf })
  const [first, second] = [createServer(application), createServer(edge)]
  await listen(first, { path: inner })
  await listen(second, { port: 0, host: '127.0.0.1' })
  ends.push(async () => {
    backends.close()
    for (const server of [second, first]) await close(server)
    rmSync(home, { recursive: true, force: true })
  })
  const address = second.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const get = (path: string, network = 'a') => fetch(url + path, { headers: { 'x-forwarded-for': network } })
  return { get, asked }
}

function listen(server: Server, where: { path: string } | { port: number; host: string }): Promise<void> {
  return new Promise((done) => server.listen(where, done))
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((done) => server.close(() => done()))
}

test('made-up addresses push no page out, and “not found” is rendered once', async () => {
  const { get, asked } = await serve()
  await get('/athletes/a')
  for (let number = 0; number < 300; number++) expect((await get(`/athletes/made-up-${number}`)).status).toBe(404)
  expect(await (await get('/athletes/made-up-1')).text()).toBe('<p>/404</p>')
  await get('/athletes/a')
  expect(asked.filter((path) => path === '/athletes/a')).toHaveLength(1)
  expect(asked.filter((path) => path === '/404')).toHaveLength(1)
})

/** An application that answers nothing before it is released, and everything after. */
function slow() {
  const open: (() => void)[] = []
  let isReleased = false
  const answer: RequestListener = (_, response) => {
    if (isReleased) response.end('done')
    else open.push(() => response.end('done'))
  }
  const release = (is = true) => {
    isReleased = is
    for (const end of open.splice(0)) end()
  }
  return { answer, release }
}

test('beyond what can wait, 503 says when to try again, and only to who asks for so much', async () => {
  const { answer, release } = slow()
  const { get } = await serve({ answer })
  const refused: (string | null)[] = []
  const asks = Array.from({ length: 100 }, async (_, number) => {
    const { status, headers } = await get(`/athletes/${number}`, 'crowd')
    if (status === 503) refused.push(headers.get('retry-after'))
    return status
  })
  await vi.waitFor(() => expect(refused).toHaveLength(100 - AT_ONCE_EACH - 48), 20_000)
  expect(new Set(refused)).toEqual(new Set(['3']))
  const reader = get('/athletes/one', 'reader')
  release()
  expect((await reader).status).toBe(200)
  expect((await Promise.all(asks)).filter((status) => status === 200)).toHaveLength(AT_ONCE_EACH + 48)
})

test('what is not kept waits too, and what is kept does not', async () => {
  const { answer, release } = slow()
  const { get } = await serve({ answer })
  release()
  await get('/athletes/kept', 'reader')
  release(false)
  const statuses: number[] = []
  const asks = Array.from({ length: 100 }, async (_, number) => {
    statuses.push((await get(`/athletes?query=${number}`, 'crowd')).status)
  })
  await vi.waitFor(() => expect(statuses).toEqual(Array(100 - AT_ONCE_EACH - 48).fill(503)), 20_000)
  expect((await get('/athletes/kept', 'crowd')).status).toBe(200)
  release()
  await Promise.all(asks)
  expect(statuses.filter((status) => status === 200)).toHaveLength(AT_ONCE_EACH + 48)
})

test('an answer that names thousands of things that it shows is kept like any other', async () => {
  const subjects = Array.from({ length: 20_000 }, (_, number) => `result/${number}`).join(' ')
  const { get, asked } = await serve({
    answer: (_, response) => response.writeHead(200, { 'surrogate-key': subjects }).end('much'),
  })
  expect([await (await get('/sources/a')).text(), await (await get('/sources/a')).text()]).toEqual(['much', 'much'])
  expect(asked).toHaveLength(1)
})
