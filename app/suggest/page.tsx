import type { Metadata } from 'next'
import { Frame } from '@/components/site/frame'
import { PageHead } from '@/components/site/page-head'
import { figureLabel } from '@/components/suggestion/figure-label'
import { isDesk } from '@/server/accounts/desk-hint'
import { findSubject, newFormStamp } from '@/server/suggestions/desk'
import { suggestAction } from './actions'
import { SuggestForm } from './suggest-form'

export const metadata: Metadata = { title: 'Suggest a correction', robots: { index: false } }

/** Where a visitor says what is wrong: no account, no JavaScript needed. */
export default async function SuggestPage({ searchParams }: PageProps<'/suggest'>) {
  const { page, figure } = await searchParams
  const subject = await findSubject(typeof page === 'string' ? page : '/')
  return (
    <Frame desk={await isDesk()}>
      <PageHead
        title="Suggest a correction"
        remark="An editor reads it before anything is changed. You get an address at which you can follow what becomes of it."
      >
        <a href={subject.path}>{subject.title}</a>
      </PageHead>
      <SuggestForm
        action={suggestAction.bind(null, subject.path)}
        figures={subject.figures.map(({ name, value }) => ({
          name,
          value,
          label: figureLabel({ entity: subject.row?.entity ?? null, figure: name }),
        }))}
        chosen={typeof figure === 'string' ? figure : ''}
        stamp={newFormStamp()}
      />
    </Frame>
  )
}
