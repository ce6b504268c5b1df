/**
 * Trimmed, composed, and without characters that stand for nothing: controls, which a database text cannot hold, and
 * marks of direction, by which a name could be shown as another. '' for anything but text.
 */
export function plainText(value: FormDataEntryValue | null): string {
  if (typeof value !== 'string') return ''
  return value
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/\p{Bidi_Control}/gu, '')
    .trim()
}
