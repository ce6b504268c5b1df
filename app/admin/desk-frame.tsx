import type { ReactNode } from 'react'
import { Button } from '@/components/form/button'
import { Masthead, Menu, SkipLink } from '@/components/site/masthead'
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
      <Masthead>
        {name !== null && (
          <>
            <Menu label="Editing">
              <a href="/admin">Editing</a>
              <a href="/admin/results/new">Add a result</a>
              <a href="/admin/import">Import</a>
              <a href="/admin/findings">Findings</a>
              <a href="/admin/disputes">Disputes</a>
              <a href="/">Public site</a>
            </Menu>
            <form action="/sign-out" method="post" className="flex items-center gap-3 text-sm sm:ml-auto md:order-2">
              <span className="text-quiet">
                Signed in as <strong className="text-ink">{name}</strong>
              </span>
              <Button>Sign out</Button>
            </form>
          </>
        )}
      </Masthead>
      {/* The head of the page is rule enough above the first section. */}
      <main id="main" className={`${sheetClass} pb-16 [&>header+section[id]]:mt-2`} tabIndex={-1}>
        {children}
      </main>
    </>
  )
}
