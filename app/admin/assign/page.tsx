import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Button } from '@/components/form/button'
import { SelectField } from '@/components/form/field'
import { PageHead } from '@/components/site/page-head'
import { plainText } from '@/lib/form/plain-text'
import { parameter } from '@/lib/pages/page-address'
import { requireEditor } from '@/server/accounts/session'
import { isSubject } from '@/server/assignments/assignments'
import { findAssignees, findAssignments } from '@/server/assignments/desk'
import { assignAction } from './actions'
import { listAddress } from './list-address'

export const metadata: Metadata = { title: 'Assign' }

export default async function AssignPage({ searchParams }: PageProps<'/admin/assign'>) {
  const parameters = await searchParams
  const [subject, label] = [parameter(parameters, 'subject') ?? '', plainText(parameter(parameters, 'label') ?? '')]
  const back = listAddress(parameter(parameters, 'back') ?? '')
  await requireEditor(`/admin/assign?${new URLSearchParams({ subject, back, label })}`)
  if (!isSubject(subject)) notFound()
  const [assignees, assignments] = await Promise.all([findAssignees(), findAssignments([subject])])
  const now = assignments.get(subject)
  return (
    <>
      <PageHead
        title={subject.startsWith('finding:') ? 'Assign a finding' : 'Assign a dispute'}
        remark={label.slice(0, 200)}
      >
        <a href={back}>{back.startsWith('/admin/findings') ? 'Findings' : 'Disputed figures'}</a>
      </PageHead>
      <form action={assignAction} className="grid max-w-md gap-4">
        <input type="hidden" name="subject" value={subject} />
        <input type="hidden" name="back" value={back} />
        <SelectField
          id="to"
          name="to"
          label="Who works on it"
          defaultValue={now?.userId ?? ''}
          choices={[['', 'Nobody yet'], ...assignees.map(({ id, name }): [string, string] => [id, name])]}
        />
        <div>
          <Button look="primary">Assign</Button>
        </div>
      </form>
    </>
  )
}
