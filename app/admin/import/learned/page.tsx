import type { Metadata } from 'next'
import { Button } from '@/components/form/button'
import { count } from '@/components/record/labels'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { Lead } from '@/components/ui/lead'
import { countryName } from '@/lib/sport/countries'
import { discipline, isDisciplineSlug } from '@/lib/sport/disciplines'
import { requireEditor } from '@/server/accounts/session'
import { findLearned } from '@/server/imports/learned-desk'
import { RuledList } from '../../ruled-list'
import { forgetColumnsAction, forgetNameAction } from './actions'

export const metadata: Metadata = { title: 'What imports have learned' }

export default async function LearnedPage() {
  await requireEditor('/admin/import/learned')
  const { names, columns } = await findLearned()
  return (
    <>
      <PageHead
        title="What imports have learned"
        remark="What is forgotten is asked again with the next list; what was imported stays as it is."
      >
        <a href="/admin/import">Imports</a>
      </PageHead>
      <Section id="names" title="Names of competitions" remark={count(names.length, 'name')}>
        {names.length === 0 && <Lead>No name has been taught yet.</Lead>}
        <RuledList>
          {names.map(({ folded, countryCode, disciplineSlug, series, authorName }) => (
            <li
              key={`${folded} ${countryCode} ${disciplineSlug}`}
              className="flex flex-wrap items-baseline gap-x-4 gap-y-1"
            >
              <p className="min-w-0 flex-1">
                <strong className="capitalize">{folded.trim()}</strong>
                {countryCode && `, ${countryName(countryCode)}`}
                {isDisciplineSlug(disciplineSlug) && `, ${discipline(disciplineSlug).name}`} is{' '}
                <a href={`/series/${series.slug}`}>{series.name}</a>{' '}
                <span className="text-sm text-quiet">taught by {authorName}</span>
              </p>
              <form action={forgetNameAction.bind(null, { folded, countryCode, disciplineSlug })}>
                <Button>
                  Forget
                  <span className="sr-only">
                    {' '}
                    that {folded.trim()} is {series.name}
                  </span>
                </Button>
              </form>
            </li>
          ))}
        </RuledList>
      </Section>
      <Section id="columns" title="Columns" remark={count(columns.length, 'layout')}>
        {columns.length === 0 && <Lead>No columns are remembered yet.</Lead>}
        <RuledList>
          {columns.map(({ publication, header }) => (
            <li key={`${publication} ${header}`} className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
              <p className="min-w-0 flex-1">
                <strong>{publication}</strong>{' '}
                <span className="block truncate text-sm text-quiet">
                  {/^\d+$/.test(header) ? `${header} columns without a heading` : header}
                </span>
              </p>
              <form action={forgetColumnsAction.bind(null, { publication, header })}>
                <Button>
                  Forget<span className="sr-only"> the columns of {publication}</span>
                </Button>
              </form>
            </li>
          ))}
        </RuledList>
      </Section>
    </>
  )
}
