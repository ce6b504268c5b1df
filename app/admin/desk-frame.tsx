import type { ReactNode } from 'react'
import { Button } from '@/components/form/button'
import { Masthead, Menu, SkipLink } from '@/components/site/masthead'
import { sheetClass } from '@/components/ui/sheet-class'
import { DraftBar, type DraftBarProps } from './drafts/draft-bar'

/** What surrounds every page of the desk. */
export function DeskFrame({
  name,
  isAdmin = false,
  publishes = true,
  draft = null,
  children,
}: {
  /** Who is signed in; null where nobody is, and there is no way on but to sign in. */
  name: string | null
  isAdmin?: boolean
  /** Whether what they save is public at once. */
  publishes?: boolean
  /** The draft that they have open. */
  draft?: Omit<DraftBarProps, 'publishes'> | null
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
              {publishes ? (
                <>
                  <a href="/admin/review">Review</a>
                  <a href="/admin/suggestions">Suggestions</a>
                  <a href="/admin/findings">Findings</a>
                  <a href="/admin/disputes" className="max-sm:hidden">
                    Disputes
                  </a>
                  <a href="/admin/import" className="max-sm:hidden">
                    Import
                  </a>
                </>
              ) : (
                <a href="/admin/proposals">Your proposals</a>
              )}
              <a href="/changes" className="max-sm:hidden">
                Changes
              </a>
              {isAdmin && <a href="/admin/people">People</a>}
              <a href="/">Public site</a>
            </Menu>
            <form action="/sign-out" method="post" className="flex items-center gap-3 text-sm sm:ml-auto md:order-2">
              <span className="text-quiet">
                Signed in as{' '}
                <a href="/account" className="font-semibold text-ink">
                  {name}
                </a>
              </span>
              <Button>Sign out</Button>
            </form>
          </>
        )}
      </Masthead>
      {draft && <DraftBar {...draft} publishes={publishes} />}
      {/* The head of the page is rule enough above the first section. */}
      <main id="main" className={`${sheetClass} pb-16 [&>header+section[id]]:mt-2`} tabIndex={-1}>
        {children}
      </main>
    </>
  )
}
