import { headers } from 'next/headers'
import { Frame } from '@/components/site/frame'
import { SavedNotice } from '@/components/site/saved-notice'
import { SAVED_HEADER } from '@/lib/pages/saved-address'
import { PAGE_HEADER } from '@/lib/pages/suggest-address'
import { isDesk } from '@/server/accounts/desk-hint'
import { getSaved } from '@/server/things/saved'

/** The next page is fetched when a pointer rests on its link; the pages are small and come from memory. */
const SPECULATION = JSON.stringify({
  prefetch: [
    {
      where: {
        and: [
          { href_matches: '/*' },
          { not: { href_matches: ['/admin*', '/sign-in*', '/sign-out*', '/suggest*', '/api/*', '/*.csv', '/*.xml'] } },
        ],
      },
      eagerness: 'moderate',
    },
  ],
})

export default async function SiteLayout({ children }: { children: React.ReactNode }) {
  // All from proxy.ts; the edge takes the nonce out again, and keeps no page to which a save has led.
  const given = await headers()
  const nonce = given.get('x-nonce') ?? undefined
  const saved = given.has(SAVED_HEADER) ? await getSaved(Number(given.get(SAVED_HEADER))) : null
  return (
    <>
      <Frame desk={await isDesk()} page={given.get(PAGE_HEADER)}>
        {saved?.shownAt && !saved.isOfMany && !saved.entry.undone?.isWhole ? (
          <SavedNotice saved={saved} shownAt={saved.shownAt}>
            {children}
          </SavedNotice>
        ) : (
          children
        )}
      </Frame>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant. */}
      <script type="speculationrules" nonce={nonce} dangerouslySetInnerHTML={{ __html: SPECULATION }} />
      <script type="module" src="/search.mjs" />
      <script type="module" src="/tables.mjs" />
    </>
  )
}
