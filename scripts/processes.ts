/** The processes that serve the site: each is started again when it ends by itself, all are stopped together. */
import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'

/** One that does not live for so long has a fault that another start would not mend. */
const SHORT_LIFE_MS = 10_000
const MOST_SHORT_LIVES = 5
const PAUSE_MS = 200

export class Processes {
  private readonly running = new Set<ChildProcess>()
  private isStopping = false

  /** @param onFailure called where one cannot be kept running. */
  constructor(private readonly onFailure: (why: string) => void) {}

  /**
   * Starts one, and again whenever it ends.
   *
   * @returns once it is ready for the first time.
   */
  run(name: string, start: () => ChildProcess): Promise<void> {
    return new Promise((ready) => {
      let shortLives = 0
      const begin = () => {
        if (this.isStopping) return
        const since = Date.now()
        const child = start()
        this.running.add(child)
        child.on('message', (message: unknown) => {
          if (message === 'ready') ready()
          else if (isFailure(message)) this.onFailure(`${name} could not listen: ${message.failed}`)
        })
        child.once('exit', async (code, signal) => {
          this.running.delete(child)
          if (this.isStopping) return
          console.error(`✖ ${name} ended by itself (${signal ?? code}) and is started again.`)
          shortLives = Date.now() - since < SHORT_LIFE_MS ? shortLives + 1 : 0
          if (shortLives >= MOST_SHORT_LIVES) return this.onFailure(`${name} ends as soon as it is started.`)
          await sleep(PAUSE_MS * 2 ** shortLives)
          begin()
        })
      }
      begin()
    })
  }

  /** Stops all of them, in the order in which they were started last to first. */
  async stop(): Promise<void> {
    this.isStopping = true
    const ends = [...this.running].reverse().map(
      (child) =>
        new Promise<void>((done) => {
          if (child.exitCode !== null || child.signalCode !== null) return done()
          child.once('exit', () => done())
          child.kill('SIGTERM')
        }),
    )
    await Promise.all(ends)
  }
}

function isFailure(message: unknown): message is { failed: string } {
  return typeof message === 'object' && message !== null && 'failed' in message
}
