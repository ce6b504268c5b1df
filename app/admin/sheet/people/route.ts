import { z } from 'zod'
import { MOST_SHEET_ROWS } from '@/lib/import/sheet'
import { isPartialDate } from '@/lib/sport/partial-date'
import { SEXES } from '@/lib/sport/performance'
import { currentEditor } from '@/server/accounts/session'
import { lookUpPeople } from '@/server/imports/sheet-desk'

const short = z.string().max(200)
const QUESTION = z.object({
  sex: z.enum(SEXES),
  date: z.string().refine(isPartialDate),
  people: z.array(z.object({ name: short, country: short, birthDate: short })).max(MOST_SHEET_ROWS),
})

/** Who is meant by the names of a sheet, while it is typed. */
export async function POST(request: Request): Promise<Response> {
  if (!(await currentEditor())) return Response.json({ error: 'Sign in first.' }, { status: 401 })
  const asked = QUESTION.safeParse(await request.json().catch(() => null))
  if (!asked.success) return Response.json({ error: 'This is no list of people.' }, { status: 400 })
  const { people, ...race } = asked.data
  return Response.json(await lookUpPeople(people, race), { headers: { 'cache-control': 'no-store' } })
}
