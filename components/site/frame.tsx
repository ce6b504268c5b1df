import type { ReactNode } from 'react'
import { Laurel } from './laurel'
import { SearchForm } from './search-form'

/** What surrounds every public page: the way past it, the masthead, the colophon. */
export function Frame({ desk, children }: { desk: boolean; children: ReactNode }) {
  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <Masthead desk={desk} />
      <main id="main" className="sheet" tabIndex={-1}>
        {children}
      </main>
      <Colophon />
    </>
  )
}

function Masthead({ desk }: { desk: boolean }) {
  return (
    <header className="masthead">
      <div className="sheet flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2.5">
        <a className="wordmark" href="/">
          <Laurel /> Palmarès
        </a>
        <nav className="menu flex gap-5" aria-label="Main">
          <a href="/athletes">Athletes</a>
          {desk ? <a href="/admin">Desk</a> : <a href="/sign-in">Sign in</a>}
        </nav>
        <div className="masthead-search">
          <SearchForm label="Search the record" />
        </div>
      </div>
    </header>
  )
}

function Colophon() {
  return (
    <footer className="colophon">
      <div className="sheet flex flex-wrap justify-between gap-x-12 gap-y-3">
        <p className="max-w-xl">
          <span className="font-serif font-semibold text-ink">Palmarès</span> is an open record book. Results go in with
          their sources; bests, records, appearances and ages are computed from them. Nothing is overwritten: every
          change has its author, its reason and its source.
        </p>
        <ul className="flex flex-wrap gap-x-5">
          <li>
            <a href="/athletes">All athletes</a>
          </li>
          <li>
            <a href="/disciplines">Disciplines</a>
          </li>
          <li>
            <a href="/countries">Countries</a>
          </li>
          <li>
            <a href="/series">Series</a>
          </li>
          <li>
            <a href="/compare">Compare</a>
          </li>
          <li>
            <a href="/sources">Sources</a>
          </li>
          <li>
            <a href="/api/v1/athletes">Open data</a>
          </li>
        </ul>
      </div>
    </footer>
  )
}
