export interface ContentsEntry {
  id: string
  title: string
}

/** The list of a page's sections: a sliding strip on a phone, a column on a desk. */
export function Contents({ entries }: { entries: readonly ContentsEntry[] }) {
  return (
    <nav className="index" aria-label="On this page" data-contents="">
      <ul>
        {entries.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
