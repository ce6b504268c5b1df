import { PublishSheet } from '@/app/admin/sheet/publish-sheet'
import { count } from '@/components/record/labels'
import { Section } from '@/components/site/section'
import { plainText } from '@/lib/form/plain-text'
import type { Typed } from '@/lib/form/typed'
import { ROW_KINDS, type RowKind } from '@/lib/import/preview'
import { getImportPreview } from '@/server/imports/desk'
import { KIND } from '../import-labels'
import { AcceptMore, AcceptPreview, UndoImport } from './accept-and-undo'
import { answerClashAction, decideMeetingAction, decideRowsAction, takeBackAction } from './actions'
import { ImportClashes } from './clashes'
import { ImportDecided } from './decided'
import { ImportDecisions } from './decisions'
import { ListNames } from './list-names'
import { NewCompetitions } from './new-competitions'
import { RowKinds } from './row-kinds'
import { ImportRows } from './rows'
import { ImportVanished } from './vanished'

type Query = Record<string, string | string[] | undefined>

/** What would become of a list, or became of it: its rows by kind, what is to be decided, and how to accept or undo it. */
export async function ImportPreview({
  id,
  state,
  fileName,
  changeSetId,
  query,
  isCutShort,
  sheet,
}: {
  id: string
  state: string
  fileName: string
  changeSetId: number | null
  query: Query
  isCutShort: boolean
  /** What was typed, of a list that was typed here. */
  sheet: Typed | null
}) {
  const page = pageOf(query)
  const preview = await getImportPreview(id, page)
  const { rowsToWrite, counts, rows, people, meetings, newMeetings, suggestions, vanished, clashes, doubts } = preview
  const { kind, text, after } = page
  const isOpen = state !== 'UNDONE'
  const isAccepted = changeSetId !== null
  const back = queryOf({ kind, text, after: after < 0 ? undefined : String(after) })
  return (
    <>
      {sheet && state === 'READY' && !isAccepted && (
        <PublishSheet
          {...{ id, sheet, counts, rowsToWrite }}
          competitions={newMeetings.total}
          odd={doubts}
          isMissed={query.missed === 'words'}
        />
      )}
      <RowKinds id={id} counts={counts} kind={kind} />
      {isOpen && !isAccepted && clashes.length > 0 && (
        <ImportClashes clashes={clashes} action={answerClashAction.bind(null, id)} />
      )}
      {isOpen && <ImportDecisions id={id} people={people} meetings={meetings} missed={String(query.missed)} />}
      {isOpen && (
        <ImportDecided {...preview.decided} action={takeBackAction.bind(null, id)} path={`/admin/import/${id}`} />
      )}
      {isOpen && suggestions.length > 0 && <ListNames id={id} suggestions={suggestions} />}
      {isOpen && newMeetings.total > 0 && (
        <Section
          id="competitions"
          title="New competitions"
          remark={`${count(newMeetings.total, 'competition')} would be made; those with most rows stand here`}
        >
          <NewCompetitions meetings={newMeetings.meetings} action={decideMeetingAction.bind(null, id)} />
        </Section>
      )}
      {vanished.results.length > 0 && <ImportVanished {...vanished} />}
      <Section
        id="rows"
        title={kind ? (KIND[kind]?.name ?? 'Rows') : 'All rows'}
        remark={kind ? KIND[kind]?.meaning : 'In the order of the file.'}
      >
        <ImportRows
          rows={rows.rows}
          text={text}
          kind={kind}
          action={isOpen && rowsToWrite > 0 ? decideRowsAction.bind(null, id, back) : null}
          path={`/admin/import/${id}`}
          next={rows.next === null ? null : `${queryOf({ kind, text, after: String(rows.next) })}#rows`}
          isFirst={after < 0}
        />
      </Section>
      {!sheet && state === 'READY' && !isAccepted && <AcceptPreview {...{ id, fileName, rowsToWrite, doubts }} />}
      {isOpen && isAccepted && <AcceptMore {...{ id, isCutShort, rowsToWrite, doubts }} />}
      {isAccepted && (isOpen || counts.WRITTEN > 0) && (
        <UndoImport id={id} rows={rows.rows.filter(({ written }) => written)} />
      )}
    </>
  )
}

/** Which of the rows are shown, as the page's address says. */
function pageOf({ kind, text, after }: Query): { kind: RowKind | undefined; text: string; after: number } {
  return {
    kind: ROW_KINDS.find((known) => known === kind),
    text: plainText(typeof text === 'string' ? text : null),
    after: typeof after === 'string' && /^\d{1,8}$/.test(after) ? Number(after) : -1,
  }
}

function queryOf(query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}
