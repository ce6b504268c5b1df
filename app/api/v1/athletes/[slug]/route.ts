import { openFinding } from '@/lib/findings/rules'
import { openAthlete } from '@/lib/pages/open-data'
import { movedAnswer } from '@/server/athletes/former-address'
import { queryOf, readRecord, refusal } from '@/server/athletes/record-at'
import { getOpenFindings } from '@/server/findings/findings'
import { getProgressionsOf } from '@/server/lists/national-records'
import { getRaceContexts } from '@/server/results/race-context'

/** GET /api/v1/athletes/{slug}?asOf=&revision= (docs/api.md). */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const { slug } = await params
  const reading = await readRecord(slug, queryOf(request))
  if (reading.found) {
    // What others have done by today, beside a past state, would tell a mixture.
    if (reading.past) return Response.json(openAthlete(reading.record))
    const [findings, national] = [await getOpenFindings(slug), await getProgressionsOf(reading.record)]
    const races = await getRaceContexts(reading.record.results.map(({ id }) => id))
    return Response.json(openAthlete(reading.record, { findings: findings.map(openFinding), national, races }))
  }
  const moved = await movedAnswer(request, slug, (other) => `/api/v1/athletes/${other}`)
  if (moved) return moved
  const { status, error } = refusal(reading)
  return Response.json({ error }, { status })
}
