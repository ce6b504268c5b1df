import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Pager } from '@/components/lists/pager'
import { FigureList } from '@/components/profile/figure-list'
import { EditLink, MergeLink } from '@/components/record/edit-link'
import { count } from '@/components/record/labels'
import { TwoColumns } from '@/components/result/two-columns'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { SourceDetails } from '@/components/sources/details'
import { OnlySource, Statements } from '@/components/sources/statements'
import { Lead } from '@/components/ui/lead'
import { pageAddress, parameter } from '@/lib/pages/page-address'
import { agreement, pageOfContents, SUBJECTS_A_PAGE } from '@/lib/record/source-statements'
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

export default async function SourcePage({ params, searchParams }: Props) {
  const { slug } = await params
  const asked = parameter(await searchParams, 'page')
  const found = await getSourceContents(slug)
  if (!found) await followMergedThing('sources', slug, { addressOf: (other) => `/sources/${other}` })
  if (!found) notFound()
  const { source, athletes, competitions } = found
  const subjects = [...athletes.flatMap((athlete) => athlete.subjects), ...competitions]
  const statements = subjects.flatMap((subject) => subject.statements)
  const { agreeing, asserted } = agreement(statements)
  const alone = statements.filter(({ isOnlySource }) => isOnlySource).length
  const last = Math.max(1, Math.ceil(subjects.length / SUBJECTS_A_PAGE))
  const page = pageNumber(asked)
  if (page > last) notFound()
  const shown = pageOfContents(found, page)
  const addressOf = (number: number) => pageAddress(`/sources/${slug}`, { page: number === 1 ? null : number })
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
              <small>for {count(subjects.length, 'item')}</small>
            </dd>
          </div>
          {asserted > 0 && (
            <div>
              <dt>Agrees with other sources</dt>
              <dd>
                <b>
                  {agreeing} of {asserted}
                </b>
                <small>of its figures on record that another source gives too</small>
              </dd>
            </div>
          )}
          <div>
            <dt>Only source</dt>
            <dd>
              <b>{alone}</b>
              <small>of {alone === 1 ? 'one value' : 'these values'}</small>
            </dd>
          </div>
        </FigureList>
      </TwoColumns>
      {statements.length === 0 && <Lead className="mt-6">It is not cited for any figure.</Lead>}
      {statements.length > 0 && (
        <Section id="cited-for" title="What it is cited for">
          <Statements athletes={shown.athletes} competitions={shown.competitions} />
          <Pager
            first={page > 1 ? addressOf(1) : null}
            previous={page > 2 ? addressOf(page - 1) : null}
            next={page < last ? addressOf(page + 1) : null}
            words={`Page ${page} of ${last}`}
          />
        </Section>
      )}
      {alone > 0 && page === 1 && (
        <Section id="alone" title="Only in this source" remark="figures for which no other source is cited">
          <OnlySource subjects={subjects} />
        </Section>
      )}
    </>
  )
}

/** The first page for whatever is no number. */
function pageNumber(asked: string | null): number {
  return asked !== null && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1
}
