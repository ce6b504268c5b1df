import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { PageHead } from '@/components/site/page-head'
import { Chip, Chips } from '@/components/ui/chip'
import { Lead } from '@/components/ui/lead'
import { isManyKind, MANY_KINDS, type ManyKind, manyField, manyFields } from '@/lib/record/many/fields'
import { isFiltered, manyAddress, readFilter } from '@/lib/record/many/filter'
import { thingOf } from '@/lib/record/things/things'
import { requireEditorOrForm } from '@/server/accounts/session'
import { findSelection } from '@/server/many/desk'
import { offerSources } from '@/server/sources/evidence-desk'
import { findChoices } from '@/server/things/desk'
import { manyAction } from './actions'
import { FilterForm } from './filter-form'
import { KINDS } from './labels'
import { ManyForm } from './many-form'

export const metadata: Metadata = { title: 'Change many at once' }

/** One field of many results, competitions or athletes is changed at once: found, previewed row by row, and saved as one change. */
export default async function ManyPage({ searchParams }: PageProps<'/admin/many'>) {
  const query = await searchParams
  const kind: ManyKind = isManyKind(query.kind) ? query.kind : 'result'
  const [[first] = ['']] = manyFields(kind)
  const name = typeof query.field === 'string' && manyField(kind, query.field) ? query.field : first
  const filter = readFilter(kind, query)
  const editor = await requireEditorOrForm(manyAddress(kind, name, filter))
  const isAsked = isFiltered(filter)
  const selection = editor && isAsked ? await findSelection(kind, { field: name, filter }) : { listed: [], total: 0 }
  const isOfSeries = name === 'seriesId'
  return (
    <>
      <PageHead title="Change many at once" remark="One field of results, competitions or athletes that you choose.">
        <a href="/admin">Editing</a>
      </PageHead>
      <nav aria-label="What is changed" className="mb-6">
        <Chips>
          {MANY_KINDS.map((one) => (
            <Chip key={one} href={manyAddress(one, '')} current={one === kind}>
              {KINDS[one].many}
            </Chip>
          ))}
        </Chips>
      </nav>
      <FilterForm kind={kind} field={name} filter={filter} />
      {editor && isAsked && selection.total === 0 && <Lead>{`No ${KINDS[kind].one} is like that.`}</Lead>}
      {(!editor || selection.total > 0) && (
        <ManyForm
          action={manyAction.bind(null, { kind, field: name, query: filter })}
          kind={kind}
          name={name}
          {...selection}
          series={editor && isOfSeries ? ((await findChoices(thingOf('competition'), null)).series ?? []) : []}
          job={randomUUID()}
          sources={editor ? await offerSources(editor, []) : []}
        />
      )}
    </>
  )
}
