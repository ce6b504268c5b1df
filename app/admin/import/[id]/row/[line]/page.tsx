import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Notice } from '@/components/form/notice'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { plainText } from '@/lib/form/plain-text'
import { requireEditor } from '@/server/accounts/session'
import { getImport, getImportRow } from '@/server/imports/desk'
import { getMatches } from '@/server/search/search'
import { KIND } from '../../../import-labels'
import { correctAction, pointAction } from '../../actions'
import { CorrectRow } from './correct-row'
import { PointRow } from './point-row'
import { RowFields } from './row-fields'

export const metadata: Metadata = { title: 'A line of an import' }

/** All that one line says and what becomes of it; here it is put right, and pointed at somebody. */
export default async function ImportRowPage({ params, searchParams }: PageProps<'/admin/import/[id]/row/[line]'>) {
  const { id, line: asked } = await params
  const line = /^\d{1,8}$/.test(asked) ? Number(asked) : -1
  await requireEditor(`/admin/import/${id}/row/${asked}`)
  const [found, row] = [await getImport(id), await getImportRow(id, line)]
  if (!found || !row) notFound()
  const { who, missed } = await searchParams
  const text = plainText(typeof who === 'string' ? who : null)
  const { matches } = text === '' ? { matches: [] } : await getMatches(text, 20)
  const isOpen = ['READY', 'DONE', 'FAILED', 'CANCELLED'].includes(found.state) && !row.written
  return (
    <>
      <PageHead title={`Line ${line}`} remark={row.written ? 'Written' : KIND[row.kind]?.name}>
        <a href={`/admin/import/${id}#rows`}>{found.fileName}</a>
      </PageHead>
      {row.reason && (
        <Notice className="mb-6 max-w-2xl">
          <p>{row.reason}</p>
        </Notice>
      )}
      <p className="mb-6">
        <code className="text-xs wrap-anywhere">{row.raw}</code>
      </p>
      {row.listing && (
        <Section id="fields" title="What it says">
          <RowFields listing={row.listing} />
        </Section>
      )}
      {isOpen && row.listing && (
        <PointRow
          row={row}
          who={text}
          matches={matches.filter(({ kind }) => kind === 'athlete')}
          isMissed={missed !== undefined}
          action={pointAction.bind(null, id, line)}
        />
      )}
      {isOpen && found.changeSetId === null && !found.setup.sheet && (
        <CorrectRow row={row} action={correctAction.bind(null, id, line)} />
      )}
    </>
  )
}
