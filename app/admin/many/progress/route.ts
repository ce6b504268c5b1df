import { currentEditor } from '@/server/accounts/session'
import { progressOf } from '@/server/many/desk'

/** How far a change of many things has come, while its page waits for it: `?job=…`. */
export async function GET(request: Request): Promise<Response> {
  if (!(await currentEditor())) return Response.json({ error: 'Sign in first.' }, { status: 401 })
  const job = new URL(request.url).searchParams.get('job') ?? ''
  return Response.json(progressOf(job), { headers: { 'cache-control': 'no-store' } })
}
