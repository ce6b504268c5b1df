import { openAthlete } from '@/lib/open-data'
import { queryOf, readRecord, refusal } from '@/server/moment'

/** GET /api/v1/athletes/{slug}?asOf=&revision= (docs/api.md). */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const reading = await readRecord((await params).slug, queryOf(request))
  if (reading.found) return Response.json(openAthlete(reading.record))
  const { status, error } = refusal(reading)
  return Response.json({ error }, { status })
}
