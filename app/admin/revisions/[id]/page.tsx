import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { Lead } from '@/components/ui/lead'
import { Instant } from '@/components/ui/when'
import { fieldStates, type Row } from '@/lib/record/history'
import type { PutBackView } from '@/lib/record/put-back-view'
import { requireEditorOrForm } from '@/server/accounts/session'
import { getChange } from '@/server/history/history'
import { getRestore, getRevision, type Side } from '@/server/history/restore'
import { PutBackForm } from '../../changes/put-back-form'
import { rowNumber } from '../../row-number'
import { restoreAction } from './actions'
import { RowStates } from './row-states'

export const metadata: Metadata = { title: 'A revision' }

const SIDES = ['before', 'after'] as const

export default async function RevisionPage({ params, searchParams }: PageProps<'/admin/revisions/[id]'>) {
  const { id } = await params
  const asked = (await searchParams).side === 'after' ? 'after' : 'before'
  const editor = await requireEditorOrForm(`/admin/revisions/${id}`)
  const revision = editor && (await readRevision(id))
  if (editor && !revision) notFound()
  const open = revision ? SIDES.filter((side) => isOpen(revision.views[side])) : SIDES
  const side = open.includes(asked) ? asked : (open[0] ?? asked)
  // One tree for both, so that what was sent without JavaScript is found again where it belongs.
  return (
    <>
      {revision ? <RevisionHead {...revision} /> : <PageHead title={`Revision ${id}`} />}
      {revision && <RowStates states={revision.states} isNew={revision.before === null} />}
      <Section id="restore" title={`Restore as ${side} this change`}>
        {open.length === 0 ? (
          <Lead>There is nothing to restore: it stands as it did before this change and after it.</Lead>
        ) : (
          <>
            <p className="mb-4 max-w-2xl text-quiet">
              What is ticked is put back as it stood, with the citations that it had then; everything else stays. That
              is a change of its own, with your name and reason, and can be undone.
              {open
                .filter((other) => other !== side)
                .map((other) => (
                  <a key={other} href={`/admin/revisions/${id}?side=${other}#restore`} className="block">
                    Restore as {other} this change
                  </a>
                ))}
            </p>
            <PutBackForm
              action={restoreAction.bind(null, id)}
              view={revision ? revision.views[side] : null}
              side={side}
              button="Put back"
            />
          </>
        )}
      </Section>
    </>
  )
}

function isOpen(view: PutBackView): boolean {
  return view.choices.some(({ state }) => state !== 'stands')
}

async function readRevision(id: string) {
  const number = rowNumber(id)
  const [found, entry] = number ? await Promise.all([getRevision(number), getChange(number)]) : []
  const change = entry?.changes[0]
  if (!number || !found || !entry || !change) return null
  const { revision, now } = found
  const [before, after] = await Promise.all(SIDES.map((side: Side) => getRestore(number, side)))
  if (!before || !after) return null
  const row = revision.before as Row | null
  return {
    id,
    entry,
    subject: change.subject,
    before: row,
    states: fieldStates(row, revision.after as Row | null, now),
    views: { before, after },
  }
}

function RevisionHead({ id, entry, subject }: NonNullable<Awaited<ReturnType<typeof readRevision>>>) {
  const athlete = entry.athletes.find(({ slug }) => slug !== null)
  return (
    <PageHead
      title={subject}
      remark={
        <>
          Revision {id}, of <a href={`/admin/changes/${entry.id}`}>change {entry.id}</a>: {entry.reason} ({entry.author}
          , <Instant iso={entry.at} />)
        </>
      }
    >
      {athlete ? <a href={`/admin/athletes/${athlete.slug}`}>{athlete.name}</a> : <a href="/admin">Editing</a>}
    </PageHead>
  )
}
