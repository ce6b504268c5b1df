import { stringify } from 'csv-stringify/sync'
import { resultsTable } from '@/lib/open-data'
import { getAthleteRecord } from '@/server/athletes'

/** GET /athletes/{slug}/results.csv: RFC 4180, UTF-8, one row a place (docs/api.md). */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const record = await getAthleteRecord((await params).slug)
  if (!record) return new Response('There is no such athlete.\n', { status: 404 })
  const { header, rows } = resultsTable(record)
  return new Response(stringify([header, ...rows], { record_delimiter: 'windows' }), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${record.athlete.slug}-results.csv"`,
    },
  })
}
