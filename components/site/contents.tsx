export interface ContentsEntry {
  id: string
  title: string
}

const LIST =
  'flex gap-5 overflow-x-auto px-4 [scrollbar-width:none] sm:px-7 xl:block xl:overflow-visible xl:px-0 xl:pt-[0.4rem] [&_a]:block [&_a]:border-b-2 [&_a]:border-transparent [&_a]:py-[0.7rem] [&_a]:text-sm [&_a]:whitespace-nowrap [&_a]:no-underline [&_a[aria-current]]:border-gold-mark [&_a[aria-current]]:font-semibold xl:[&_a]:border-b-0 xl:[&_a]:border-l-2 xl:[&_a]:py-[0.28rem] xl:[&_a]:pl-[0.6rem] xl:[&_a]:leading-[1.3] xl:[&_a]:whitespace-normal'

/** The list of a page's sections: a sliding strip on a phone, a column on a desk. */
export function Contents({ entries }: { entries: readonly ContentsEntry[] }) {
  return (
    <nav
      className="sticky top-0 z-10 -mx-4 border-y border-rule bg-paper sm:-mx-7 xl:top-4 xl:mx-0 xl:mt-13 xl:max-h-[calc(100vh-2rem)] xl:self-start xl:overflow-y-auto xl:border-y-0 xl:border-t-2 xl:border-strong print:hidden"
      aria-label="On this page"
      data-contents=""
    >
      <ul className={LIST}>
        {entries.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
