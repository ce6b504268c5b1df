/** The way to the next page of a list and back to its first; nothing where there is only one. */
export function Pager({
  first,
  previous,
  next,
  words,
}: {
  /** Address of the first page; null where it is this one. */
  first: string | null
  previous?: string | null
  next: string | null
  words?: string
}) {
  if (!first && !next) return null
  return (
    <nav className="pager" aria-label="Pages of the list">
      {first && <a href={first}>First page</a>}
      {previous && (
        <a href={previous} rel="prev">
          Previous page
        </a>
      )}
      {words && <span className="quiet">{words}</span>}
      {next && (
        <a className="button" href={next} rel="next">
          Next page
        </a>
      )}
    </nav>
  )
}
