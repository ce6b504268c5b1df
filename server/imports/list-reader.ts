/** The thread's side of server/imports/list-thread.ts: answers one question after the other, of one list at a time. */
import { parentPort } from 'node:worker_threads'
import { inspectStored } from './inspect-stored'
import type { ListAnswer, ListQuestion, RowBatch } from './list-task'
import { readBatches } from './read-batches'
import { Unreadable } from './unreadable'

let batches: AsyncGenerator<RowBatch> | null = null

parentPort?.on('message', async (question: ListQuestion) => {
  parentPort?.postMessage(await answerTo(question))
})

async function answerTo(question: ListQuestion): Promise<ListAnswer> {
  try {
    if (question.ask === 'inspect') return { inspected: await inspectStored(question) }
    if (question.ask === 'read') {
      await batches?.return(undefined)
      batches = readBatches(question.importId, question.setup)
    }
    const next = await batches?.next()
    return { batch: next === undefined || next.done ? { rows: [], bytes: 0 } : next.value }
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.message }
    // Nested too deeply for the stack, or longer than a text may be.
    return {
      fault: error instanceof Error ? (error.stack ?? error.message) : String(error),
      isTooMuch: error instanceof RangeError,
    }
  }
}
