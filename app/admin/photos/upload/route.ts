import { refuseForeignForm } from '@/server/accounts/foreign-form'
import { currentAuthor } from '@/server/accounts/session'
import { signInFirst } from '@/server/accounts/sign-in-first'
import { signText } from '@/server/accounts/signing'
import { keepUpload } from '@/server/photos/desk'
import { RefusedPicture } from '@/server/photos/encode'
import { readUpload } from '@/server/photos/read-upload'

/**
 * Takes a picture for the form that `of` or `id` names: a new one of an athlete, or one that the record has. Answers with
 * the way back to that form, which then holds the picture, or says why it does not.
 */
export async function POST(request: Request): Promise<Response> {
  const refusal = refuseForeignForm(request)
  if (refusal) return refusal
  const form = formAddress(new URL(request.url).searchParams)
  const editor = await currentAuthor()
  // Before anything of the picture is read.
  if (!editor) return signInFirst(form)
  try {
    const file = await readUpload(request)
    if (!file) throw new RefusedPicture('Choose a picture.')
    return goTo(withAnswer(form, 'picture', await keepUpload(editor, file)))
  } catch (error) {
    if (!(error instanceof RefusedPicture)) throw error
    return goTo(withAnswer(form, 'problem', signText(error.message)))
  }
}

function formAddress(query: URLSearchParams): string {
  const id = query.get('id')
  if (id) return `/admin/things/photo/${encodeURIComponent(id)}`
  return `/admin/things/photo/new?of=${encodeURIComponent(query.get('of') ?? '')}`
}

function withAnswer(form: string, name: string, value: string): string {
  return `${form}${form.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(value)}`
}

function goTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location } })
}
