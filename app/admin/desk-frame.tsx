import type { ReactNode } from 'react'
import { Button } from '@/components/form/button'
import { Laurel } from '@/components/site/laurel'

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
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <header className="masthead">
        <div className="sheet flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2.5">
          <a className="wordmark" href="/">
            <Laurel /> Palmarès
          </a>
          {name !== null && (
            <>
              <nav className="menu flex flex-wrap gap-x-5" aria-label="Desk">
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
      <main id="main" className="sheet pb-16" tabIndex={-1}>
        {children}
      </main>
    </>
  )
}
