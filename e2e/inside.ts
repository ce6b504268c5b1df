/** Asks the application of a site itself, past the edge, for a page that is to be kept. */
import { request } from 'node:http'
import { join } from 'node:path'
import { FRESH_HEADER, KEEP_HEADER, NUMBER_HEADER } from '../edge/headers'
import type { Site } from './site'

export interface InsideAnswer {
  status: number
  /** Where it leads on; null where it does not. */
  location: string | null
  type: string
  /** Of the last change that the answer knows. */
  number: number
  text: string
}

/** @param isFresh whether it is made from nothing that is in memory. */
export function askInside({ run }: Pick<Site, 'run'>, path: string, isFresh: boolean): Promise<InsideAnswer> {
  const fresh = isFresh ? { [FRESH_HEADER]: '1' } : {}
  const headers = { host: 'localhost', 'accept-encoding': 'identity', [KEEP_HEADER]: '1', ...fresh }
  return new Promise((done, fail) => {
    request({ socketPath: join(run, '0.sock'), path, headers }, async (answer) => {
      const chunks: Buffer[] = []
      for await (const chunk of answer) chunks.push(chunk)
      done({
        status: answer.statusCode ?? 0,
        location: answer.headers.location ?? null,
        type: String(answer.headers['content-type'] ?? ''),
        number: Number(answer.headers[NUMBER_HEADER] ?? 0),
        text: Buffer.concat(chunks).toString(),
      })
    })
      .on('error', fail)
      .end()
  })
}
