import { createHash } from 'node:crypto'

/** Twelve characters, the same for the same words: so work that is done again creates nothing twice. */
export function stableId(...words: (string | number | null)[]): string {
  return createHash('sha256').update(JSON.stringify(words)).digest('base64url').replace(/[-_]/g, '').slice(0, 12)
}
