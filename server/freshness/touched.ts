/**
 * Which change last touched each subject, as far as this process knows. The database numbers the changes in the order
 * in which they become visible; what was read at a number is still true while none of its subjects has a higher one.
 */
import { LRUCache } from 'lru-cache'
import { EVERYTHING } from './subjects'

/** A committed change: its number, and what it touched. */
export interface TouchedBy {
  number: number
  subjects: readonly string[]
}

/** Changes with a higher number than the one given, in their order. */
export type ReadTouches = (since: number) => Promise<{ last: number; touches: readonly TouchedBy[] }>

const MOST_SUBJECTS = 200_000

export class Touched {
  /** The number of the last change that is known here. */
  private known: number
  /** Of a subject that is not in memory, no change with a higher number is known. */
  private floor: number
  private readonly subjects: LRUCache<string, number>
  private reading: Promise<void> | null = null
  private waiting: Promise<void> | null = null

  /**
   * @param read asks the database.
   * @param start the number of the last change when this process began; nothing it keeps is older.
   * @param most how many subjects are remembered; of those forgotten, the floor is told.
   */
  constructor(
    private readonly read: ReadTouches,
    start: number,
    most = MOST_SUBJECTS,
  ) {
    this.known = start
    this.floor = start
    this.subjects = new LRUCache<string, number>({
      max: most,
      dispose: (number, _, reason) => {
        if (reason === 'evict') this.floor = Math.max(this.floor, number)
      },
    })
  }

  get number(): number {
    return this.known
  }

  /**
   * Whether what was read at a number is still true.
   *
   * @param subjects what it depends on; none is everything.
   */
  isUntouched(subjects: readonly string[], number: number): boolean {
    if (number >= this.known) return true
    if (number < this.floor || subjects.length === 0) return false
    return subjects.every((subject) => (this.subjects.peek(subject) ?? 0) <= number)
  }

  /** Waits until the change of this number is known here. */
  async reach(number: number): Promise<void> {
    if (number > this.known) await this.catchUp()
  }

  /** Reads what has been committed by now. Those who ask while a reading is under way share the next one. */
  catchUp(): Promise<void> {
    if (!this.reading) {
      this.reading = this.readOn().finally(() => {
        this.reading = null
      })
      return this.reading
    }
    // The one under way may have begun before the change that is asked about was committed.
    this.waiting ??= this.reading
      .catch(() => {})
      .then(() => {
        this.waiting = null
        return this.catchUp()
      })
    return this.waiting
  }

  private async readOn(): Promise<void> {
    const { last, touches } = await this.read(this.known)
    if (last === this.known) return
    // Some have been cleared away, or the database is another than it was.
    const isWhole = last - this.known === touches.length
    for (const { number, subjects } of touches) {
      for (const subject of subjects) {
        if (subject === EVERYTHING) this.floor = number
        else this.subjects.set(subject, number)
      }
    }
    if (!isWhole) this.floor = last
    this.known = last
  }
}
