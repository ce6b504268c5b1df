import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AccountForm } from '@/components/account/account-form'
import { figureLabel } from '@/components/history/figure-words'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { ITSELF, thingKey } from '@/lib/record/figures'
import { figuresOf, isPageKind, PAGE_KINDS } from '@/lib/record/page-kinds'
import { requireEditor } from '@/server/accounts/session'
import { findNames, findProtections } from '@/server/protection/desk'
import { protectAction } from '../../actions'
import { ProtectionList } from '../../protection-list'

export const metadata: Metadata = { title: 'Protect' }

export default async function ProtectPage({ params }: PageProps<'/admin/protect/[kind]/[id]'>) {
  const { kind, id } = await params
  await requireEditor(`/admin/protect/${kind}/${id}`)
  if (!isPageKind(kind)) notFound()
  const thing = { entity: PAGE_KINDS[kind].table, id }
  const [names, protections] = await Promise.all([findNames([thing]), findProtections({ kind, id })])
  const name = names.get(thingKey(thing))
  if (!name) notFound()
  const fields = figuresOf(kind).map((figure): [string, string] => [
    figure,
    figure === ITSELF ? 'Whether it is in the record' : figureLabel({ entity: thing.entity, figure }),
  ])
  return (
    <>
      <PageHead
        title={`Protect ${name.title}`}
        remark="What is protected only editors change: a contributor who tries is told so, with your reason."
      >
        <a href="/admin/protect">Protected pages</a>
      </PageHead>
      <AccountForm
        id="protect"
        action={protectAction.bind(null, kind, id)}
        fields={[
          {
            name: 'field',
            label: 'What is protected',
            type: 'select',
            choices: [['', 'The whole page, with all that belongs to it'], ...fields],
          },
          { name: 'reason', label: 'Reason', hint: 'Contributors are shown it.' },
        ]}
        button="Protect"
        look="primary"
      />
      <Section id="protected" title="Protected now">
        <ProtectionList protections={protections} />
      </Section>
      {name.href && (
        <p className="mt-6">
          <a href={name.href}>Back to {name.title}</a>
        </p>
      )}
    </>
  )
}
