/** The letters that results lists print after a mark, and what they say. */

export const FLAGS = {
  h: 'hand time',
  i: 'indoors',
  A: 'at altitude',
  w: 'wind-assisted',
  W: 'wind-assisted in a combined event',
  '+': 'intermediate time',
  dh: 'downhill course',
  x: 'exhibition',
  e: 'estimated',
  OC: 'out of competition',
} as const

export type Flag = keyof typeof FLAGS

export const FLAG_LETTERS = Object.keys(FLAGS) as Flag[]

export function isFlag(letter: string): letter is Flag {
  return Object.hasOwn(FLAGS, letter)
}

/** "indoors, at altitude" for "i A"; a letter that nobody knows stays as it is. */
export function flagsInWords(letters: readonly string[]): string {
  return letters.map((letter) => (isFlag(letter) ? FLAGS[letter] : letter)).join(', ')
}

/** Letters in the order of the list; those that nobody knows come last. */
export function inOrder(letters: readonly string[]): string[] {
  const place = (letter: string) => (isFlag(letter) ? FLAG_LETTERS.indexOf(letter) : FLAG_LETTERS.length)
  return [...new Set(letters)].sort((a, b) => place(a) - place(b))
}

/** The letters of a text, which stand apart: "i A", "i, A". */
export function flagsIn(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean)
}
