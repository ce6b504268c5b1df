/** Whether two texts name the same: letter case, spaces, commas and brackets do not matter. */
export function haveSameWords(a: string, b: string): boolean {
  return plainWords(a) === plainWords(b)
}

function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s,()]+/g, ' ')
    .trim()
}
