import 'server-only'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import busboy from 'busboy'
import { LARGEST_UPLOAD } from '@/lib/record/photo'
import { RefusedPicture, TOO_LARGE } from './encode'

/**
 * The file of a form that was sent, of which never more than the limit is held in memory; null where none was chosen, or
 * what was sent is no form. The rest of the request is read on, or the browser would never show our answer.
 *
 * @throws RefusedPicture where it is larger.
 */
export async function readUpload(request: Request): Promise<Uint8Array | null> {
  const type = request.headers.get('content-type') ?? ''
  if (!request.body || !/^multipart\/form-data;.*boundary=/i.test(type)) return null
  const parser = parserOf(type)
  if (!parser) return null
  const chunks: Uint8Array[] = []
  let isTooLarge = false
  parser.on('file', (_field, file) => {
    // Cut off: the parser says so, too.
    file.on('error', () => {})
    file.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    file.on('limit', () => {
      isTooLarge = true
      chunks.length = 0
    })
  })
  const isWhole = await new Promise<boolean>((done) => {
    parser.on('close', () => done(true))
    parser.on('error', () => done(false))
    Readable.fromWeb(request.body as ReadableStream)
      .on('error', () => done(false))
      .pipe(parser)
  })
  if (isTooLarge) throw new RefusedPicture(TOO_LARGE)
  return isWhole && chunks.some(({ length }) => length > 0) ? Buffer.concat(chunks) : null
}

function parserOf(type: string): busboy.Busboy | null {
  try {
    return busboy({ headers: { 'content-type': type }, limits: { files: 1, fileSize: LARGEST_UPLOAD + 1, fields: 0 } })
  } catch {
    // The type says that it is a form, and not how its parts are divided.
    return null
  }
}
