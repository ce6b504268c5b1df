/** Characters of a long text that are shown. */
const LONGEST = 160

/** Of two long texts, what is around the place where they begin to differ. */
export function excerpts(before: string, after: string): [before: string, after: string] {
  if (Math.max(before.length, after.length) <= LONGEST) return [before, after]
  let same = 0
  while (same < before.length && before[same] === after[same]) same++
  const start = Math.max(0, same - LONGEST / 4)
  const cut = (text: string) =>
    `${start > 0 ? '… ' : ''}${text.slice(start, start + LONGEST)}${text.length > start + LONGEST ? ' …' : ''}`
  return [cut(before), cut(after)]
}
