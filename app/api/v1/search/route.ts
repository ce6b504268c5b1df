import { getMatches } from '@/server/search/search'

const OF_EACH_KIND = 5

/** GET /api/v1/search?query= (docs/api.md). */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams.get('query') ?? ''
  const { matches, isGuess } = await getMatches(query, OF_EACH_KIND)
  return Response.json({ items: matches, isGuess })
}
