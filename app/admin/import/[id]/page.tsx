import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PublishedSheet } from '@/app/admin/sheet/publish-sheet'
import { Button } from '@/components/form/button'
import { InsetDetails } from '@/components/form/inset'
import { Notice } from '@/components/form/notice'
import { PageHead } from '@/components/site/page-head'
import { requireEditor } from '@/server/accounts/session'
import { getImport, getPublications } from '@/server/imports/desk'
import { importState } from '../import-labels'
import { cancelAction, forgetAction, readAction } from './actions'
import { ImportPreview } from './preview'
import { ImportProgress } from './progress'
import { ImportSetupForm } from './setup-form'
import { StillWritten } from './still-written'

export const metadata: Metadata = { title: 'An import' }

const RUNNING = ['READING', 'ACCEPTING', 'UNDOING']

export default async function OneImportPage({ params, searchParams }: PageProps<'/admin/import/[id]'>) {
  const { id } = await params
  await requireEditor(`/admin/import/${id}`)
  const found = await getImport(id)
  if (!found) notFound()
  const { state, fileName, authorName, setup, problem, changeSetId } = found
  const query = await searchParams
  const isRunning = RUNNING.includes(state)
  const hasRows = !['UPLOADED', 'READING'].includes(state)
  return (
    <>
      <PageHead title={fileName} remark={`${importState(state)} · brought by ${authorName}`}>
        <a href="/admin/import">All imports</a>
      </PageHead>
      {problem && <Problem isDone={state === 'DONE'}>{problem}</Problem>}
      {isRunning && (
        <ImportProgress state={state} progress={found.progress} total={found.total}>
          <form action={cancelAction.bind(null, id)}>{state !== 'UNDOING' && <Button look="danger">Stop</Button>}</form>
        </ImportProgress>
      )}
      {changeSetId !== null && (
        <p className="mb-6">
          What it wrote is <a href={`/admin/changes/${changeSetId}`}>change {changeSetId}</a>.
        </p>
      )}
      {setup.sheet && changeSetId !== null && <PublishedSheet sheet={setup.sheet} />}
      {!isRunning && changeSetId === null && setup.sheet && state !== 'READY' && (
        <p className="mb-6">
          <a href={`/admin/sheet?import=${id}`}>Back to the sheet</a>
        </p>
      )}
      {!isRunning && changeSetId === null && !setup.sheet && (
        <InsetDetails
          summary="How it is read"
          className="mb-6"
          open={state === 'UPLOADED' || state === 'FAILED' || query.tables !== undefined}
        >
          <ImportSetupForm
            action={readAction.bind(null, id)}
            setup={setup}
            publications={await getPublications()}
            firstTable={firstTableOf(query, setup.tables.length)}
            path={`/admin/import/${id}`}
          />
        </InsetDetails>
      )}
      {state === 'CANCELLED' && changeSetId === null && (
        <Notice className="mb-6 max-w-2xl">
          <p>It was stopped while it was being read: read it again to see all of it.</p>
        </Notice>
      )}
      {state === 'UNDONE' && <StillWritten id={id} />}
      {hasRows && !isRunning && (
        <ImportPreview
          {...{ id, state, fileName, changeSetId, query }}
          // It was stopped while it was matched again, and not all its rows are there.
          isCutShort={found.savedDecisions !== null}
          sheet={setup.sheet ?? null}
        />
      )}
      {!isRunning && changeSetId === null && (
        <form action={forgetAction.bind(null, id)} className="mt-8">
          <Button>Forget this import</Button>
        </form>
      )}
    </>
  )
}

/** Which table of the list is the first to be laid out, as the page's address says. */
function firstTableOf({ tables }: Record<string, string | string[] | undefined>, total: number): number {
  const first = typeof tables === 'string' && /^\d{1,4}$/.test(tables) ? Number(tables) : 0
  return first < total ? first : 0
}

function Problem({ isDone, children }: { isDone: boolean; children: string }) {
  return (
    <Notice
      look="danger"
      title={isDone ? 'Not all of it could be written' : 'It stopped'}
      className="mb-6 max-w-2xl"
      role="alert"
    >
      <p>{children}</p>
    </Notice>
  )
}
