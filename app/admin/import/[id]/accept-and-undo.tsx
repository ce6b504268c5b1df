import { Button } from '@/components/form/button'
import { Doubts } from '@/components/imports/doubts'
import { count } from '@/components/record/labels'
import { Section } from '@/components/site/section'
import type { Doubt } from '@/lib/import/doubts'
import { requireEditor } from '@/server/accounts/session'
import { offerSources } from '@/server/sources/evidence-desk'
import { ImportAcceptForm } from './accept-form'
import { acceptAction, acceptRestAction, undoAction } from './actions'
import { ImportUndoForm } from './undo-form'

export async function AcceptPreview({
  id,
  fileName,
  rowsToWrite,
  doubts,
}: {
  id: string
  fileName: string
  rowsToWrite: number
  doubts: readonly Doubt[]
}) {
  const editor = await requireEditor(`/admin/import/${id}`)
  return (
    <Section id="accept" title="Accept">
      {rowsToWrite > 0 ? (
        <ImportAcceptForm
          action={acceptAction.bind(null, id)}
          sources={await offerSources(editor, [])}
          fileName={fileName}
          rows={rowsToWrite}
          doubts={doubts}
        />
      ) : (
        <p className="text-quiet">There is nothing to be written.</p>
      )}
    </Section>
  )
}

/** Writes what has been decided since the import was accepted, or what a stopped run did not reach. */
export function AcceptMore({
  id,
  isCutShort,
  rowsToWrite,
  doubts,
}: {
  id: string
  isCutShort: boolean
  rowsToWrite: number
  doubts: readonly Doubt[]
}) {
  if (rowsToWrite === 0 && !isCutShort) return null
  return (
    <Section id="accept" title="Not written yet">
      <form action={acceptRestAction.bind(null, id)} className="max-w-2xl">
        <Doubts doubts={doubts} idOf={(input) => `more-${input}`} />
        <Button look="primary">
          {isCutShort ? 'Go on where it was stopped' : `Accept ${count(rowsToWrite, 'more row')}`}
        </Button>
      </form>
    </Section>
  )
}

export function UndoImport({ id, rows }: { id: string; rows: readonly { line: number; raw: string }[] }) {
  return (
    <Section id="undo" title="Take back">
      <p className="mb-4 max-w-2xl text-quiet">
        What it wrote is taken back; what somebody has edited since is left, and listed above as still written.
      </p>
      <ImportUndoForm action={undoAction.bind(null, id)} rows={rows} />
    </Section>
  )
}
