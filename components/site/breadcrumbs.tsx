/** Where a page belongs: links from the whole down to the page itself, which is named last. */
export function Breadcrumbs({
  trail,
  current,
}: {
  trail: readonly { href: string; name: string }[]
  /** The page itself. */
  current: string
}) {
  return (
    <nav aria-label="Breadcrumbs" className="print:hidden">
      <ol className="flex flex-wrap gap-x-1.5 text-quiet text-sm *:py-1 [&>li+li]:before:mr-1.5 [&>li+li]:before:content-['›'/'']">
        {trail.map(({ href, name }) => (
          <li key={href}>
            <a href={href}>{name}</a>
          </li>
        ))}
        <li aria-current="page">{current}</li>
      </ol>
    </nav>
  )
}
