/**
 * The processes that run the application, each on a Unix socket of its own. One that has ended is being started again;
 * whoever asks meanwhile waits, or is answered by another.
 */
import { Agent, request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** How long a request waits for a process that listens. */
const PATIENCE_MS = 15_000
const RETRY_MS = 100
/** A page of a source that is cited thousands of times shows as many things. */
const LONGEST_HEAD = 2 * 1024 * 1024
const NOT_LISTENING = new Set(['ECONNREFUSED', 'ENOENT'])

export interface Asked {
  method: string
  path: string
  headers: OutgoingHttpHeaders
  /** What is sent with it. It is read only once a process has taken the connection. */
  body?: IncomingMessage
}

/** The application cannot be reached, or ended while it answered. */
export class NoAnswer extends Error {
  override name = 'NoAnswer'
}

export class Backends {
  private readonly agent = new Agent({ keepAlive: true, maxFreeSockets: 64 })
  private readonly running: Map<string, number>

  constructor(sockets: readonly string[]) {
    this.running = new Map(sockets.map((socket) => [socket, 0]))
  }

  /** How many processes there are. */
  get count(): number {
    return this.running.size
  }

  /**
   * Asks the least busy process that listens.
   *
   * @param signal ends the request when nobody waits for the answer any more.
   * @throws NoAnswer where none has listened for some time, or the one that was asked has ended.
   */
  async ask(asked: Asked, signal?: AbortSignal): Promise<IncomingMessage> {
    const until = Date.now() + PATIENCE_MS
    // A page can be asked for again; of what changes something, nobody knows whether it was done.
    const isSafe = asked.method === 'GET' || asked.method === 'HEAD'
    for (;;) {
      for (const socket of this.leastBusyFirst()) {
        try {
          return await this.askOne(socket, asked, signal)
        } catch (error) {
          const { code = '' } = error as NodeJS.ErrnoException
          if (signal?.aborted) throw error
          if (!NOT_LISTENING.has(code) && !(isSafe && code === 'ECONNRESET')) throw new NoAnswer(String(error))
        }
      }
      if (Date.now() > until) throw new NoAnswer('No process of the application listens.')
      await sleep(RETRY_MS)
    }
  }

  close(): void {
    this.agent.destroy()
  }

  private leastBusyFirst(): string[] {
    return [...this.running].toSorted(([, a], [, b]) => a - b).map(([socket]) => socket)
  }

  private askOne(socketPath: string, { method, path, headers, body }: Asked, signal?: AbortSignal) {
    this.tally(socketPath, 1)
    return new Promise<IncomingMessage>((done, fail) => {
      const asking = httpRequest({
        ...{ socketPath, method, path, headers, signal },
        agent: this.agent,
        maxHeaderSize: LONGEST_HEAD,
      })
      let isOver = false
      const over = () => {
        if (!isOver) this.tally(socketPath, -1)
        isOver = true
      }
      asking.once('error', (error) => {
        over()
        fail(error)
      })
      asking.once('response', (answer) => {
        answer.once('close', () => {
          over()
          // What is still being sent is not wanted any more.
          if (body && !body.complete) asking.destroy()
        })
        done(answer)
      })
      asking.once('close', over)
      if (!body) return void asking.end()
      asking.once('socket', (socket) => {
        const send = () => {
          // An answer may need no more than the head: a stranger’s upload is refused unread.
          asking.flushHeaders()
          body.pipe(asking)
        }
        if (socket.connecting) socket.once('connect', send)
        else send()
      })
    })
  }

  private tally(socket: string, by: number): void {
    this.running.set(socket, (this.running.get(socket) ?? 0) + by)
  }
}
