/** The files of imports. They stay in the data folder as long as the import may read them again, also after a restart. */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readSettings } from '../env'

export const LARGEST_FILE = 200 * 1024 * 1024
const HEAD = 64 * 1024

/** The file is longer than is read; nothing of it is stored. */
export class FileTooLarge extends Error {
  override name = 'FileTooLarge'
}

function pathOf(importId: string): string {
  if (!/^[\w-]+$/.test(importId)) throw new Error(`No import is called ${importId}.`)
  return join(resolve(readSettings(process.env).PALMARES_DATA), 'imports', importId)
}

/**
 * Stores a file, chunk by chunk as it arrives.
 *
 * @throws FileTooLarge beyond 200 MB.
 */
export async function storeFile(
  importId: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ bytes: number; fingerprint: string }> {
  const path = pathOf(importId)
  await mkdir(join(path, '..'), { recursive: true })
  const hash = createHash('sha256')
  let bytes = 0
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      hash.update(chunk)
      done(bytes > LARGEST_FILE ? new FileTooLarge('The file is larger than 200 MB: split it.') : null, chunk)
    },
  })
  try {
    await pipeline(chunks, count, createWriteStream(path, { mode: 0o600 }))
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  return { bytes, fingerprint: hash.digest('hex') }
}

/** The first 64 kB, from which encoding and format are guessed. */
export async function readHead(importId: string): Promise<Uint8Array> {
  const file = await open(pathOf(importId))
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** The bytes of the file, as they are read from the disk. */
export function streamFile(importId: string): AsyncIterable<Uint8Array> {
  return createReadStream(pathOf(importId), { highWaterMark: HEAD })
}

/** Stores what was parsed from the file, under the way in which it was parsed. */
export async function storeParsed(importId: string, key: string, parsed: unknown): Promise<void> {
  await writeFile(parsedPathOf(importId), JSON.stringify({ key, parsed }), { mode: 0o600 })
}

/** What was stored under this key; null where nothing was, or the file was parsed in another way since. */
export async function readParsed<T>(importId: string, key: string): Promise<T | null> {
  const text = await readFile(parsedPathOf(importId), 'utf8').catch(() => null)
  if (text === null) return null
  try {
    const stored = JSON.parse(text) as { key: string; parsed: T }
    return stored.key === key ? stored.parsed : null
  } catch {
    // A process that was killed while it wrote leaves half of it: the file is parsed again.
    return null
  }
}

export async function removeFile(importId: string): Promise<void> {
  await rm(pathOf(importId), { force: true })
  await rm(parsedPathOf(importId), { force: true })
}

function parsedPathOf(importId: string): string {
  return `${pathOf(importId)}.parsed.json`
}
