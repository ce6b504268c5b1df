/** Texts whose letters were broken when a file was converted: UTF-8 that was read as Windows-1252, and saved so. */

/** Windows-1252 puts these where Latin-1 has controls; what it leaves open keeps its number. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const byteOf = new Map([...WINDOWS].map((letter, at): [string, number] => [letter, 0x80 + at]))

const BROKEN = /[\u00c2-\u00df\u00e0-\u00ef][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/

/** The text with its letters again, "ZÃ¡topek" as "Zátopek"; itself where it is not broken so. */
export function repaired(text: string): string {
  if (!BROKEN.test(text)) return text
  const bytes: number[] = []
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    const byte =
      code < 0x100 && !(code >= 0x80 && code < 0xa0) ? code : (byteOf.get(letter) ?? (code < 0x100 ? code : -1))
    if (byte < 0) return text
    bytes.push(byte)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))
  } catch {
    return text
  }
}

/** Whether a name has a letter that such a conversion leaves, where half of it is lost: "ZÃTOPEK", but not "JOÃO". */
export function hasLostLetter(name: string): boolean {
  return /[ÃÂ](?![OEoe\s]|$)|(?<=\p{Ll})[ÃÂ]/u.test(name)
}
