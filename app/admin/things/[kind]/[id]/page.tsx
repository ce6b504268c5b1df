import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Notice } from '@/components/form/notice'
import { PageHead } from '@/components/site/page-head'
import { typedSuggestion } from '@/lib/record/suggestion'
import { typedThing } from '@/lib/record/things/submission'
import { isThingKind, type ThingKind, thingOf } from '@/lib/record/things/things'
import type { Author } from '@/server/accounts/editor'
import { requireAuthorOrForm } from '@/server/accounts/session'
import { readSigned } from '@/server/accounts/signing'
import { findLastRevision } from '@/server/history/desk'
import { drafted } from '@/server/proposals/desk'
import { findOwnSlip, findSourcesCitedFor, offerSources } from '@/server/sources/evidence-desk'
import { findAsked } from '@/server/suggestions/desk'
import { findChoices, findShownAt, findThing } from '@/server/things/desk'
import { mergeAddress } from '../../../merge/kinds'
import { WithdrawForm } from '../../../results/withdraw-form'
import { saveThingAction, withdrawThingAction } from '../../actions'
import { PictureUpload } from '../../picture-upload'
import { ThingForm } from '../../thing-form'

export const metadata: Metadata = { title: 'Edit' }

export default async function EditThingPage({ params, searchParams }: PageProps<'/admin/things/[kind]/[id]'>) {
  const { kind, id } = await params
  if (!isThingKind(kind)) notFound()
  const query = await searchParams
  const editor = await requireAuthorOrForm(`/admin/things/${kind}/${id}`)
  return editor ? drafted(editor, () => filledForm(editor, kind, id, query)) : filledForm(null, kind, id, query)
}

/** @param editor null where the session has ended: nothing of the record is shown then. */
async function filledForm(
  editor: Author | null,
  kind: ThingKind,
  id: string,
  { picture, problem, suggestion: asked }: Awaited<PageProps<'/admin/things/[kind]/[id]'>['searchParams']>,
) {
  const found = editor && (await findThing(kind, id))
  if (editor && !found) notFound()
  const thing = thingOf(kind)
  const shownAt = found && (await findShownAt(kind, found.row))
  const mergeAt = found && mergeAddress(kind, found.row.slug)
  const head = (
    <PageHead
      title={`Edit the ${thing.name}`}
      remark={
        found && (
          <>
            {found.title} · <a href={`/admin/revisions/${await findLastRevision(thing.table, id)}`}>History</a>
            {mergeAt && (
              <>
                {' · '}
                <a href={mergeAt}>Merge with another</a>
              </>
            )}
          </>
        )
      }
    >
      {shownAt && <a href={shownAt.href}>{shownAt.title}</a>}
    </PageHead>
  )
  if (found?.withdrawn) return <Withdrawn head={head} revision={await findLastRevision(thing.table, id)} />
  const sources = editor ? await offerSources(editor, await findSourcesCitedFor(thing.citation, id)) : []
  const suggestion = await findAsked(asked)
  const sent = found && kind === 'photo' && typeof picture === 'string' ? typedThing({ fileId: picture }) : {}
  // One tree for both, so that what was sent without JavaScript is found again where it belongs.
  return (
    <>
      {head}
      {found && kind === 'photo' && <PictureUpload to={{ id }} isFirst={false} problem={readSigned(problem)} />}
      <ThingForm
        kind={kind}
        action={saveThingAction.bind(null, { kind, id, partOf: null, suggestion: suggestion?.id ?? null })}
        initial={
          found
            ? {
                ...typedThing(found.draft),
                ...(await findOwnSlip(editor, thing.table, id)),
                ...sent,
                ...(suggestion && typedSuggestion(suggestion)),
              }
            : {}
        }
        base={found && { draft: found.draft, version: found.version }}
        choices={found ? await findChoices(thing, shownAt?.athleteId ?? null, id) : {}}
        subject={{ id, partOf: thing.partOf ? String(found?.row[thing.partOf.column] ?? '') : '' }}
        sources={sources}
      />
      <div className="mt-10 max-w-3xl">
        <WithdrawForm action={withdrawThingAction.bind(null, { kind, id })} sources={sources} what={thing.name} />
      </div>
    </>
  )
}

function Withdrawn({ head, revision }: { head: React.ReactNode; revision: number | null }) {
  return (
    <>
      {head}
      <Notice title="Withdrawn. It is off the public pages" className="max-w-2xl">
        {revision !== null && (
          <p>
            <a href={`/admin/revisions/${revision}`}>See what it was, and restore it</a>
          </p>
        )}
      </Notice>
    </>
  )
}
