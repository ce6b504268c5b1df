import { LRUCache } from 'lru-cache'

/** A whole answer, ready to be sent in either encoding. */
export interface StoredPage {
  status: number
  /** The application's headers that belong to the answer itself. */
  headers: Record<string, string>
  etag: string
  plain: Buffer
  gzip: Buffer
}

interface Entry {
  generation: number
  page: StoredPage
}

/**
 * Whole public answers, each valid for the generation of the record under which its render *began*. Each save starts a
 * new generation, and everything older is worthless; nothing has to be purged, so no purge can lose a race.
 */
export class PageCache {
  /** Addresses that the record itself has: there are only so many. */
  private readonly listed: LRUCache<string, Entry>
  /** Those that anybody can make up: with parameters, and whatever does not exist. They push out each other alone. */
  private readonly madeUp: LRUCache<string, Entry>
  private readonly pending = new Map<string, { generation: number; page: Promise<StoredPage | null> }>()

  /**
   * @param currentGeneration a number that grows with every save.
   * @param bytes the most that is kept of listed addresses, and a quarter as much of others; the least recently read goes
   *   first.
   */
  constructor(
    private readonly currentGeneration: () => number,
    bytes = 112 * 1024 * 1024,
  ) {
    const sizeCalculation = ({ page }: Entry) => page.plain.length + page.gzip.length + 1024
    this.listed = new LRUCache({ maxSize: bytes, sizeCalculation })
    this.madeUp = new LRUCache({ maxSize: bytes / 4, sizeCalculation })
  }

  /**
   * The stored answer, or a new one. Readers who ask at the same time share one render, unless a save happened between
   * their requests.
   *
   * @param render makes the answer; null where it must not be kept (an error).
   * @param isListed whether there is a bounded number of addresses like this one, if it exists.
   */
  async get(key: string, render: () => Promise<StoredPage | null>, isListed = true): Promise<StoredPage | null> {
    const generation = this.currentGeneration()
    const stored = [this.listed, this.madeUp].map((shelf) => shelf.get(key)).find((it) => it?.generation === generation)
    if (stored) return stored.page

    const other = this.pending.get(key)
    if (other?.generation === generation) return other.page

    const page = render().then((rendered) => {
      // A slow render from before a save does not replace one from after it.
      const shelf = isListed && rendered?.status === 200 ? this.listed : this.madeUp
      const present = shelf.peek(key)
      if (rendered && (present?.generation ?? 0) <= generation) shelf.set(key, { generation, page: rendered })
      return rendered
    })
    const mine = { generation, page }
    this.pending.set(key, mine)
    try {
      return await page
    } finally {
      if (this.pending.get(key) === mine) this.pending.delete(key)
    }
  }
}
