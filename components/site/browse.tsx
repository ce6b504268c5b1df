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
    <nav aria-label="Ways into the record">
      <ul className="flex flex-wrap gap-x-5 text-md [--underline:transparent] [&_a]:inline-block [&_a]:py-[0.3rem] [&_a[aria-current]]:font-semibold [&_a[aria-current]]:text-ink [&_a[aria-current]]:[--underline:var(--color-gold-mark)]">
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
