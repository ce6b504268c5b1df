import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import busboy from 'busboy'
import { escapeHtml, plainPage } from '@/lib/pages/plain-page'
import { isKnownDevice } from '@/server/accounts/device'
import { refuseForeignForm } from '@/server/accounts/foreign-form'
import { currentEditor } from '@/server/accounts/session'
import { signInFirst } from '@/server/accounts/sign-in-first'
import { signText } from '@/server/accounts/signing'
import { saveList } from '@/server/imports/desk'
import { FileTooLarge } from '@/server/imports/files'
import { Unreadable } from '@/server/imports/unreadable'

/** A longer list is sent as a file, which is never held in memory. */
const LARGEST_PASTE = 20 * 1024 * 1024
/** What is read for somebody whose session has ended, to be given back. */
const LARGEST_RETURN = 1024 * 1024
const PASTED = 'pasted'

/**
 * Takes a list, as a file or as pasted text, piece by piece as it arrives: 200 MB are never held in memory. Answers with
 * the way to the import's page, or back to the form with the reason. A stranger is answered before anything is read.
 */
export async function POST(request: Request): Promise<Response> {
  const refusal = refuseForeignForm(request)
  if (refusal) return refusal
  const type = request.headers.get('content-type') ?? ''
  const editor = await currentEditor()
  if (!editor && !(await mayHaveBack(request))) return signInFirst('/admin/import')
  if (!request.body || !type.startsWith('multipart/form-data')) return goTo(problemAddress(NOTHING))
  try {
    if (!editor) return signedOut((await pastedIn(request.body as ReadableStream, type)) ?? '')
    const id = await firstList(request.body as ReadableStream, type, (name, chunks) => saveList(editor, name, chunks))
    return goTo(id === null ? problemAddress(NOTHING) : `/admin/import/${id}`)
  } catch (error) {
    if (error instanceof BrokenForm) return goTo(problemAddress(NOTHING))
    if (error instanceof PastedUnread) return pastedAgain(error)
    if (!(error instanceof Unreadable || error instanceof FileTooLarge)) throw error
    return goTo(problemAddress(error.message))
  }
}

const NOTHING = 'Choose a file, or paste a list.'

/** The form again, with the reason why the list was not taken. */
function problemAddress(reason: string): string {
  return `/admin/import?problem=${signText(reason)}`
}

/** Whether somebody has worked here before, whose session may have ended, and has sent no more than can be given back. */
async function mayHaveBack({ headers }: Request): Promise<boolean> {
  const length = Number(headers.get('content-length') ?? Number.NaN)
  return length <= LARGEST_RETURN && (await isKnownDevice())
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

/** What was pasted, of a form whose file is not wanted; null where nothing was. */
async function pastedIn(body: ReadableStream, type: string): Promise<string | null> {
  return firstList(body, type, async (name, chunks) => {
    const read: Uint8Array[] = []
    let length = 0
    for await (const chunk of chunks) {
      length += chunk.length
      if (name === PASTED && length <= LARGEST_PASTE) read.push(chunk)
    }
    return Buffer.concat(read).toString()
  })
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
      if (begun === null && text.trim() !== '') begun = beginPasted(text, begin)
      done(begun)
    })
    Readable.fromWeb(body).on('error', broken).pipe(parser)
  })
  return found
}

/** What was pasted is no list that can be read; it goes back to who pasted it. */
class PastedUnread extends Error {
  override name = 'PastedUnread'
  constructor(
    reason: string,
    readonly text: string,
  ) {
    super(reason)
  }
}

async function beginPasted(
  text: string,
  begin: (name: string, chunks: AsyncIterable<Uint8Array>) => Promise<string>,
): Promise<string> {
  try {
    return await begin(PASTED, Readable.from([Buffer.from(text)]))
  } catch (error) {
    throw error instanceof Unreadable ? new PastedUnread(error.message, text) : error
  }
}

/** The list again, to be corrected or sent in parts, with the reason beside it. */
function pastedAgain({ message, text }: PastedUnread): Response {
  const page = plainPage(
    'It could not be read',
    `<form action="/admin/import/upload" method="post" enctype="multipart/form-data">
<p role="alert" id="problem">${escapeHtml(message)}</p>
<p><label for="text">Your list</label><textarea id="text" name="text" rows="12" aria-invalid="true" aria-describedby="problem">
${escapeHtml(text)}</textarea></p>
<button>Read it</button> <a href="/admin/import">Choose a file instead</a>
</form>`,
  )
  return new Response(page, {
    status: 422,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  })
}

/** Nothing that was pasted is lost to a session that ended meanwhile: it comes back, to be sent again. */
function signedOut(text: string): Response {
  if (text === '') return signInFirst('/admin/import')
  const page = plainPage(
    'Your list is still here',
    `<p role="alert">You have been signed out. <a href="/sign-in" target="_blank">Sign in again in a new tab</a>, then come
back here and send the list once more.</p>
<form action="/admin/import/upload" method="post" enctype="multipart/form-data">
<p><label for="text">Your list</label><textarea id="text" name="text" rows="12">
${escapeHtml(text)}</textarea></p>
<button>Read it</button>
</form>`,
  )
  return new Response(page, {
    status: 401,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  })
}

function goTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location } })
}
