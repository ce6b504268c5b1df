import { openFinding } from '@/lib/findings/rules'
import { openAthlete } from '@/lib/pages/open-data'
import { movedAnswer } from '@/server/athletes/former-address'
import { queryOf, readRecord, refusal } from '@/server/athletes/record-at'
import { getOpenFindings } from '@/server/findings/findings'
import { getProgressionsOf } from '@/server/lists/national-records'

/** GET /api/v1/athletes/{slug}?asOf=&revision= (docs/api.md). */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const { slug } = await params
  const reading = await readRecord(slug, queryOf(request))
  if (reading.found) {
    // The rules compare with what others have done by today, so of a past state they would tell a mixture.
    if (reading.past) return Response.json(openAthlete(reading.record))
    const [findings, national] = [await getOpenFindings(slug), await getProgressionsOf(reading.record)]
    return Response.json(openAthlete(reading.record, findings.map(openFinding), national))
  }
  const moved = await movedAnswer(request, slug, (other) => `/api/v1/athletes/${other}`)
  if (moved) return moved
  const { status, error } = refusal(reading)
  return Response.json({ error }, { status })
}
