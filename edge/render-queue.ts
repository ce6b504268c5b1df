/**
 * The renders that wait for their turn. Kept pages are answered past it; so a crowd of readers hardly ever waits here,
 * and whoever makes up addresses does.
 */

/** There are as many waiting as can be answered soon. */
export class TooBusy extends Error {
  override name = 'TooBusy'
}

export interface QueueBounds {
  /** How many render at the same time. */
  atOnce: number
  /** How many wait, of all networks and of one. */
  waiting: number
  waitingOfOne: number
}

/** A process makes one page at a time; a second one is there while the first waits for the database. */
export const AT_ONCE_EACH = 2

/** For how long a save, whose editor waits for it, keeps renders from beginning. */
const LONGEST_HOLD_MS = 250

export const BOUNDS: QueueBounds = { atOnce: AT_ONCE_EACH, waiting: 128, waitingOfOne: 48 }

export class RenderQueue {
  /** By network; the networks take turns, so that one cannot keep the others waiting. */
  private readonly waiting = new Map<string, (() => void)[]>()
  private waitingCount = 0
  private running = 0
  /** How many go ahead of the renders, and whether these wait for them. */
  private ahead = 0
  private hold: NodeJS.Timeout | null = null

  constructor(private readonly bounds: QueueBounds = BOUNDS) {}

  /**
   * Does the work as soon as there is room.
   *
   * @param network who asks.
   * @throws TooBusy at once where too many wait already.
   */
  async run<T>(network: string, work: () => Promise<T>): Promise<T> {
    if (this.running >= this.bounds.atOnce || this.hold) await this.waitForTurn(network)
    else this.running++
    try {
      return await work()
    } finally {
      this.running--
      this.fill()
    }
  }

  /** Does the work at once; no render begins meanwhile, unless it takes long. */
  async runAhead<T>(work: () => Promise<T>): Promise<T> {
    if (this.ahead++ === 0) this.hold = setTimeout(() => this.release(), LONGEST_HOLD_MS)
    try {
      return await work()
    } finally {
      if (--this.ahead === 0) this.release()
    }
  }

  private release(): void {
    if (this.hold) clearTimeout(this.hold)
    this.hold = null
    this.fill()
  }

  private waitForTurn(network: string): Promise<void> {
    const own = this.waiting.get(network) ?? []
    if (this.waitingCount >= this.bounds.waiting || own.length >= this.bounds.waitingOfOne) throw new TooBusy()
    this.waitingCount++
    this.waiting.set(network, own)
    return new Promise((done) => own.push(done))
  }

  /** Begins what waits as far as there is room: of the network that has waited longest since its last turn. */
  private fill(): void {
    for (const [network, [begin, ...rest]] of this.waiting) {
      if (this.hold || this.running >= this.bounds.atOnce) return
      this.waiting.delete(network)
      if (rest.length > 0) this.waiting.set(network, rest)
      this.waitingCount--
      this.running++
      begin?.()
    }
  }
}
