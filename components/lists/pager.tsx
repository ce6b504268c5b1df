import { LinkButton } from '../ui/link-button'

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
    <nav
      className="mt-5 flex flex-wrap items-center gap-x-6 gap-y-3 *:last:ml-auto print:hidden"
      aria-label="Pages of the list"
    >
      {first && <a href={first}>First page</a>}
      {previous && (
        <a href={previous} rel="prev">
          Previous page
        </a>
      )}
      {words && <span className="text-quiet">{words}</span>}
      {next && (
        <LinkButton href={next} rel="next">
          Next page
        </LinkButton>
      )}
    </nav>
  )
}
