const OFFSET = 0xcbf29ce484222325n
const PRIME = 0x100000001b3n

/**
 * Sixteen hexadecimal digits that are the same for the same content on every machine (FNV-1a, 64 bits, over its JSON).
 */
export function fingerprintOf(content: unknown): string {
  let hash = OFFSET
  for (const byte of new TextEncoder().encode(JSON.stringify(content))) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME)
  }
  return hash.toString(16).padStart(16, '0')
}
