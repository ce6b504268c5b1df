import { getAthletePage } from '@/server/athletes/athletes'

/** GET /api/v1/athletes?query=&cursor= (docs/api.md). */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const page = await getAthletePage(searchParams.get('query') ?? '', searchParams.get('cursor'))
  return Response.json(page)
}
