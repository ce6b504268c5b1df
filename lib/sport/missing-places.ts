/** Places for which the record has no result, so that a page can say what is missing. */

export type PlaceRange = { from: number; to: number }

/**
 * The gaps before the last known place: [1, 8] lacks 2 to 7. After two who share the 1st place nobody is 2nd, so that
 * no gap is seen there. Nothing is known of the places after the last.
 */
export function missingPlaces(places: readonly number[]): PlaceRange[] {
  const gaps: PlaceRange[] = []
  let expected = 1
  for (const place of [...places].sort((a, b) => a - b)) {
    if (place > expected) gaps.push({ from: expected, to: place - 1 })
    expected = Math.max(expected, place) + 1
  }
  return gaps
}

const MOST_TOLD = 3

/** "Places 2–7 and 9", "Place 1", "Places 2–7, 9, 11–14 and more"; null where none is missing. */
export function placesInWords(gaps: readonly PlaceRange[]): string | null {
  const [first] = gaps
  if (!first) return null
  const told = gaps.slice(0, MOST_TOLD).map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`))
  if (gaps.length > MOST_TOLD) told.push('more')
  const one = gaps.length === 1 && first.from === first.to
  const list = told.length === 1 ? told.join() : `${told.slice(0, -1).join(', ')} and ${told.at(-1)}`
  return `${one ? 'Place' : 'Places'} ${list}`
}
