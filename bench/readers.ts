/** Readers in a process of their own, so that what is measured does not pay for the measuring. */
import { type ChildProcess, fork } from 'node:child_process'
import { Agent, get } from 'node:http'

/** What is read, by how many, and for how long. */
export interface Reading {
  url: string
  paths: string[]
  readers: number
  seconds: number
}

export interface Read {
  perSecond: number
  /** In milliseconds. */
  p50: number
  p99: number
  worst: number
  failed: number
}

export class Readers {
  private readonly process: ChildProcess = fork(import.meta.filename, { execArgv: ['--import', 'tsx'] })

  /** Has pages read, each time one at random. */
  read(reading: Reading): Promise<Read> {
    return new Promise((done) => {
      this.process.once('message', (read) => done(read as Read))
      this.process.send(reading)
    })
  }

  stop(): void {
    this.process.kill()
  }
}

if (process.argv[1] === import.meta.filename) {
  process.on('message', async (reading: Reading) => process.send?.(await read(reading)))
  process.on('disconnect', () => process.exit())
}

async function read({ url, paths, readers, seconds }: Reading): Promise<Read> {
  const agent = new Agent({ keepAlive: true, maxSockets: readers })
  const until = performance.now() + seconds * 1_000
  const times: number[] = []
  let failed = 0
  const one = async () => {
    while (performance.now() < until) {
      const path = paths[Math.floor(Math.random() * paths.length)] ?? '/'
      const began = performance.now()
      if ((await open(agent, url + path)) !== 200) failed++
      times.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: readers }, one))
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
  return { perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99), worst: times.at(-1) ?? Number.NaN, failed }
}

function open(agent: Agent, address: string): Promise<number> {
  return new Promise((done) => {
    get(address, { agent, headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      answer.resume().on('end', () => done(answer.statusCode ?? 0))
    }).on('error', () => done(0))
  })
}
