import { stringify } from 'csv-stringify/sync'
import { resultsTable } from '@/lib/pages/open-data'
import { movedAnswer } from '@/server/athletes/former-address'
import { queryOf, readRecord, refusal } from '@/server/athletes/record-at'
import { getRaceContexts } from '@/server/results/race-context'

/** GET /athletes/{slug}/results.csv: RFC 4180, UTF-8, one row a place (docs/api.md). */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const { slug } = await params
  const reading = await readRecord(slug, queryOf(request))
  if (!reading.found) {
    const moved = await movedAnswer(request, slug, (other) => `/athletes/${other}/results.csv`)
    if (moved) return moved
    const { status, error } = refusal(reading)
    return new Response(`${error}\n`, { status })
  }
  const { record, past } = reading
  const races = await getRaceContexts(past ? [] : record.results.map(({ id }) => id))
  const { header, rows } = resultsTable(record, races)
  const state = past ? `-${past.asked.kind === 'day' ? past.asked.asOf : `revision-${past.asked.revision}`}` : ''
  return new Response(stringify([header, ...rows], { record_delimiter: 'windows' }), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${record.athlete.slug}-results${state}.csv"`,
    },
  })
}
