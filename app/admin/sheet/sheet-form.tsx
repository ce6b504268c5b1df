'use client'

import { type ReactNode, useActionState, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '@/components/form/button'
import { ErrorSummary } from '@/components/form/error-summary'
import { EvidenceFields } from '@/components/form/evidence-fields'
import { FormBody, FormButtons } from '@/components/form/form-body'
import { filled } from '@/components/form/form-state'
import { Group } from '@/components/form/group'
import { Notice } from '@/components/form/notice'
import { useResilientAction } from '@/components/form/resilient-action'
import { count } from '@/components/record/labels'
import { plainText } from '@/lib/form/plain-text'
import { type Typed, typedIn } from '@/lib/form/typed'
import { EMPTY_ROWS, isBlank, rowsIn, type SheetHead, type SheetKind, withRoom } from '@/lib/import/sheet'
import { readRaceHead, readSeasonHead, type SheetAthlete } from '@/lib/import/sheet-head'
import type { Competition } from '@/lib/record/competition'
import type { SourceChoice } from '@/lib/record/source-choice'
import type { Draft } from './draft'
import { RaceHead, SeasonHead } from './head-fields'
import { idOf, sheetLabel } from './sheet-labels'
import { type SheetState, UNSENT_SHEET } from './sheet-state'
import { SheetTable } from './sheet-table'
import { useDraft } from './use-draft'
import { useGrid } from './use-grid'
import { usePeople } from './use-people'

export interface SheetFormProps {
  action: (state: SheetState, form: FormData) => Promise<SheetState>
  kind: SheetKind
  /** What the form holds before anything is typed. */
  initial: Typed
  /** Under which the browser keeps what is typed. */
  draftKey: string
  athlete: SheetAthlete | null
  competitions: Competition[]
  sources: SourceChoice[]
}

/** What the form shows when it is rendered again: an answer, a draft that was restored, or the sheet as it was opened. */
interface Shown {
  /** How often that has been. */
  times: number
  typed: Typed
  /** Of a draft that was restored. */
  at: string | null
}

const DRAFT_ID = 'draft'

/** A whole race, or an athlete's season, typed as in a spreadsheet. Complete without JavaScript, quicker with it. */
export function SheetForm(props: SheetFormProps) {
  const { kind } = props
  const sheet = useSheet(props)
  const { state, shown, grid, isLive } = sheet
  const fields = filled(shown.typed, state.errors)
  const head = useHead(kind, sheet.headTyped, props.athlete)
  const foundFor = usePeople(kind === 'race' ? grid.rows : [], head.context)
  const results = grid.rows.filter((row) => !isBlank(row, kind)).length
  const addRows = () => grid.setRows((rows) => withRoom(rows, kind, rows.length + EMPTY_ROWS))
  return (
    <form ref={sheet.form} action={sheet.send} noValidate onInput={sheet.onInput}>
      <FormBody key={`${state.attempt}.${shown.times}`} isPending={sheet.isPending} enter="preview">
        {shown.at !== null && <Restored at={shown.at} onDiscard={sheet.discard} />}
        <ErrorSummary state={state} idOf={idOf} labelOf={sheetLabel} />
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name={DRAFT_ID} value={sheet.draftId} />
        {['athlete', 'import'].map((name) => (
          <input key={name} type="hidden" name={name} value={fields.value(name)} />
        ))}
        <div className="grid gap-x-12 xl:grid-cols-2">
          <Group legend={kind === 'race' ? 'The race' : 'The season'}>
            {kind === 'race' ? (
              <RaceHead form={fields} competitions={props.competitions} candidates={state.candidates} />
            ) : (
              <SeasonHead form={fields} />
            )}
          </Group>
          <Group legend="Why and from where">
            <EvidenceFields form={fields} idOf={idOf} sources={props.sources} candidates={state.sourceCandidates} />
          </Group>
        </div>
        <Group legend="The results">
          <SheetTable rows={grid.rows} head={head} foundFor={foundFor} onCell={grid.setCell} {...grid.handlers} />
        </Group>
        <FormButtons hint={<Keys />}>
          <Button look="primary" name="intent" value="preview">
            {sheet.isPending ? 'Looking …' : isLive && results > 0 ? `Publish ${count(results, 'result')}` : 'Preview'}
          </Button>
          <MoreRows onMore={isLive ? addRows : null} />
        </FormButtons>
      </FormBody>
    </form>
  )
}

/** What is in the form: as it was opened, as a draft had it, or as an answer gives it back; and what is typed since. */
function useSheet({ kind, initial, draftKey, action }: SheetFormProps) {
  const [state, send, isPending] = useActionState(useResilientAction(action), UNSENT_SHEET)
  const form = useRef<HTMLFormElement>(null)
  const [shown, setShown] = useState<Shown>({ times: 0, typed: state.typed ?? initial, at: null })
  const [headTyped, setHeadTyped] = useState(shown.typed)
  const [draftId, setDraftId] = useState(shown.typed[DRAFT_ID]?.[0] ?? '')
  const [isLive, setLive] = useState(false)
  useEffect(() => {
    setLive(true)
    setDraftId((known) => known || newDraftId())
  }, [])

  const show = (typed: Typed, at: string | null) => {
    setShown(({ times }) => ({ times: times + 1, typed, at }))
    setHeadTyped(typed)
  }
  const fill = (typed: Typed, at: string | null) => {
    show(typed, at)
    grid.setRows(withRoom(rowsIn(typed, kind), kind))
  }
  const onFound = (draft: Draft) => {
    if (state.typed !== null) return
    fill(draft.typed, draft.at)
    setDraftId(draft.id)
  }
  const draft = useDraft(draftKey, { form, id: draftId, onFound })
  const grid = useGrid(kind, withRoom(rowsIn(shown.typed, kind), kind, state.rows), draft.touch)
  const [answered, setAnswered] = useState(state.attempt)
  if (answered !== state.attempt) {
    setAnswered(state.attempt)
    show(state.typed ?? initial, null)
  }
  const discard = () => {
    draft.discard()
    setDraftId(newDraftId())
    fill(initial, null)
  }
  const onInput = () => {
    draft.touch()
    if (form.current) setHeadTyped(typedIn(new FormData(form.current)))
  }
  return { state, send, isPending, form, shown, headTyped, draftId, isLive, grid, discard, onInput }
}

function newDraftId(): string {
  return Date.now().toString(36)
}

/** What holds for all rows, as far as it is typed; the same object for as long as that is the same. */
function useHead(kind: SheetKind, typed: Typed, athlete: SheetAthlete | null): SheetHead {
  const said = JSON.stringify(Object.entries(typed).filter(([name]) => !name.startsWith('row:')))
  return useMemo(() => {
    const texts = Object.fromEntries(JSON.parse(said) as [string, string[]][])
    const textOf = (input: string) => plainText(texts[input]?.[0] ?? null)
    if (kind === 'race') return readRaceHead(textOf).head
    return athlete ? readSeasonHead(textOf, athlete).head : { kind, context: {}, told: {} }
  }, [kind, said, athlete])
}

function Restored({ at, onDiscard }: { at: string; onDiscard: () => void }) {
  const when = new Date(at).toLocaleString('en', { dateStyle: 'long', timeStyle: 'short' })
  return (
    <Notice className="mb-6 max-w-2xl" role="status">
      <p className="mb-2">What you typed here on {when} was not published, and was restored.</p>
      <Button type="button" onClick={onDiscard}>
        Discard the draft
      </Button>
    </Notice>
  )
}

/** Without JavaScript the server answers with more rows. */
function MoreRows({ onMore }: { onMore: (() => void) | null }) {
  return (
    <Button name="intent" value="more" type={onMore ? 'button' : 'submit'} onClick={onMore ?? undefined}>
      More rows
    </Button>
  )
}

function Keys(): ReactNode {
  return (
    <>
      You see what would be written before it is. <kbd>Enter</kbd> goes down, <kbd>Tab</kbd> right, <kbd>↑</kbd>{' '}
      <kbd>↓</kbd> from row to row; <kbd>Ctrl</kbd> <kbd>D</kbd> repeats the cell above, <kbd>Esc</kbd> restores a cell,{' '}
      <kbd>Ctrl</kbd> <kbd>Enter</kbd> publishes. Cells of a spreadsheet can be pasted.
    </>
  )
}
