/**
 * Long work in short steps. The embedded database has one session for everybody, and while a batch holds it, readers
 * wait: so a batch is as large as can be done in a moment, and after it others have their turn.
 */
import { setTimeout as sleep } from 'node:timers/promises'

const FIRST = 100
const LEAST = 20
/** How long a batch is to take. */
const WANTED_MS = 80
/** Of the time that a batch took, others have so much before the next. */
const SHARE_OF_OTHERS = 0.25
const LONGEST_REST_MS = 60

export class Pace {
  private next: number

  /** @param most how many rows a batch may have, however quickly it is done. */
  constructor(private readonly most: number) {
    this.next = Math.min(FIRST, most)
  }

  /** How many rows the next batch is to have. */
  get size(): number {
    return this.next
  }

  /** Does a batch, and rests. @param rows how many it has. */
  async keep<T>(rows: number, batch: () => Promise<T>): Promise<T> {
    const began = performance.now()
    const done = await batch()
    await this.rest(rows, performance.now() - began)
    return done
  }

  /** @param took how long a batch of so many rows has taken, in milliseconds. */
  async rest(rows: number, took: number): Promise<void> {
    this.learn(rows, took)
    await sleep(Math.min(took * SHARE_OF_OTHERS, LONGEST_REST_MS))
  }

  /** A batch is at most twice as large as the last one, and at least half as large: one that was slow by chance says little. */
  private learn(rows: number, took: number): void {
    if (rows === 0) return
    const wanted = (rows * WANTED_MS) / Math.max(took, 1)
    const bounded = Math.min(Math.max(wanted, this.next / 2), this.next * 2)
    this.next = Math.round(Math.min(Math.max(bounded, LEAST), this.most))
  }
}

/** A list in batches, each taken once the one before it has been dealt with and others have had their turn. */
export async function* inPace<T>(items: readonly T[], most: number): AsyncGenerator<T[]> {
  const pace = new Pace(most)
  for (let from = 0; from < items.length; ) {
    const batch = items.slice(from, from + pace.size)
    from += batch.length
    const began = performance.now()
    yield batch
    await pace.rest(batch.length, performance.now() - began)
  }
}
