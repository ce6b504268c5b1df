import { LRUCache } from 'lru-cache'
import { currentGeneration } from '@/server/history/generation'

/** A whole answer, ready to be sent in either encoding. */
export interface StoredPage {
  status: number
  /** Those of Next's headers that belong to the answer itself. */
  headers: { 'content-type': string; location?: string; 'content-disposition'?: string; link?: string }
  etag: string
  plain: Buffer
  gzip: Buffer
}

interface Entry {
  generation: number
  page: StoredPage
}

/**
 * Whole public answers, each valid for the generation of the record under which its render *began*. The record moves
 * on with a save, and everything from before is as good as gone; there is no purging to forget or to lose a race with.
 */
export class PageCache {
  private readonly entries: LRUCache<string, Entry>
  private readonly underWay = new Map<string, { generation: number; page: Promise<StoredPage | null> }>()

  /** @param bytes the most that is kept; the least recently read goes first. */
  constructor(bytes = 128 * 1024 * 1024) {
    this.entries = new LRUCache({
      maxSize: bytes,
      sizeCalculation: ({ page }) => page.plain.length + page.gzip.length + 1024,
    })
  }

  /**
   * The stored answer, or a new one. Readers who ask at the same moment share one render, unless a save has come
   * between them.
   *
   * @param render makes the answer; null where it must not be kept (an error, a stream).
   */
  async get(key: string, render: () => Promise<StoredPage | null>): Promise<StoredPage | null> {
    const generation = currentGeneration()
    const stored = this.entries.get(key)
    if (stored?.generation === generation) return stored.page

    const other = this.underWay.get(key)
    if (other?.generation === generation) return other.page

    const page = render().then((made) => {
      // A slow render from before a save does not take the place of one from after it.
      const kept = this.entries.peek(key)
      if (made && (kept?.generation ?? 0) <= generation) this.entries.set(key, { generation, page: made })
      return made
    })
    const mine = { generation, page }
    this.underWay.set(key, mine)
    try {
      return await page
    } finally {
      if (this.underWay.get(key) === mine) this.underWay.delete(key)
    }
  }
}
