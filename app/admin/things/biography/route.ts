import { textIn } from '@/lib/form/form-fields'
import { currentAuthor } from '@/server/accounts/session'
import { renderBiography } from '@/server/things/desk'

/** A chapter as it would read, while its text is typed. The form sends `athlete`, `chapter` ('' for a new one), `body`. */
export async function POST(request: Request): Promise<Response> {
  if (!(await currentAuthor())) return Response.json({ error: 'Sign in first.' }, { status: 401 })
  const text = textIn(await request.formData())
  const rendered = await renderBiography(text('athlete'), {
    id: text('chapter'),
    body: text('body').slice(0, 20_000),
  })
  return Response.json(rendered, { headers: { 'cache-control': 'no-store' } })
}
