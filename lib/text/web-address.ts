/** An address that a page may link to, as it was written; null for what is none, such as "javascript:". */
export function webAddress(text: string | null): string | null {
  const parsed = text !== null && URL.canParse(text) ? new URL(text) : null
  return parsed && /^https?:$/.test(parsed.protocol) ? text : null
}
