import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { connect } from 'node:net'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { requestLine, sendRaw } from '../testing/raw-request'
import { boundConnections, guardServer } from './door'

const RULES = {
  bodyBound: (path: string) => (path === '/upload' ? 4 * 1024 * 1024 : 1_000),
  headers: () => ({ 'x-content-type-options': 'nosniff', 'content-security-policy': 'of the door' }),
  takesUpgrades: false,
}

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
})

/** A server with this handler behind the door. @returns its address. */
async function serve(handler: RequestListener): Promise<string> {
  const listening = createServer(handler)
  servers.push(listening)
  guardServer(listening, RULES)
  guardServer(listening, RULES)
  await new Promise<void>((done) => listening.listen(0, '127.0.0.1', done))
  const address = listening.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

const post = (path: string, headers: Record<string, string>) => requestLine(`POST ${path} HTTP/1.1`, headers)
const echo: RequestListener = (request, response) => response.end(`read ${request.url}`)

/** Reads a body as handlers do, and says how it ended. */
async function lengthOf(request: IncomingMessage): Promise<string> {
  let length = 0
  try {
    for await (const chunk of request) length += chunk.length
    return `${length}`
  } catch {
    return 'broken off'
  }
}

describe('what is asked for', () => {
  test.each(['//', '/\\', '//host/path', 'http://[', 'path', '?', '/%', '/%E0%A4%A', '/a%00', '/a?b=%00'])(
    'is refused where it is no address: %s',
    async (target) => {
      const handler = vi.fn(echo)
      const url = await serve(handler)
      expect((await sendRaw(url, requestLine(`GET ${target} HTTP/1.1`))).status).toBe(400)
      expect(handler).not.toHaveBeenCalled()
      expect((await sendRaw(url, requestLine('GET /after HTTP/1.1'))).body).toContain('read /after')
    },
  )

  test('is passed on where it is one, also in the form that proxies use', async () => {
    const url = await serve(echo)
    const read = async (target: string) => (await sendRaw(url, requestLine(`GET ${target} HTTP/1.1`))).body
    expect(await read('/a/b?c=%25&d=%')).toContain('read /a/b?c=%25&d=%')
    expect(await read('http://elsewhere.example/a?b=c')).toContain('read /a?b=c')
  })

  test('is a method that pages know; the server as a whole may be asked what it knows', async () => {
    const url = await serve(echo)
    const refused = await sendRaw(url, requestLine('DELETE /a HTTP/1.1'))
    expect([refused.status, refused.headers.allow]).toEqual([405, 'GET, HEAD, POST, OPTIONS'])
    expect((await sendRaw(url, requestLine('OPTIONS * HTTP/1.1'))).status).toBe(204)
  })
})

describe('a body', () => {
  test('is refused unread where it says that it is too large, and the connection is closed', async () => {
    const handler = vi.fn(echo)
    const url = await serve(handler)
    const { status, headers, body } = await sendRaw(url, post('/form', { 'Content-Length': '1001' }))
    expect([status, headers.connection, headers['x-content-type-options']]).toEqual([413, 'close', 'nosniff'])
    expect(body).toContain('nothing was saved')
    expect(handler).not.toHaveBeenCalled()
    const lone = await serve((request, response) => void lengthOf(request).then((length) => response.end(length)))
    const fits = await sendRaw(lone, post('/form', { 'Content-Length': '1000' }) + 'x'.repeat(1000))
    expect([fits.status, fits.body.includes('1000')]).toEqual([200, true])
  })

  test('is refused as soon as more has come than is taken, where its length was left open', async () => {
    let ended: Promise<string> | undefined
    const url = await serve((request) => {
      ended = lengthOf(request)
    })
    const chunk = `${(600).toString(16)}\n${'x'.repeat(600)}\n`
    const answer = await sendRaw(url, post('/form', { 'Transfer-Encoding': 'chunked' }) + chunk + chunk)
    expect(answer.status).toBe(413)
    expect(await ended).toBe('broken off')
  })

  test('that nobody reads does not keep the answer back, nor the connection open', async () => {
    const url = await serve((_, response) => response.writeHead(401).end('Sign in first.'))
    const began = Date.now()
    const head = post('/upload', { 'Content-Length': '4000000' })
    expect((await sendRaw(url, head)).status).toBe(401)
    expect(Date.now() - began).toBeLessThan(1_000)
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.write(head.replaceAll('\n', '\r\n').replace('\r\n', '\r\nHost: here\r\n'))
    socket.resume()
    await new Promise((done) => socket.once('close', done))
    expect(Date.now() - began).toBeLessThan(8_000)
  })
})

test('a body is asked for only where it would be taken', async () => {
  const url = await serve((request, response) => void lengthOf(request).then((length) => response.end(length)))
  const expecting = (length: number) => ({ Expect: '100-continue', 'Content-Length': String(length) })
  expect((await sendRaw(url, post('/form', expecting(1001)))).status).toBe(413)
  expect((await sendRaw(url, post('/form', expecting(10)), 300)).status).toBe(100)
})

test('a connection is not taken over for another protocol, nor left open', async () => {
  const url = await serve(echo)
  servers[0]?.on('upgrade', () => {})
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.write('GET /made-up HTTP/1.1\r\nHost: here\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n')
  let received = ''
  socket.on('data', (data) => {
    received += data
  })
  await new Promise((done) => socket.once('close', done))
  expect(received).toMatch(/^HTTP\/1\.1 400/)
})

describe('an answer', () => {
  test('has the headers of the door, but for those that its handler sets', async () => {
    const url = await serve((_, response) => {
      response.setHeader('content-security-policy', 'of the page')
      response.writeHead(200, { 'x-content-type-options': 'of writeHead' }).end()
    })
    const { headers } = await sendRaw(url, requestLine('GET / HTTP/1.1'))
    expect(headers['content-security-policy']).toBe('of the page')
    expect(headers['x-content-type-options']).toBe('of writeHead')
    const plain = await serve(echo)
    expect((await sendRaw(plain, requestLine('GET / HTTP/1.1'))).headers['content-security-policy']).toBe('of the door')
  })

  test.each([
    [
      'throws',
      () => {
        throw new Error('broken')
      },
    ],
    ['rejects', () => Promise.reject(new Error('broken'))],
  ])('is given where a handler %s, and the next request too', async (_, fail) => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => {})
    const url = await serve(
      (request, response) => (request.url === '/fail' ? fail() : echo(request, response as never)) as never,
    )
    expect((await sendRaw(url, requestLine('GET /fail HTTP/1.1'))).status).toBe(500)
    expect(complaint).toHaveBeenCalledOnce()
    complaint.mockRestore()
    expect((await sendRaw(url, requestLine('GET / HTTP/1.1'))).status).toBe(200)
  })
})

test('connections are bounded in number, requests and time', async () => {
  const url = await serve(echo)
  const [server] = servers
  if (!server) throw new Error('Nothing listens.')
  boundConnections(server)
  expect([server.maxConnections, server.maxRequestsPerSocket, server.headersTimeout]).toEqual([2_000, 1_000, 30_000])
  server.maxConnections = 1
  const first = connect(Number(new URL(url).port), '127.0.0.1')
  await new Promise<void>((done) => first.once('connect', done))
  expect((await sendRaw(url, requestLine('GET / HTTP/1.1'), 1_000)).status).toBe(0)
  first.destroy()
})
