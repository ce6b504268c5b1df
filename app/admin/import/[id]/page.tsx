import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Button } from '@/components/form/button'
import { count } from '@/components/record/labels'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { plainText } from '@/lib/form/plain-text'
import { type Missed, ROW_KINDS, type RowCounts, type RowKind } from '@/lib/import/preview'
import { requireEditor } from '@/server/accounts/session'
import { db } from '@/server/db'
import { countToWrite } from '@/server/imports/accepting'
import { findVanished } from '@/server/imports/editions'
import {
  countRows,
  findImport,
  findNewMeetings,
  findOpenMeetings,
  findOpenPeople,
  findPreviewRows,
  findStaying,
  findSuggestions,
  listPublications,
} from '@/server/imports/preview'
import { listSourceChoices } from '@/server/sources/source-choice'
import { importState, KIND } from '../import-labels'
import { ImportAcceptForm } from './accept-form'
import {
  acceptAction,
  acceptRestAction,
  cancelAction,
  decideMeetingAction,
  decidePersonAction,
  decideRowsAction,
  forgetAction,
  readAction,
  teachAction,
  undoAction,
} from './actions'
import { ImportDecisions, NewMeetings } from './decisions'
import { ImportProgress } from './progress'
import { ImportRows } from './rows'
import { ImportSetupForm } from './setup-form'
import { ImportUndoForm } from './undo-form'
import { ImportVanished } from './vanished'

export const metadata: Metadata = { title: 'An import' }

const AT_WORK = ['READING', 'ACCEPTING', 'UNDOING']

export default async function OneImportPage({ params, searchParams }: PageProps<'/admin/import/[id]'>) {
  const { id } = await params
  await requireEditor(`/admin/import/${id}`)
  const found = await findImport(db(), id)
  if (!found) notFound()
  const { state, fileName, authorName, setup, problem, changeSetId } = found
  const query = await searchParams
  const isAtWork = AT_WORK.includes(state)
  const hasRows = !['UPLOADED', 'READING'].includes(state)
  return (
    <>
      <PageHead title={fileName} remark={`${importState(state)} · brought by ${authorName}`}>
        <a href="/admin/import">All imports</a>
      </PageHead>
      {problem && (
        <div className="notice notice-danger mb-6 max-w-2xl" role="alert">
          <h2>It stopped</h2>
          <p>{problem}</p>
        </div>
      )}
      {isAtWork && (
        <ImportProgress state={state} progress={found.progress} total={found.total}>
          <form action={cancelAction.bind(null, id)}>{state !== 'UNDOING' && <Button look="danger">Stop</Button>}</form>
        </ImportProgress>
      )}
      {changeSetId !== null && (
        <p className="mb-6">
          What it wrote is <a href={`/admin/changes/${changeSetId}`}>change {changeSetId}</a>.
        </p>
      )}
      {!isAtWork && changeSetId === null && (
        <details className="inset mb-6" open={state === 'UPLOADED' || state === 'FAILED'}>
          <summary>How it is read</summary>
          <ImportSetupForm
            action={readAction.bind(null, id)}
            setup={setup}
            publications={await listPublications(db())}
          />
        </details>
      )}
      {state === 'CANCELLED' && changeSetId === null && (
        <p className="notice mb-6 max-w-2xl">It was stopped while it was being read: read it again to see all of it.</p>
      )}
      {state === 'UNDONE' && <Staying id={id} />}
      {hasRows && !isAtWork && (
        <Preview
          {...{ id, state, fileName, changeSetId, query }}
          // It was stopped while it was matched again, and not all its rows are there.
          isCutShort={found.kept !== null}
        />
      )}
      {!isAtWork && changeSetId === null && (
        <form action={forgetAction.bind(null, id)} className="mt-8">
          <Button>Forget this import</Button>
        </form>
      )}
    </>
  )
}

const MISSED: Record<Missed, string | undefined> = {
  choice: 'Nothing was decided: choose one of the answers first.',
  address:
    'Nothing was decided: nothing here has that address. Paste it from its page, /athletes/… or /competitions/….',
}

