/** The encodings of a kept page, and which of them a reader takes. */
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const zip = promisify(gzip)
const brotli = promisify(brotliCompress)

export type Encoding = 'br' | 'gzip' | null

/** While somebody waits. */
const QUICK = 5
/** For a page that is read often; it takes half a second for a large one. */
const THOROUGH = 11

export async function encode(plain: Buffer): Promise<{ gzip: Buffer; brotli: Buffer }> {
  const [zipped, brotlied] = await Promise.all([zip(plain), withBrotli(plain, QUICK)])
  return { gzip: zipped, brotli: brotlied }
}

/** The smallest form that brotli knows of a page. */
export function encodeThoroughly(plain: Buffer): Promise<Buffer> {
  return withBrotli(plain, THOROUGH)
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

/** @param accepted the header Accept-Encoding; an encoding with q=0 is refused. */
export function encodingFor(accepted: string | undefined): Encoding {
  const takes = (name: string) =>
    new RegExp(`(^|[\\s,])${name}(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))(\\s*[;,]|$)`, 'i').test(accepted ?? '')
  if (takes('br')) return 'br'
  return takes('gzip') ? 'gzip' : null
}
