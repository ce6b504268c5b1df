/** The encodings of a kept page, and which of them a reader takes. */
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const zip = promisify(gzip)
const brotli = promisify(brotliCompress)

export type Encoding = 'br' | 'gzip'

/** While somebody waits. */
const QUICK = 5
/** For a page that is read often and has not changed for some time: half a second's work for a large one. */
const THOROUGH = 11
const READ_OFTEN = 20
const UNCHANGED_MS = 60_000

let isBusy = false

/** A body in the encodings that readers have asked for, each made once. */
export class Encoded {
  private readonly bodies = new Map<Encoding, Promise<Buffer>>()
  private readonly since = Date.now()
  private reads = 0
  private isThorough = false

  constructor(readonly plain: Buffer) {}

  /** @param encoding null for the body as it is. */
  async as(encoding: Encoding | null): Promise<Buffer> {
    if (encoding === null) return this.plain
    const known = this.bodies.get(encoding)
    if (known) {
      if (encoding === 'br') this.countRead()
      return known
    }
    const made = encoding === 'gzip' ? zip(this.plain) : withBrotli(this.plain, QUICK)
    this.bodies.set(encoding, made)
    return made
  }

  /** One page at a time is compressed thoroughly, so that others find the processor free. */
  private countRead(): void {
    this.reads++
    if (this.isThorough || isBusy || this.reads < READ_OFTEN || Date.now() - this.since < UNCHANGED_MS) return
    this.isThorough = true
    isBusy = true
    withBrotli(this.plain, THOROUGH)
      .then((smallest) => this.bodies.set('br', Promise.resolve(smallest)))
      .catch((error: unknown) => console.error('A page could not be compressed:', error))
      .finally(() => {
        isBusy = false
      })
  }
}

function withBrotli(plain: Buffer, quality: number): Promise<Buffer> {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_MODE, BROTLI_MODE_TEXT } = constants
  return brotli(plain, {
    params: {
      [BROTLI_PARAM_QUALITY]: quality,
      [BROTLI_PARAM_SIZE_HINT]: plain.length,
      [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT,
    },
  })
}

/** @param accepted the header Accept-Encoding; an encoding with q=0 is refused. @returns null for none. */
export function encodingFor(accepted: string | undefined): Encoding | null {
  const taken = new Set(
    (accepted ?? '').split(',').flatMap((entry) => {
      const [name = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase())
      return parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)) ? [] : [name]
    }),
  )
  return taken.has('br') ? 'br' : taken.has('gzip') ? 'gzip' : null
}
