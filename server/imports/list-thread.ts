/**
 * Lists are read in a thread of their own, which is ended where one takes too long or too much memory: whatever somebody
 * pastes, readers of the record do not wait for it.
 *
 * The thread runs from the source, by tsx, which `npm start` runs by as well. So it is the same thread for the server of
 * a build, `npm run dev`, the command line and tests, and no bundler has to know of it.
 */
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import type { Inspected, ListAnswer, ListQuestion, ListTask, RowBatch } from './list-task'
import { Unreadable } from './unreadable'

export interface Limits {
  /** Of what the list and all that is made of it take in memory, in megabytes. */
  heap: number
  /** For one answer, of a batch of rows for instance, in milliseconds. */
  patience: number
}

const LIMITS: Limits = { heap: 640, patience: 60_000 }
/** More lists than this wait for each other. */
const MOST_AT_ONCE = 2
/** How long a thread with nothing to do is kept, since a new one takes a while to start; in milliseconds. */
const KEPT_FOR = 60_000

export const TOO_LARGE =
  'This list is too large to read at once: send it in parts, or as CSV, which is read line by line.'

interface Threads {
  busy: number
  waiting: (() => void)[]
  idle: Worker | null
  forgetting?: NodeJS.Timeout
}

// Next has several copies of a module in one process; the threads are those of the process.
const keep = globalThis as { palmaresListThreads?: Threads }
keep.palmaresListThreads ??= { busy: 0, waiting: [], idle: null }
const threads = keep.palmaresListThreads

/** What a stored file is taken for. @throws Unreadable where it is no list, or too large a one. */
export async function inspectInThread(task: ListTask & { ask: 'inspect' }, limits = LIMITS): Promise<Inspected> {
  const thread = await ListThread.start(limits)
  try {
    const answer = await thread.answer(task)
    if ('inspected' in answer) return answer.inspected
    throw new Error('The thread has answered something else.')
  } finally {
    thread.end()
  }
}

/** The rows of a stored file, a batch after another. @throws Unreadable where it is not what its setup says, or too large. */
export async function* readInThread(task: ListTask & { ask: 'read' }, limits = LIMITS): AsyncGenerator<RowBatch> {
  const thread = await ListThread.start(limits)
  try {
    for (let question: ListQuestion = task; ; question = { ask: 'next' }) {
      const answer = await thread.answer(question)
      if (!('batch' in answer)) throw new Error('The thread has answered something else.')
      if (answer.batch.rows.length === 0) return
      yield answer.batch
    }
  } finally {
    thread.end()
  }
}

class ListThread {
  private isEnded = false

  private constructor(
    private readonly worker: Worker,
    private readonly limits: Limits,
  ) {}

  static async start(limits: Limits): Promise<ListThread> {
    if (threads.busy >= MOST_AT_ONCE) await new Promise<void>((begin) => threads.waiting.push(begin))
    threads.busy++
    const { idle } = threads
    if (idle === null || limits !== LIMITS) return new ListThread(newWorker(limits.heap), limits)
    threads.idle = null
    idle.ref()
    return new ListThread(idle, limits)
  }

  async answer(question: ListQuestion): Promise<Exclude<ListAnswer, { problem: string } | { fault: string }>> {
    const answer = await this.ask(question)
    if ('problem' in answer) throw new Unreadable(answer.problem)
    if ('fault' in answer) throw answer.isTooMuch ? new Unreadable(TOO_LARGE) : new Error(answer.fault)
    return answer
  }

  private ask(question: ListQuestion): Promise<ListAnswer> {
    const { worker } = this
    return new Promise((done, refuse) => {
      const settle = () => {
        clearTimeout(timer)
        worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      }
      const fail = (error: Error) => {
        settle()
        this.isEnded = true
        refuse(error)
      }
      const onMessage = (answer: ListAnswer) => {
        settle()
        done(answer)
      }
      const onError = (error: NodeJS.ErrnoException) =>
        fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Unreadable(TOO_LARGE) : error)
      const onExit = (code: number) => fail(new Error(`The thread that reads lists has ended with ${code}.`))
      const timer = setTimeout(() => fail(new Unreadable(TOO_LARGE)), this.limits.patience)
      worker.on('message', onMessage).on('error', onError).on('exit', onExit)
      worker.postMessage(question)
    })
  }

  end(): void {
    threads.busy--
    threads.waiting.shift()?.()
    if (this.isEnded || this.limits !== LIMITS || threads.idle !== null) {
      void this.worker.terminate()
      return
    }
    keepIdle(this.worker)
  }
}

function keepIdle(worker: Worker): void {
  threads.idle = worker
  worker.unref()
  clearTimeout(threads.forgetting)
  threads.forgetting = setTimeout(() => {
    if (threads.idle !== worker) return
    threads.idle = null
    void worker.terminate()
  }, KEPT_FOR).unref()
}

function newWorker(heap: number): Worker {
  // Asked of the process, so that no bundler takes the path for a module to be bundled.
  const threading = process.getBuiltinModule('node:worker_threads')
  const worker = new threading.Worker(join(process.cwd(), 'server', 'imports', 'list-worker.mjs'), {
    execArgv: [],
    env: threading.SHARE_ENV,
    resourceLimits: { maxOldGenerationSizeMb: heap },
  })
  worker.on('exit', () => {
    if (threads.idle === worker) threads.idle = null
  })
  // One listener always, or the error of a thread that nobody waits for any more would end the process.
  return worker.on('error', () => {})
}
