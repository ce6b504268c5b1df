import { LRUCache } from 'lru-cache'
import type { Encoded } from './encodings'

/** A whole answer, ready to be sent in any encoding. */
export interface StoredPage {
  status: number
  /** The application's headers that belong to the answer itself. */
  headers: Record<string, string>
  etag: string
  body: Encoded
  /** What it shows; none is everything. */
  subjects: readonly string[]
  /** The last change that the application knew when it began to render. */
  number: number
}

/** What is known of changes: they are numbered in the order in which they became visible. */
export interface Freshness {
  /** The last change that is known. */
  readonly number: number
  isUntouched(subjects: readonly string[], number: number): boolean
  /** Waits until the change of this number is known. */
  reach(number: number): Promise<void>
}

interface Pending {
  /** The last change that was known when it was asked for. */
  number: number
  page: Promise<StoredPage | null>
}

/**
 * Whole public answers, each served as long as nothing that it shows has been touched since its render *began*. Whether
 * it has is asked at each reading, so nothing has to be purged, and no purge can lose a race.
 */
export class PageCache {
  /** Addresses that the record itself has: there are only so many. */
  private readonly listed: LRUCache<string, StoredPage>
  /** Those that anybody can make up: with parameters, and whatever does not exist. They push out each other alone. */
  private readonly madeUp: LRUCache<string, StoredPage>
  private readonly pending = new Map<string, Pending>()

  /**
   * @param bytes the most that is kept of listed addresses, and a quarter as much of others; the least recently read goes
   *   first.
   */
  constructor(
    private readonly freshness: Freshness,
    bytes = 112 * 1024 * 1024,
  ) {
    // With the two encodings, which are made when somebody asks for them, half as much again.
    const sizeCalculation = ({ body, subjects }: StoredPage) =>
      Math.ceil(1.5 * body.plain.length) + 40 * subjects.length + 1024
    this.listed = new LRUCache({ maxSize: bytes, sizeCalculation })
    this.madeUp = new LRUCache({ maxSize: bytes / 4, sizeCalculation })
  }

  /**
   * The stored answer, or a new one. Readers who ask at the same time share one render, unless it shows something that
   * was changed between their requests.
   *
   * @param render makes the answer; null where it must not be kept (an error).
   * @param isListed whether there is a bounded number of addresses like this one, if it exists.
   */
  async get(key: string, render: () => Promise<StoredPage | null>, isListed = true): Promise<StoredPage | null> {
    const asked = this.freshness.number
    const stored = this.find(key)
    if (stored) return stored
    const earlier = this.pending.get(key)
    if (earlier) {
      if (earlier.number >= asked) return earlier.page
      // It began before a change that may have nothing to do with it.
      const page = await earlier.page.catch(() => null)
      if (page && this.isTrue(page)) return page
      const next = this.pending.get(key)
      if (next && next.number >= asked) return next.page
    }
    return this.make(key, render, isListed)
  }

  private find(key: string): StoredPage | undefined {
    return [this.listed, this.madeUp].map((shelf) => shelf.get(key)).find((page) => page && this.isTrue(page))
  }

  private isTrue({ subjects, number }: StoredPage): boolean {
    return this.freshness.isUntouched(subjects, number)
  }

  private async make(
    key: string,
    render: () => Promise<StoredPage | null>,
    isListed: boolean,
  ): Promise<StoredPage | null> {
    const page = render().then((rendered) => {
      if (!rendered) return null
      const shelf = isListed && rendered.status === 200 ? this.listed : this.madeUp
      // A slow render from before a change does not replace one from after it.
      if ((shelf.peek(key)?.number ?? 0) <= rendered.number) shelf.set(key, rendered)
      return rendered
    })
    const mine = { number: this.freshness.number, page }
    this.pending.set(key, mine)
    try {
      return await page
    } finally {
      if (this.pending.get(key) === mine) this.pending.delete(key)
    }
  }
}
