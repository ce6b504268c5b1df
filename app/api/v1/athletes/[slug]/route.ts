import { openAthlete } from '@/lib/open-data'
import { getAthleteRecord } from '@/server/athletes'

/** GET /api/v1/athletes/{slug} (docs/api.md). */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const record = await getAthleteRecord((await params).slug)
  if (!record) return Response.json({ error: 'There is no such athlete.' }, { status: 404 })
  return Response.json(openAthlete(record))
}
