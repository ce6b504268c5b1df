import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FigureList } from '@/components/profile/figure-list'
import { EditLink, MergeLink } from '@/components/record/edit-link'
import { count } from '@/components/record/labels'
import { TwoColumns } from '@/components/result/two-columns'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { SourceDetails } from '@/components/sources/details'
import { OnlySource, Statements } from '@/components/sources/statements'
import { Lead } from '@/components/ui/lead'
import { agreement } from '@/lib/record/source-statements'
import { isDesk } from '@/server/accounts/desk-hint'
import { followMergedThing } from '@/server/merging/former-address'
import { getSourceContents } from '@/server/sources/sources'

type Props = PageProps<'/sources/[slug]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await getSourceContents((await params).slug)
  if (!found) return {}
  const { slug, title, publication } = found.source
  return {
    title: `${title} (${publication})`,
    description: `What ${title}, ${publication}, is cited for in the record book, and which of those figures agree.`,
    alternates: { canonical: `/sources/${slug}` },
  }
}

export default async function SourcePage({ params }: Props) {
  const { slug } = await params
  const found = await getSourceContents(slug)
  if (!found) await followMergedThing('sources', slug, { addressOf: (other) => `/sources/${other}` })
  if (!found) notFound()
  const { source, athletes, competitions } = found
  const subjects = [...athletes.flatMap((athlete) => athlete.subjects), ...competitions]
  const statements = subjects.flatMap((subject) => subject.statements)
  const { agreeing, asserted } = agreement(statements)
  const alone = statements.filter(({ isOnlySource }) => isOnlySource).length
  return (
    <>
      <PageHead title={source.title}>
        <a href="/sources">Sources</a>
        {(await isDesk()) && (
          <>
            {' · '}
            <EditLink kind="source" id={source.id} what={source.title} />
            {' · '}
            <MergeLink href={`/admin/sources/${source.slug}/merge`} what={source.title} />
          </>
        )}
      </PageHead>
      <TwoColumns>
        <SourceDetails source={source} />
        <FigureList>
          <div>
            <dt>Cited</dt>
            <dd>
              <b>{count(statements.length, 'time')}</b>
              <small>for {count(subjects.length, 'thing')}</small>
            </dd>
          </div>
          {asserted > 0 && (
            <div>
              <dt>Figures that agree</dt>
              <dd>
                <b>
                  {agreeing} of {asserted}
                </b>
                <small>of those on record from it; what else it says is not counted</small>
              </dd>
            </div>
          )}
          <div>
            <dt>Known from it alone</dt>
            <dd>
              <b>{alone}</b>
              <small>{alone === 1 ? 'value' : 'values'}</small>
            </dd>
          </div>
        </FigureList>
      </TwoColumns>
      {statements.length === 0 && <Lead className="mt-6">It is not cited for any figure.</Lead>}
      {statements.length > 0 && (
        <Section id="cited-for" title="What it is cited for">
          <Statements athletes={athletes} competitions={competitions} />
        </Section>
      )}
      {alone > 0 && (
        <Section id="alone" title="What only it knows" remark="figures for which no other source is cited">
          <OnlySource subjects={subjects} />
        </Section>
      )}
    </>
  )
}
