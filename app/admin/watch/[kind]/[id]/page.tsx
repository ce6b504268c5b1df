import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AccountForm } from '@/components/account/account-form'
import { PageHead } from '@/components/site/page-head'
import { thingKey } from '@/lib/record/figures'
import { isPageKind, isWatchedKind, WATCHED_KINDS } from '@/lib/record/page-kinds'
import { requireAuthor } from '@/server/accounts/session'
import { findNames } from '@/server/protection/desk'
import { isWatching } from '@/server/watching/desk'
import { watchAction } from '../../actions'

export const metadata: Metadata = { title: 'Watch' }

export default async function WatchPage({ params }: PageProps<'/admin/watch/[kind]/[id]'>) {
  const { kind, id } = await params
  const author = await requireAuthor(`/admin/watch/${kind}/${id}`)
  if (!isWatchedKind(kind)) notFound()
  const thing = { entity: WATCHED_KINDS[kind], id }
  const [names, watching] = await Promise.all([findNames([thing]), isWatching(author.id, kind, id)])
  const name = names.get(thingKey(thing))
  if (!name) notFound()
  return (
    <>
      <PageHead
        title={watching ? `You watch ${name.title}` : `Watch ${name.title}`}
        remark={
          watching
            ? 'What others change about it is listed among what you watch.'
            : 'What others change about it from now on is listed for you.'
        }
      >
        <a href="/admin/watched">What you watch</a>
      </PageHead>
      <AccountForm
        id="watch"
        action={watchAction.bind(null, kind, id)}
        fields={[]}
        hidden={{ watching: watching ? 'no' : 'yes' }}
        button={watching ? 'Stop watching' : 'Watch'}
        look={watching ? 'plain' : 'primary'}
      />
      <p className="mt-6 flex flex-wrap gap-x-5">
        {name.href && <a href={name.href}>Back to {name.title}</a>}
        {author.publishes && isPageKind(kind) && <a href={`/admin/protect/${kind}/${id}`}>Protect it</a>}
      </p>
    </>
  )
}
