import type { ReactNode } from 'react'
import { Button } from '@/components/form/button'
import { Laurel } from '@/components/site/laurel'
import { mastheadClass, menuClass, wordmarkClass } from '@/components/site/masthead-class'
import { SkipLink } from '@/components/site/skip-link'
import { sheetClass } from '@/components/ui/sheet-class'

/** What surrounds every page of the desk. */
export function DeskFrame({
  name,
  children,
}: {
  /** Who is signed in; null where nobody is, and there is no way on but to sign in. */
  name: string | null
  children: ReactNode
}) {
  return (
    <>
      <SkipLink />
      <header className={mastheadClass}>
        <div className={`${sheetClass} flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2.5`}>
          <a className={wordmarkClass} href="/">
            <Laurel /> Palmarès
          </a>
          {name !== null && (
            <>
              <nav className={`${menuClass} flex flex-wrap gap-x-5`} aria-label="Desk">
                <a href="/admin">Desk</a>
                <a href="/admin/results/new">Add a result</a>
                <a href="/admin/import">Import</a>
                <a href="/admin/findings">Findings</a>
                <a href="/admin/disputes">Disputes</a>
                <a href="/">Public site</a>
              </nav>
              <form action="/sign-out" method="post" className="flex items-center gap-3 text-sm sm:ml-auto">
                <span className="text-quiet">
                  Signed in as <strong className="text-ink">{name}</strong>
                </span>
                <Button>Sign out</Button>
              </form>
            </>
          )}
        </div>
      </header>
      {/* The head of the page is rule enough above the first section. */}
      <main id="main" className={`${sheetClass} pb-16 [&>header+section[id]]:mt-2`} tabIndex={-1}>
        {children}
      </main>
    </>
  )
}
