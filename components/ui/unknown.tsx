/** A figure that is not known: a quiet dash to the eye, the word to a screen reader. */
export function Unknown({ what = 'unknown' }: { what?: string }) {
  return (
    <span className="text-quiet">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{what}</span>
    </span>
  )
}
