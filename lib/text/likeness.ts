/** How similar two folded names are (as the database's fold_name() writes them), for queries with typing slips. */

/**
 * The edit distance between a query and a name: one for each letter that is missing, added, replaced, or swapped with
 * its neighbour, and four for each unmatched word. Zero where each word of the query begins a word of the name.
 *
 * @returns null where they are too different to be a match.
 */
export function unlikeness(query: string, name: string): number | null {
  const [asked, known] = [wordsOf(query), wordsOf(name)]
  if (asked.length === 0 || known.length === 0) return null
  const costs = asked.map((word) => {
    const cost = Math.min(...known.map((other) => slips(word, other)))
    return cost <= slipsAllowed(word.length) ? cost : null
  })
  const missed = costs.filter((cost) => cost === null).length
  const apart = missed * 2 > asked.length ? null : costs.reduce<number>((sum, cost) => sum + (cost ?? 4), 0)
  // "Batochirserod" and "Ser Od Bat Ochir" differ in their spaces alone.
  const whole = asked.flat()
  const together = Math.min(...[known, known.toReversed()].map((words) => slips(whole, words.flat())))
  if (together > slipsAllowed(whole.length)) return apart
  return apart === null ? together : Math.min(apart, together)
}

function slipsAllowed(letters: number): number {
  if (letters <= 2) return 0
  return letters <= 5 ? 1 : letters <= 8 ? 2 : 3
}

/** Words as lists of letters; one that fold_name() has written as a code (a digit and three letters) counts once. */
function wordsOf(folded: string): string[][] {
  return folded
    .trim()
    .split(' ')
    .filter(Boolean)
    .map((word) => word.match(/\d[a-z]{3}|./g) ?? [])
}

/** The edit distance between a typed word and a known one, or its beginning: the reader may still be typing. */
function slips(typed: string[], known: string[]): number {
  // The usual edit-distance table, row by row.
  let [beforeLast, last]: number[][] = [[], Array.from({ length: known.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= typed.length; i++) {
    const row = [i]
    for (let j = 1; j <= known.length; j++) {
      const same = typed[i - 1] === known[j - 1] ? 0 : 1
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + same)
      if (i > 1 && j > 1 && typed[i - 1] === known[j - 2] && typed[i - 2] === known[j - 1]) {
        cost = Math.min(cost, at(beforeLast, j - 2) + 1)
      }
      row.push(cost)
    }
    beforeLast = last
    last = row
  }
  // A beginning counts as a match only where enough of the word was typed.
  return typed.length >= 4 ? Math.min(...(last ?? [])) : at(last, known.length)
}

function at(row: number[] | undefined, index: number): number {
  return row?.[index] ?? Number.POSITIVE_INFINITY
}
