import { plainText } from '@/lib/form/plain-text'
import { currentAuthor } from '@/server/accounts/session'
import { drafted } from '@/server/proposals/desk'
import { findSources } from '@/server/sources/evidence-desk'

/** Sources for typed text, while a form of the desk is filled in: `?query=asahi 2014`. */
export async function GET(request: Request): Promise<Response> {
  const author = await currentAuthor()
  if (!author) return Response.json({ error: 'Sign in first.' }, { status: 401 })
  const query = plainText(new URL(request.url).searchParams.get('query')).slice(0, 200)
  return Response.json(await drafted(author, () => findSources(query)), { headers: { 'cache-control': 'no-store' } })
}
