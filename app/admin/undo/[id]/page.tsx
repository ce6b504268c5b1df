import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AccountForm } from '@/components/account/account-form'
import { Button } from '@/components/form/button'
import { TextField } from '@/components/form/field'
import { count } from '@/components/record/labels'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { Lead } from '@/components/ui/lead'
import { Instant } from '@/components/ui/when'
import { parameter } from '@/lib/pages/page-address'
import { PREVIEWED } from '@/server/account-undo/account-undo'
import { findAccountUndos, previewAccountUndo } from '@/server/account-undo/desk'
import { requireAdmin } from '@/server/accounts/session'
import { getEditorAccount } from '@/server/history/changes'
import { beginAction } from '../actions'
import { readTimes, type Times, undoAddress } from '../times'
import { PreviewedChanges } from './previewed-changes'

export const metadata: Metadata = { title: 'Undo everything of an account' }

const MINUTE = 60_000

export default async function AccountUndoPage({ params, searchParams }: PageProps<'/admin/undo/[id]'>) {
  const { id } = await params
  const query = await searchParams
  const [since, until] = [parameter(query, 'since'), parameter(query, 'until')]
  await requireAdmin(undoAddress(id, { since: since ?? '', until: until ?? '' }))
  const editor = await getEditorAccount(id)
  if (!editor) notFound()
  const now = new Date(Math.ceil(Date.now() / MINUTE) * MINUTE).toISOString().slice(0, 16)
  const times: Times = { since: since ?? `${now.slice(0, 10)}T00:00`, until: until ?? now }
  const read = readTimes(times)
  const page = Number(parameter(query, 'page')?.match(/^[1-9]\d?$/)?.[0] ?? 1)
  const former = await findAccountUndos(id)
  return (
    <>
      <PageHead
        title={`Undo everything of ${editor.name}`}
        remark="What the account changed between two times is put back, the newest first. What others have built on stays."
      >
        <a href={`/editors/${id}`}>{editor.name}</a>
      </PageHead>
      <form action={undoAddress(id)} className="flex flex-wrap items-start gap-4">
        <TimeField name="since" label="From (UTC)" value={times.since} read={read} />
        <TimeField name="until" label="Until (UTC)" value={times.until} read={read} />
        <div className="pt-6">
          <Button>Preview</Button>
        </div>
      </form>
      {since !== null && read.ok && <Preview id={id} times={times} scope={read.scope} page={page} />}
      {former.length > 0 && (
        <Section id="former" title="Undone before">
          <ul>
            {former.map(({ id: run, at, reason }) => (
              <li key={run}>
                <a href={`/admin/undo/run/${run}`}>
                  <Instant iso={at} />
                </a>
                : {reason}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function TimeField({
  name,
  label,
  value,
  read,
}: {
  name: keyof Times
  label: string
  value: string
  read: ReturnType<typeof readTimes>
}) {
  return (
    <TextField
      id={name}
      name={name}
      label={label}
      type="datetime-local"
      defaultValue={value}
      error={read.ok ? undefined : read.errors[name]}
    />
  )
}

async function Preview({
  id,
  times,
  scope,
  page,
}: {
  id: string
  times: Times
  scope: { since: Date; until: Date }
  page: number
}) {
  const { count: changes, hasMore, changes: shown } = await previewAccountUndo({ userId: id, ...scope }, page)
  if (changes === 0) {
    return (
      <Section id="preview" title="Preview">
        <Lead>The account changed nothing in that time.</Lead>
      </Section>
    )
  }
  const pages = Math.ceil(changes / PREVIEWED)
  return (
    <>
      <Section id="preview" title="Preview" remark={`${hasMore ? 'the newest ' : ''}${count(changes, 'change')}`}>
        <PreviewedChanges changes={shown} />
        <p className="mt-5 flex flex-wrap gap-x-6">
          {page > 1 && <a href={undoAddress(id, times, page - 1)}>Later changes</a>}
          {page < pages && <a href={undoAddress(id, times, page + 1)}>Earlier changes</a>}
          <span className="text-quiet">
            Page {page} of {pages}
          </span>
        </p>
      </Section>
      <Section id="undo" title={`Undo ${hasMore ? 'the newest ' : 'all '}${count(changes, 'change')}`}>
        {hasMore && <p className="mb-3">There are more in that time: undo them once more after these.</p>}
        <AccountForm
          id="undo"
          action={beginAction.bind(null, id, times)}
          fields={[{ name: 'reason', label: 'Reason', hint: 'It stands in the public history.' }]}
          button="Undo them"
          look="danger"
        />
      </Section>
    </>
  )
}
