/** Answers that tell the edge what they show, and how much of the history they know. */
import type { ServerResponse } from 'node:http'
import { NUMBER_HEADER, SUBJECTS_HEADER } from '@/edge/headers'
import { beginCollecting } from './depends-on'
import { touched } from './watch'

/** Visible letters of ASCII, without the space that stands between subjects. */
const SAYABLE = /^[!-~]+$/
/** In characters: half of what the edge takes. */
const LONGEST = 1024 * 1024

/** A save's answer names the last change that is known by then, its own included. */
export function tellNumber(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response)
  response.writeHead = ((...given: Parameters<typeof writeHead>) => {
    const number = touched()?.number
    if (number !== undefined && !response.hasHeader(NUMBER_HEADER)) response.setHeader(NUMBER_HEADER, String(number))
    return writeHead(...given)
  }) as typeof writeHead
}

/**
 * Holds the answer until it is whole: only then is it known what it shows, and a header comes first. An answer that is
 * not a page, such as one to an address that does not exist, depends on everything.
 *
 * @param isFresh whether it is made from nothing that is in memory.
 */
export function holdAnswer(response: ServerResponse, isFresh: boolean): void {
  const subjects = beginCollecting(isFresh)
  response.setHeader(NUMBER_HEADER, String(touched()?.number ?? 0))
  const chunks: Buffer[] = []
  const end = response.end.bind(response)
  const keep = (chunk: unknown, encoding?: unknown) => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk, encodingOf(encoding)))
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }
  const called = (given: readonly unknown[]) => {
    for (const callback of given) if (typeof callback === 'function') callback()
  }
  response.flushHeaders = () => {}
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    response.statusCode = status
    const headers = rest.find((given) => typeof given === 'object' && given !== null)
    for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value)
    return response
  }) as typeof response.writeHead
  response.write = ((chunk: unknown, ...rest: unknown[]) => {
    keep(chunk, rest[0])
    called(rest)
    return true
  }) as typeof response.write
  response.end = ((...given: unknown[]) => {
    keep(given[0], given[1])
    Reflect.deleteProperty(response, 'writeHead')
    // What a header cannot say, as a country's code that is none, is left unsaid: the answer then depends on everything.
    const said = [...subjects].join(' ')
    const canBeSaid = said.length <= LONGEST && [...subjects].every((subject) => SAYABLE.test(subject))
    if (response.statusCode === 200 && canBeSaid) response.setHeader(SUBJECTS_HEADER, said)
    end(Buffer.concat(chunks), () => called(given))
    return response
  }) as typeof response.end
}

function encodingOf(encoding: unknown): BufferEncoding {
  return typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8'
}
