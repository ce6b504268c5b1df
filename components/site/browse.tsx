const WAYS = [
  ['/athletes', 'Athletes'],
  ['/disciplines', 'Disciplines'],
  ['/countries', 'Countries'],
  ['/series', 'Series'],
  ['/compare', 'Compare'],
] as const

/** The ways into the record, beside each other, on the pages that each of them opens. */
export function Browse({ current }: { current?: (typeof WAYS)[number][0] }) {
  return (
    <nav className="browse" aria-label="Ways into the record">
      <ul>
        {WAYS.map(([href, name]) => (
          <li key={href}>
            <a href={href} aria-current={href === current ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
