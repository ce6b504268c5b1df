import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { citedFieldLabel } from '@/components/desk/labels'
import { SettleForm } from '@/components/desk/settle-form'
import { PageHead } from '@/components/site/page-head'
import { readOwner } from '@/lib/citation-form'
import { assertionsIn, isContested, isSettled } from '@/lib/cited-thing'
import { getCitedThing } from '@/server/cited-things'
import { requireEditor } from '@/server/session'
import { settleAction } from '../actions'

export const metadata: Metadata = { title: 'Settle a figure' }

/** The address says whose figure it is and which: `result/<id>/mark`, `athlete/<slug>/birthPlace`. */
export default async function SettlePage({ params }: PageProps<'/admin/disputes/[...subject]'>) {
  const { subject } = await params
  await requireEditor(`/admin/disputes/${subject.join('/')}`)
  const [kind = '', key = '', name = '', ...rest] = subject.map((part) => decodeURIComponent(part))
  const owner = rest.length === 0 ? readOwner(kind, key) : null
  const thing = owner && (await getCitedThing(owner.kind, owner.key))
  const field = thing?.fields.find((field) => field.key === name)
  if (!owner || !thing || !field || !isContested(field)) notFound()
  const settled = isSettled(field)
  const citations = `/admin/${owner.kind}s/${key}/citations`
  return (
    <>
      <PageHead
        title={`${citedFieldLabel(field)}: ${thing.title}`}
        remark={
          <>
            {settled ? 'Settled; choose otherwise to open it again. ' : 'Sources disagree, and nobody has chosen. '}
            <a href={citations}>All its sources</a>
          </>
        }
      >
        <a href="/admin/disputes">Disputed figures</a>
      </PageHead>
      <p className="mb-4 max-w-2xl text-quiet">
        What you choose becomes the record’s value. The others stay, with why they are not followed; the history keeps
        all of it.
      </p>
      <SettleForm
        action={settleAction.bind(null, owner.kind, key, field.key)}
        assertions={assertionsIn(field)}
        version={thing.version}
        isSettled={settled}
      />
    </>
  )
}
