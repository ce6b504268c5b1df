import type { Metadata } from 'next'
import { Button } from '@/components/form/button'
import { Choice } from '@/components/form/choice'
import { LatestChanges } from '@/components/history/latest'
import { count } from '@/components/record/labels'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { Lead } from '@/components/ui/lead'
import { Instant } from '@/components/ui/when'
import { fixForm } from '@/lib/findings/fix-form'
import { isMailSetUp } from '@/server/accounts/mail'
import { requireAuthor } from '@/server/accounts/session'
import { findFindingsWatched } from '@/server/waiting/desk'
import { findDigest, findWatches, isDigestMailed } from '@/server/watching/desk'
import { RuledList } from '../ruled-list'
import { mailDigestAction, markReadAction } from './actions'

export const metadata: Metadata = { title: 'What you watch' }

const MOST_FINDINGS = 20

export default async function WatchedPage() {
  const author = await requireAuthor('/admin/watched')
  const [watches, { entries, hasMore, upTo, seenAt }, findings, isMailed] = await Promise.all([
    findWatches(author.id),
    findDigest(author.id),
    author.publishes ? findFindingsWatched(author.id) : [],
    isDigestMailed(author.id),
  ])
  return (
    <>
      <PageHead
        title="What you watch"
        remark={
          seenAt !== null && (
            <>
              Changes by others since <Instant iso={seenAt} />
            </>
          )
        }
      >
        <a href="/admin">Editing</a>
      </PageHead>
      <Section
        id="new"
        title="What has changed"
        remark={`${count(entries.length, 'change')}${hasMore ? ' and more' : ''}`}
      >
        {entries.length === 0 ? (
          <Lead>{watches.length === 0 ? 'You watch nothing yet.' : 'Nothing new.'}</Lead>
        ) : (
          <>
            <LatestChanges entries={entries} named />
            <form action={markReadAction} className="mt-5">
              <input type="hidden" name="upTo" value={upTo} />
              <Button>I have read these</Button>
            </form>
          </>
        )}
      </Section>
      {findings.length > 0 && <WatchedFindings findings={findings} />}
      <Watched watches={watches} />
      {isMailSetUp() && (
        <form action={mailDigestAction} className="mt-6 flex flex-wrap items-center gap-4">
          <Choice type="checkbox" name="mailed" defaultChecked={isMailed} key={String(isMailed)}>
            Mail it to me once a day
          </Choice>
          <Button>Save</Button>
        </form>
      )}
    </>
  )
}

function WatchedFindings({ findings }: { findings: Awaited<ReturnType<typeof findFindingsWatched>> }) {
  return (
    <Section id="findings" title="Findings about them" remark={count(findings.length, 'finding')}>
      <RuledList>
        {findings.slice(0, MOST_FINDINGS).map((finding) => (
          <li key={finding.fingerprint}>
            <p>
              <strong>{finding.label}</strong>
            </p>
            <p>{finding.explanation}</p>
            <p>
              <a href={fixForm(finding)}>
                Fix<span className="sr-only">: {finding.label}</span>
              </a>
            </p>
          </li>
        ))}
      </RuledList>
      {findings.length > MOST_FINDINGS && (
        <p className="mt-3">
          <a href="/admin/findings">All findings</a>
        </p>
      )}
    </Section>
  )
}

function Watched({ watches }: { watches: Awaited<ReturnType<typeof findWatches>> }) {
  return (
    <Section id="watched" title="Athletes, competitions and events" remark={String(watches.length)}>
      {watches.length === 0 ? (
        <Lead>
          Follow “Watch” on the page of an <a href="/athletes">athlete</a>, or on that of a competition, for all of it
          or one event.
        </Lead>
      ) : (
        <RuledList>
          {watches.map(({ kind, id, title, href }) => (
            <li key={`${kind} ${id}`}>
              {href === null ? title : <a href={href}>{title}</a>} <span className="text-quiet">{kind}</span>{' '}
              <a href={`/admin/watch/${kind}/${id}`}>
                Stop watching<span className="sr-only"> {title}</span>
              </a>
            </li>
          ))}
        </RuledList>
      )}
    </Section>
  )
}