async function Preview({
  id,
  state,
  fileName,
  changeSetId,
  query,
  isCutShort,
}: {
  id: string
  state: string
  fileName: string
  changeSetId: number | null
  query: Record<string, string | string[] | undefined>
  isCutShort: boolean
}) {
  const kind = ROW_KINDS.find((known) => known === query.kind)
  const text = plainText(typeof query.text === 'string' ? query.text : null)
  const after = typeof query.after === 'string' && /^\d{1,8}$/.test(query.after) ? Number(query.after) : -1
  const isOpen = state !== 'UNDONE'
  const missed = MISSED[String(query.missed) as Missed]
  const [left, counts, page, people, meetings, fresh, suggestions, vanished, sources] = await Promise.all([
    countToWrite(db(), id),
    countRows(db(), id),
    findPreviewRows(db(), id, { kind, after, text }),
    findOpenPeople(db(), id),
    findOpenMeetings(db(), id),
    findNewMeetings(db(), id),
    findSuggestions(db(), id),
    findVanished(db(), id),
    listSourceChoices(),
  ])
  const back = queryOf({ kind, text, after: after < 0 ? undefined : String(after) })
  return (
    <>
      <Counts id={id} counts={counts} kind={kind} />
      {isOpen && (people.total > 0 || meetings.total > 0) && (
        <Section id="decide" title="To decide" remark="The rest can be accepted without these.">
          {missed && (
            <p className="notice notice-danger mb-4 max-w-2xl" role="alert">
              {missed}
            </p>
          )}
          <ImportDecisions
            people={people}
            meetings={meetings}
            decidePerson={decidePersonAction.bind(null, id)}
            decideMeeting={decideMeetingAction.bind(null, id)}
          />
        </Section>
      )}
      {isOpen && suggestions.length > 0 && (
        <Section id="names" title="Names of this list" remark="Recognised by results that are in both.">
          <ul className="findings">
            {suggestions.map(({ meetingId, listed, countryCode, series }) => (
              <li key={meetingId}>
                <p>
                  “{listed}”{countryCode && ` (${countryCode})`} is the {series} here.
                </p>
                <form action={teachAction.bind(null, id, meetingId)} className="mend">
                  <Button>Remember it for every year and every list</Button>
                </form>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {isOpen && fresh.total > 0 && (
        <Section
          id="competitions"
          title="New competitions"
          remark={`${count(fresh.total, 'competition')} would be made; those with most rows stand here`}
        >
          <NewMeetings meetings={fresh.meetings} action={decideMeetingAction.bind(null, id)} />
        </Section>
      )}
      {vanished.results.length > 0 && <ImportVanished {...vanished} />}
      <Section
        id="rows"
        title={kind ? (KIND[kind]?.name ?? 'Rows') : 'All rows'}
        remark={kind ? KIND[kind]?.meaning : 'In the order of the file.'}
      >
        <ImportRows
          rows={page.rows}
          text={text}
          kind={kind}
          action={isOpen && left > 0 ? decideRowsAction.bind(null, id, back) : null}
          path={`/admin/import/${id}`}
          next={page.next === null ? null : `${queryOf({ kind, text, after: String(page.next) })}#rows`}
          isFirst={after < 0}
        />
      </Section>
      {state === 'READY' && changeSetId === null && (
        <Section id="accept" title="Accept">
          {left > 0 ? (
            <ImportAcceptForm action={acceptAction.bind(null, id)} sources={sources} fileName={fileName} rows={left} />
          ) : (
            <p className="text-quiet">There is nothing to be written.</p>
          )}
        </Section>
      )}
      {isOpen && changeSetId !== null && (left > 0 || isCutShort) && (
        <Section id="accept" title="Not written yet">
          <form action={acceptRestAction.bind(null, id)}>
            <Button look="primary">
              {isCutShort ? 'Go on where it was stopped' : `Accept ${count(left, 'more row')}`}
            </Button>
          </form>
        </Section>
      )}
      {isOpen && changeSetId !== null && (
        <Section id="undo" title="Take back">
          <p className="mb-4 max-w-2xl text-quiet">
            What it wrote is taken back; what somebody has edited since is left, and listed above as still written.
          </p>
          <ImportUndoForm action={undoAction.bind(null, id)} rows={page.rows.filter(({ written }) => written)} />
        </Section>
      )}
    </>
  )
}

/** What is still written of an import that was taken back, and why. */
async function Staying({ id }: { id: string }) {
  const rows = await findStaying(db(), id)
  if (rows.length === 0) return null
  return (
    <div className="notice mb-6 max-w-2xl">
      <h2>Not all of it was taken back</h2>
      <p>Somebody has edited these results since, so they stay; each can be withdrawn by hand:</p>
      <ul>
        {rows.map(({ line, raw, resultId }) => (
          <li key={line}>
            <a href={`/admin/results/${resultId}`}>Line {line}</a>: <span className="raw">{raw.slice(0, 120)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Counts({ id, counts, kind }: { id: string; counts: RowCounts; kind: RowKind | undefined }) {
  return (
    <nav aria-label="Kinds of rows">
      <ul className="kinds">
        {ROW_KINDS.map((known) => (
          <li key={known}>
            <a
              href={`/admin/import/${id}?kind=${known}#rows`}
              aria-current={known === kind ? 'page' : undefined}
              title={KIND[known]?.meaning}
            >
              <strong>{counts[known].toLocaleString('en')}</strong> {KIND[known]?.name}
            </a>
          </li>
        ))}
        <li>
          <a href={`/admin/import/${id}#rows`} aria-current={kind === undefined ? 'page' : undefined}>
            All rows
          </a>
        </li>
      </ul>
      <p className="text-quiet">
        {counts.LEFT_OUT > 0 && `${counts.LEFT_OUT.toLocaleString('en')} left out or taken back. `}
        {counts.WRITTEN > 0 && `${counts.WRITTEN.toLocaleString('en')} written.`}
      </p>
    </nav>
  )
}

function queryOf(query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}
