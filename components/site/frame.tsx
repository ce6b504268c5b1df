import type { ReactNode } from 'react'
import { suggestAddress } from '@/lib/pages/suggest-address'
import { sheetClass } from '../ui/sheet-class'
import { Masthead, Menu, SkipLink } from './masthead'
import { SearchForm } from './search-form'

/** What surrounds every public page: the way past it, the masthead, the colophon. */
export function Frame({
  desk,
  page = null,
  children,
}: {
  desk: boolean
  /** The path of a page on which something may be wrong; null for others. */
  page?: string | null
  children: ReactNode
}) {
  return (
    <>
      <SkipLink />
      <Masthead>
        <Menu label="Main">
          <a href="/athletes">Athletes</a>
          {desk ? <a href="/admin">Editing</a> : <a href="/sign-in">Sign in</a>}
        </Menu>
        {/* On a phone the box has a line of its own; a page with a large one does without it. */}
        <div className="min-w-0 basis-full pb-[0.35rem] in-[body:has(#search-large)]:hidden md:order-1 md:ml-auto md:flex-[0_1_20rem] md:p-0 print:hidden">
          <SearchForm label="Search the record" />
        </div>
      </Masthead>
      <main id="main" className={sheetClass} tabIndex={-1}>
        {children}
      </main>
      <Colophon page={page} />
    </>
  )
}

const FOOTER = [
  ['/athletes', 'All athletes'],
  ['/disciplines', 'Disciplines'],
  ['/countries', 'Countries'],
  ['/series', 'Series'],
  ['/compare', 'Compare'],
  ['/sources', 'Sources'],
  ['/changes', 'Changes'],
  ['/api/v1/athletes', 'Open data'],
] as const

function Colophon({ page }: { page: string | null }) {
  return (
    <footer className="mt-20 border-t-2 border-strong pt-6 pb-12 text-md text-quiet">
      <div className={`${sheetClass} flex flex-wrap justify-between gap-x-12 gap-y-3`}>
        {page !== null && (
          <p className="basis-full text-base print:hidden">
            Is something wrong or missing here? <a href={suggestAddress(page)}>Suggest a correction</a>
          </p>
        )}
        <p className="max-w-xl">
          <span className="font-serif font-semibold text-ink">Palmarès</span> is an open record book. Results go in with
          their sources; bests, records, appearances and ages are computed from them. Nothing is overwritten: every
          change has its author, its reason and its source.
        </p>
        <ul className="flex flex-wrap gap-x-5 *:py-0.5 print:hidden">
          {FOOTER.map(([href, name]) => (
            <li key={href}>
              <a href={href}>{name}</a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  )
}
