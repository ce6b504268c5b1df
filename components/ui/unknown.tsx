/** A figure nobody has told us: a quiet dash to the eye, the word to a screen reader. */
export function Unknown({ what = 'unknown' }: { what?: string }) {
  return (
    <span className="unknown">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{what}</span>
    </span>
  )
}
