import { textIn } from '@/lib/form/form-fields'
import { readThingForm } from '@/lib/record/things/submission'
import { thingOf } from '@/lib/record/things/things'
import { currentAuthor } from '@/server/accounts/session'
import { checkClaim } from '@/server/things/desk'

/** What the record says of a claim while it is typed. The form sends `id` or `partOf`, and its own inputs. */
export async function POST(request: Request): Promise<Response> {
  if (!(await currentAuthor())) return Response.json({ error: 'Sign in first.' }, { status: 401 })
  const form = await request.formData()
  const text = textIn(form)
  const { draft } = readThingForm(thingOf('claim'), form)
  const checked = await checkClaim({ id: text('id') || null, partOf: text('partOf') || null, draft })
  return Response.json(checked, { headers: { 'cache-control': 'no-store' } })
}
