import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { citedFieldLabel } from '@/components/form/labels'
import { PageHead } from '@/components/site/page-head'
import { readOwner } from '@/lib/record/citation-form'
import { assertionsIn, type CitedField, isContested, isSettled } from '@/lib/record/cited-thing'
import { decodedPart } from '@/lib/text/decoded-part'
import { requireEditorOrForm } from '@/server/accounts/session'
import { drafted } from '@/server/proposals/desk'
import { type CitedThing, getCitedThing } from '@/server/sources/cited-things'
import { resolveDisputeAction } from '../actions'
import { ResolveForm } from './resolve-form'

export const metadata: Metadata = { title: 'Resolve a dispute' }

/** The address names the thing and the field: `result/<id>/mark`, `athlete/<slug>/birthPlace`. */
export default async function ResolveDisputePage({ params }: PageProps<'/admin/disputes/[...subject]'>) {
  const { subject } = await params
  const [kind = '', key = '', name = '', ...rest] = subject.map(decodedPart)
  const action = resolveDisputeAction.bind(null, kind, key, name)
  const editor = await requireEditorOrForm(`/admin/disputes/${subject.join('/')}`)
  // One tree for both, so that what was sent without JavaScript is found again where it belongs.
  if (!editor) {
    return (
      <>
        <PageHead title="Resolve a dispute" />
        <ResolveForm action={action} assertions={null} version={null} isSettled={false} />
      </>
    )
  }

  const owner = rest.length === 0 ? readOwner(kind, key) : null
  const thing = owner && (await drafted(editor, () => getCitedThing(owner.kind, owner.key)))
  const field = thing?.fields.find((field) => field.key === name)
  if (!thing || !field || !isContested(field)) notFound()
  return (
    <>
      <ResolveHead thing={thing} field={field} />
      <ResolveForm
        action={action}
        assertions={assertionsIn(field)}
        version={thing.version}
        isSettled={isSettled(field)}
      />
    </>
  )
}

function ResolveHead({ thing: { owner, title }, field }: { thing: CitedThing; field: CitedField }) {
  return (
    <>
      <PageHead
        title={`${citedFieldLabel(field)}: ${title}`}
        remark={
          <>
            {isSettled(field)
              ? 'Settled; choose otherwise to open it again. '
              : 'Sources disagree, and nobody has chosen. '}
            <a href={`/admin/${owner.kind}s/${owner.key}/citations`}>All its sources</a>
          </>
        }
      >
        <a href="/admin/disputes">Disputed figures</a>
      </PageHead>
      <p className="mb-4 max-w-2xl text-quiet">
        What you choose becomes the record’s value. The others stay, with why they are not followed; the history keeps
        all of it.
      </p>
    </>
  )
}
