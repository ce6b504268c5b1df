import { exportOwnData } from '@/server/accounts/desk'
import { requirePerson } from '@/server/accounts/session'

/** Everything that is kept of the person who asks. */
export async function GET(): Promise<Response> {
  const data = await exportOwnData(await requirePerson('/account'))
  return new Response(JSON.stringify(data, null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="palmares-account.json"',
      'cache-control': 'no-store',
    },
  })
}
