import anyAscii from 'any-ascii'

/**
 * A name as a part of an address: "Göteborgsvarvet 2014" → "goteborgsvarvet-2014". At most 80 characters; never empty.
 */
export function slugify(text: string): string {
  const slug = anyAscii(text)
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 80)
    .replace(/-+$/, '')
  return slug || 'unnamed'
}
