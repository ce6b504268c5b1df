import { plainText } from '@/lib/form/plain-text'
import { currentAuthor } from '@/server/accounts/session'
import { findCompetitions } from '@/server/competitions/desk'
import { drafted } from '@/server/proposals/desk'

/** Competitions for typed text, while a result's form is filled in: `?query=fukuoka 2014`. */
export async function GET(request: Request): Promise<Response> {
  const author = await currentAuthor()
  if (!author) return Response.json({ error: 'Sign in first.' }, { status: 401 })
  const query = plainText(new URL(request.url).searchParams.get('query')).slice(0, 200)
  return Response.json(await drafted(author, () => findCompetitions(query)), {
    headers: { 'cache-control': 'no-store' },
  })
}
