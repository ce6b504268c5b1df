import { currentAuthor } from '@/server/accounts/session'
import { findUpload } from '@/server/photos/desk'

/** A picture as the desk shows it: before it is saved, and after it was withdrawn. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params
  const found = (await currentAuthor()) ? await findUpload(id, 'small') : null
  if (!found) return new Response('There is no such picture.\n', { status: 404 })
  return new Response(found, {
    headers: {
      'content-type': 'image/webp',
      'cache-control': 'private, no-store',
    },
  })
}
