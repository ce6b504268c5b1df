import { headers } from 'next/headers'
import { Frame } from '@/components/site/frame'
import { isDesk } from '@/server/accounts/desk-hint'

/** The next page is fetched when a pointer rests on its link; the pages are small and come from memory. */
const SPECULATION = JSON.stringify({
  prefetch: [
    {
      where: {
        and: [
          { href_matches: '/*' },
          { not: { href_matches: ['/admin*', '/sign-in*', '/sign-out*', '/api/*', '/*.csv', '/*.xml'] } },
        ],
      },
      eagerness: 'moderate',
    },
  ],
})

export default async function SiteLayout({ children }: { children: React.ReactNode }) {
  // From proxy.ts; the edge takes it out again.
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <>
      <Frame desk={await isDesk()}>{children}</Frame>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant. */}
      <script type="speculationrules" nonce={nonce} dangerouslySetInnerHTML={{ __html: SPECULATION }} />
      <script type="module" src="/search.mjs" />
      <script type="module" src="/tables.mjs" />
    </>
  )
}
