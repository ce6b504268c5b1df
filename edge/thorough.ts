/** Pages that are read often are compressed once more, thoroughly, while nobody waits for them. */
import type { StoredPage } from './page-cache'

/** A page that was read so often is likely to be read on. */
const READ_OFTEN = 20

export class Thorough {
  private readonly reads = new WeakMap<StoredPage, number>()
  private isBusy = false

  /** @param encode gives a page's smallest brotli. */
  constructor(private readonly encode: (plain: Buffer) => Promise<Buffer>) {}

  /** Counts a reading. One page at a time is compressed, so that others find the processor free. */
  read(page: StoredPage): void {
    const reads = (this.reads.get(page) ?? 0) + 1
    this.reads.set(page, reads)
    if (reads < READ_OFTEN || this.isBusy) return
    this.reads.set(page, Number.NEGATIVE_INFINITY)
    this.isBusy = true
    this.encode(page.plain)
      .then((brotli) => {
        if (brotli.length < page.brotli.length) page.brotli = brotli
      })
      .catch((error: unknown) => console.error('A page could not be compressed:', error))
      .finally(() => {
        this.isBusy = false
      })
  }
}
