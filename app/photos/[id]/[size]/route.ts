import { photoSize } from '@/lib/record/photo'
import { findPicture } from '@/server/photos/desk'

/** GET /photos/{id}/320.webp and 960.webp: a picture that the record has. Its bytes never change under one address. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string; size: string }> },
): Promise<Response> {
  const { id, size: name } = await params
  const size = photoSize(name)
  const found = size && (await findPicture(id, size))
  const headers = { 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'" }
  if (!found || found === 'gone') {
    const [status, text] = found ? [410, 'This picture has been withdrawn.'] : [404, 'There is no such picture.']
    return new Response(`${text}\n`, { status, headers: { ...headers, 'cache-control': 'no-store' } })
  }
  return new Response(found, {
    headers: { ...headers, 'content-type': 'image/webp', 'cache-control': 'public, max-age=31536000, immutable' },
  })
}
