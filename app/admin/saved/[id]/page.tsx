import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { ChangeRows } from '@/app/admin/changes/change-rows'
import { savedLinks } from '@/components/history/saved-links'
import { PageHead } from '@/components/site/page-head'
import { LinkButton } from '@/components/ui/link-button'
import { savedAddress } from '@/lib/pages/saved-address'
import type { Saved } from '@/lib/record/saved'
import { requireAuthor } from '@/server/accounts/session'
import { getDraftBar } from '@/server/proposals/desk'
import { getSaved } from '@/server/things/saved'
import { rowNumber } from '../../row-number'

export const metadata: Metadata = { title: 'Saved' }

/** Where a save leads: on to the public place that shows it, or, where there is none, to what was saved. */
export default async function SavedPage({ params }: PageProps<'/admin/saved/[id]'>) {
  const { id } = await params
  const author = await requireAuthor(`/admin/saved/${id}`)
  // What was added to a draft has a negative number; it may just have led a proposal back to its review.
  if (/^-\d{1,10}$/.test(id)) {
    const draft = await getDraftBar(author)
    const proposal = (Number(id) + 1) / -2
    return <Onward to={draft ? '/admin/drafts?kept=1' : `/admin/proposals/${proposal}`} />
  }
  if (!author.publishes) redirect(`/admin/proposals/${id}`)
  const number = rowNumber(id)
  const saved = number && (await getSaved(number))
  if (!saved) notFound()
  if (saved.shownAt !== null && !saved.isOfMany) return <Onward to={savedAddress(saved.shownAt, saved.entry.id)} />
  return <Stay saved={saved} />
}

/**
 * Leads on by a document load, which a redirect of Next's own client would not be: public pages are documents. The
 * form has been left by then, so that nobody is warned of edits that were saved.
 */
function Onward({ to }: { to: string }) {
  return (
    <>
      <meta httpEquiv="refresh" content={`0;url=${to}`} />
      <p className="pt-10">
        Saved. <a href={to}>See it on the public page</a>
      </p>
    </>
  )
}

function Stay({ saved }: { saved: Saved }) {
  const { entry, athlete, shownAt } = saved
  const isRestored = entry.kind === 'RESTORE'
  return (
    <>
      <PageHead
        title={isRestored ? 'Restored' : shownAt ? 'Saved' : 'Withdrawn'}
        remark={
          shownAt
            ? 'It is on the public pages, with its reason and source.'
            : `${isRestored ? 'Withdrawn. ' : ''}It is off the public pages.`
        }
      >
        {athlete && <a href={`/admin/athletes/${athlete.slug}`}>{athlete.name}</a>}
      </PageHead>
      <p className="mb-8 flex flex-wrap gap-3">
        {shownAt && (
          <LinkButton look="primary" href={shownAt}>
            See it on the public page
          </LinkButton>
        )}
        {savedLinks(saved).map(({ href, words }) => (
          <LinkButton key={href} href={href}>
            {words}
          </LinkButton>
        ))}
      </p>
      <ChangeRows entry={entry} />
    </>
  )
}
