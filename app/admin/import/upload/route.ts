import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import busboy from 'busboy'
import { db } from '@/server/db'
import { FileTooLarge } from '@/server/imports/files'
import { beginImport } from '@/server/imports/imports'
import { Unreadable } from '@/server/imports/setup'
import { currentEditor } from '@/server/session'

/** A longer list is sent as a file, which is never held in memory. */
const LARGEST_PASTE = 20 * 1024 * 1024

/**
 * Takes a list, as a file or as pasted text, piece by piece as it arrives: 200 MB are never held in memory. Answers with
 * the way to the import's page, or back to the form with the reason.
 */
export async function POST(request: Request): Promise<Response> {
  const editor = await currentEditor()
  if (!editor) return goTo(`/sign-in?next=${encodeURIComponent('/admin/import')}`)
  // The cookie alone does not say that the form was ours.
  const origin = request.headers.get('origin')
  const from = origin !== null && URL.canParse(origin) ? new URL(origin).host : null
  if (origin !== null && origin !== 'null' && from !== request.headers.get('host')) {
    return new Response('This form was sent from another site.', { status: 403 })
  }
  const type = request.headers.get('content-type') ?? ''
  if (!request.body || !type.startsWith('multipart/form-data')) return goTo('/admin/import?problem=empty')
  try {
    const id = await firstList(request.body as ReadableStream, type, (name, chunks) =>
      beginImport(db(), editor, name, chunks),
    )
    return goTo(id === null ? '/admin/import?problem=empty' : `/admin/import/${id}`)
  } catch (error) {
    if (error instanceof BrokenForm) return goTo('/admin/import?problem=empty')
    if (!(error instanceof Unreadable || error instanceof FileTooLarge)) throw error
    return goTo(`/admin/import?problem=${encodeURIComponent(error.message)}`)
  }
}

/** What was sent is no form, or ends in the middle of one. */
class BrokenForm extends Error {
  override name = 'BrokenForm'
}

function parserOf(type: string): busboy.Busboy {
  try {
    return busboy({
      headers: { 'content-type': type },
      limits: { files: 1, fields: 3, fieldSize: LARGEST_PASTE },
      defParamCharset: 'utf8',
    })
  } catch (error) {
    throw new BrokenForm('It is no form.', { cause: error })
  }
}

/** The first file of the form that is not empty, or else its text; null where there is neither. */
async function firstList(
  body: ReadableStream,
  type: string,
  begin: (name: string, chunks: AsyncIterable<Uint8Array>) => Promise<string>,
): Promise<string | null> {
  const parser = parserOf(type)
  const found = await new Promise<Promise<string> | null>((done, refuse) => {
    let text = ''
    let begun: Promise<string> | null = null
    parser.on('file', (_field, file, { filename }) => {
      if (!filename) {
        file.resume()
        return
      }
      begun = begin(filename, file)
      // Whatever the outcome, the rest of the request is read, or the browser would never show our answer.
      begun.catch(() => file.resume())
    })
    parser.on('field', (name, value) => {
      if (name === 'text') text = value
    })
    const broken = (cause: unknown) => refuse(new BrokenForm('It ends in the middle.', { cause }))
    parser.on('error', broken)
    parser.on('close', () => {
      if (begun === null && text.trim() !== '') begun = begin('pasted', Readable.from([Buffer.from(text)]))
      done(begun)
    })
    Readable.fromWeb(body).on('error', broken).pipe(parser)
  })
  return found
}

function goTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location } })
}
