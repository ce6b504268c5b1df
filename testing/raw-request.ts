/** Requests that no HTTP client would send: made-up targets, bodies that never end, heads of any kind. */
import { connect } from 'node:net'

export interface RawAnswer {
  /** 0 where nothing was answered. */
  status: number
  /** By their names in lower case. */
  headers: Record<string, string>
  body: string
}

/**
 * Sends these bytes, and nothing after them, and reads until the answer is whole or the connection has ended.
 *
 * @param head the request as it goes over the line, with "\n" for the ends of its lines; `Host` is added.
 * @param patience in milliseconds; what has not come by then is missing in the answer.
 */
export function sendRaw(url: string, head: string, patience = 5_000): Promise<RawAnswer> {
  const { hostname, port, host } = new URL(url)
  const [first, ...rest] = head.split('\n')
  const lines = [first, `Host: ${host}`, ...rest]
  return new Promise((done) => {
    let received = ''
    const socket = connect(Number(port), hostname, () => socket.write(lines.join('\r\n')))
    const finish = () => {
      clearTimeout(timer)
      socket.destroy()
      done(parse(received))
    }
    const timer = setTimeout(finish, patience)
    socket.setEncoding('latin1')
    socket.on('data', (text: string) => {
      received += text
      if (isWhole(received)) finish()
    })
    socket.on('close', finish).on('error', finish)
  })
}

/** A whole request without a body. */
export function requestLine(line: string, headers: Record<string, string> = {}): string {
  return [line, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), '', ''].join('\n')
}

function isWhole(received: string): boolean {
  const { status, headers, body } = parse(received)
  if (status === 204 || status === 304) return true
  if (headers['transfer-encoding'] === 'chunked') return body.endsWith('0\r\n\r\n')
  return headers['content-length'] !== undefined && body.length >= Number(headers['content-length'])
}

function parse(received: string): RawAnswer {
  const end = received.indexOf('\r\n\r\n')
  if (end === -1) return { status: 0, headers: {}, body: '' }
  const [statusLine = '', ...lines] = received.slice(0, end).split('\r\n')
  const headers = lines.map((line) => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
  })
  return {
    status: Number(statusLine.split(' ')[1]),
    headers: Object.fromEntries(headers),
    body: received.slice(end + 4),
  }
}
