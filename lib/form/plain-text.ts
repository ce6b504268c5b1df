/**
 * Trimmed, composed, and without characters that stand for nothing: controls, which a database text cannot hold, marks
 * of direction, by which a name could be shown as another, and accents piled on one letter until they cover the lines
 * above it. '' for anything but text.
 */
export function plainText(value: FormDataEntryValue | null): string {
  if (typeof value !== 'string') return ''
  return value
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/\p{Bidi_Control}/gu, '')
    .replace(PILED, '$1')
    .trim()
}

/** No script writes more marks than this on one letter. */
export const PILED = /(\p{Mn}{4})\p{Mn}+/gu
