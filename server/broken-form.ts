import { plainPage } from '@/lib/pages/plain-page'

const BROKEN = plainPage(
  'This form cannot be read',
  '<p>Nothing was saved. Go back, load the page again, and send the form once more.</p>',
)

/** What React reads as JSON: the arguments of an action, and the state that a form without JavaScript carries. */
const JSON_FIELD = /^(\d+|\$ACTION_.*)$/
/** No form nests as deep; reading what does would end in a stack that is full. */
const DEEPEST = 100

/**
 * The refusal of a form that Next could only fail on: cut off, or not made by a page of ours. Null for every other
 * request. The body has been bounded before (server/door.ts).
 */
export async function refuseBrokenForm(request: Request): Promise<Response | null> {
  if (request.method !== 'POST' || !(await isBroken(request))) return null
  return new Response(BROKEN, {
    status: 400,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  })
}

async function isBroken(request: Request): Promise<boolean> {
  const isAction = request.headers.has('next-action')
  if (!request.headers.get('content-type')?.startsWith('multipart/form-data')) {
    return isAction && !isJson(await request.text())
  }
  const form = await request.formData().catch(() => null)
  if (!form) return true
  const isDeep = [...form].some(
    ([name, value]) => JSON_FIELD.test(name) && typeof value === 'string' && nestsDeep(value),
  )
  const called = form.get('0')
  return isDeep || (isAction && called !== null && !isJson(called))
}

function isJson(text: FormDataEntryValue): boolean {
  if (typeof text !== 'string' || nestsDeep(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Whether brackets, those in texts aside, are nested deeper than any form's. Each character is looked at once. */
function nestsDeep(json: string): boolean {
  let depth = 0
  let isText = false
  for (let index = 0; index < json.length && depth <= DEEPEST; index++) {
    const character = json[index]
    if (character === '"') isText = !isText
    else if (isText && character === '\\') index++
    else if (!isText && (character === '[' || character === '{')) depth++
    else if (!isText && (character === ']' || character === '}')) depth--
  }
  return depth > DEEPEST
}
