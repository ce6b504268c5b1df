'use client'

import { type FormEvent, useActionState, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/form/button'
import { ClashFields } from '@/components/form/clash-fields'
import { ErrorSummary } from '@/components/form/error-summary'
import { EvidenceFields } from '@/components/form/evidence-fields'
import { FormBody, FormButtons } from '@/components/form/form-body'
import { useFormGuard } from '@/components/form/form-guard'
import { type Filled, filled, type ResultFormState, UNSENT } from '@/components/form/form-state'
import { Group } from '@/components/form/group'
import { Notice } from '@/components/form/notice'
import { useResilientAction } from '@/components/form/resilient-action'
import { type Preview, previewOf } from '@/lib/career/save-preview'
import type { Competition } from '@/lib/record/competition'
import { isNamed } from '@/lib/record/competition-form'
import { encodeBase } from '@/lib/record/form-base'
import { readSubmission } from '@/lib/record/result-submission'
import { CompetitionField } from './competition-field'
import { PerformanceFields } from './performance-fields'
import { PlacesFields, RecordsFields } from './places-fields'
import { MarkReading, PreviewPanel } from './preview-panel'
import { RaceFields } from './race-fields'
import type { ResultFormProps } from './result-form-props'
import { TeamFields } from './team-fields'

const idOf = (input: string) => `f-${input}`

/** The form of a result, for correcting one and for adding one. Complete without JavaScript, quicker with it. */
export function ResultForm(props: ResultFormProps) {
  const [state, send, isPending] = useActionState(useResilientAction(props.action), UNSENT)
  const form = useRef<HTMLFormElement>(null)
  const guard = useFormGuard(form, state.typed !== null)
  const [found, setFound] = useState<Competition[]>([])
  const [live, setLive] = useState<Preview | null>(null)
  const { isNew } = props
  const known = merged(props.competitions, found)
  const preview = live ?? state.preview
  // Once the mark is typed again, how it reads now is shown in place of what was wrong with it before.
  const { mark: _mark, ...otherErrors } = state.errors
  const fields = filled(state.typed ?? props.initial, live ? otherErrors : state.errors)
  const base = state.base ?? props.base

  const look = (event: FormEvent<HTMLFormElement>) => {
    guard.onInput()
    setLive(previewNow(new FormData(event.currentTarget), props, known))
  }
  // An answer of the server is newer than what was previewed while typing.
  const [answered, setAnswered] = useState(state.attempt)
  if (answered !== state.attempt) {
    setAnswered(state.attempt)
    setLive(null)
  }

  return (
    <form ref={form} action={send} noValidate onInput={look} onKeyDown={guard.onKeyDown}>
      <FormBody key={state.attempt} isPending={isPending} columns>
        <ErrorSummary state={state} idOf={idOf}>
          {state.twin && <a href={`/admin/results/${state.twin}`}>Correct the result that is there</a>}
        </ErrorSummary>
        {state.clash && <ClashFields clash={state.clash} form={fields} idOf={idOf} />}
        <input type="hidden" name="base" value={base ? encodeBase(base) : ''} />
        <div className="xl:col-start-1">
          <ResultFields
            {...props}
            fields={fields}
            known={known}
            state={state}
            preview={preview}
            onFound={(competitions) => setFound((before) => merged(before, competitions))}
          />
        </div>
        {/* In sight beside the fields: what a save asks for and what it does. The focus ring has room in the padding. */}
        <div
          data-aside=""
          className="xl:sticky xl:top-0 xl:col-start-2 xl:-m-1 xl:max-h-screen xl:overflow-y-auto xl:p-1 xl:pb-4"
        >
          <Group legend="Reason and source">
            <EvidenceFields form={fields} idOf={idOf} sources={props.sources} candidates={state.sourceCandidates} />
          </Group>
          <PreviewSection preview={preview} isNew={isNew} isAnswer={live === null && state.preview !== null} />
          <Buttons isNew={isNew} isClash={state.clash !== null} isPending={isPending} />
        </div>
      </FormBody>
    </form>
  )
}

function ResultFields({
  fields,
  known,
  state,
  preview,
  onFound,
  isNew,
  isNext = false,
  runner = null,
  initial,
  series,
}: ResultFormProps & {
  fields: Filled
  known: Competition[]
  state: ResultFormState
  preview: Preview | null
  onFound: (competitions: Competition[]) => void
}) {
  const isSent = state.attempt > 0
  useEffect(() => {
    const first = document.getElementById(idOf(isNew ? 'competition' : 'mark'))
    // A correction is nearly always of the mark; a form that was sent has its focus elsewhere.
    // So has one in which somebody has begun to type before the page was live.
    const isFree = document.activeElement === null || document.activeElement === document.body
    if ((isNext || !isNew) && !isSent && isFree && first instanceof HTMLInputElement) first.select()
  }, [isNext, isNew, isSent])
  const names = [...new Set([...Object.keys(initial), ...Object.keys(state.typed ?? {})])]
  const named = (kind: string) =>
    names.flatMap((name) => (name.startsWith(`${kind}:`) ? name.slice(kind.length + 1) : []))
  const classifications = [...new Set(['overall', ...named('place')])]
  const race = (
    <Group legend="The race">
      <div className="grid gap-4">
        <CompetitionField
          form={fields}
          idOf={idOf}
          known={known}
          candidates={state.candidates}
          series={series}
          onFound={onFound}
        />
        <RaceFields form={fields} idOf={idOf} />
        <TeamFields form={fields} idOf={idOf} names={names} candidates={state.runnerCandidates} given={runner} />
      </div>
    </Group>
  )
  // A new result begins with its race; a correction is nearly always of what was done in it.
  return (
    <>
      {isNew && race}
      <Group legend="The performance">
        <PerformanceFields form={fields} idOf={idOf} reading={<MarkReading mark={preview?.mark ?? null} />} />
      </Group>
      <Group legend="Places">
        <PlacesFields form={fields} idOf={idOf} classifications={classifications} />
      </Group>
      <Group legend="Records">
        <RecordsFields form={fields} idOf={idOf} codes={named('scope')} />
      </Group>
      {!isNew && race}
    </>
  )
}

function PreviewSection({ preview, isNew, isAnswer }: { preview: Preview | null; isNew: boolean; isAnswer: boolean }) {
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isAnswer) section.current?.focus()
  }, [isAnswer])
  return (
    <Notice ref={section} title="Preview" titleId={idOf('preview')} tabIndex={-1}>
      <div aria-live="polite">
        <PreviewPanel preview={preview} isNew={isNew} />
      </div>
    </Notice>
  )
}

function Buttons({ isNew, isClash, isPending }: { isNew: boolean; isClash: boolean; isPending: boolean }) {
  return (
    <FormButtons hint={<Keys isNew={isNew} />}>
      <Button look="primary" name="intent" value="save">
        {isPending ? 'Saving …' : isClash ? 'Save with these choices' : 'Save'}
      </Button>
      {isNew && (
        <Button name="intent" value="another">
          Save and add another
        </Button>
      )}
      <Button name="intent" value="preview">
        Preview
      </Button>
    </FormButtons>
  )
}

function Keys({ isNew }: { isNew: boolean }) {
  return (
    <>
      <Key>Ctrl</Key> <Key>Enter</Key> saves
      {isNew && (
        <>
          , with <Key>Shift</Key> it goes on to the next
        </>
      )}
      .
    </>
  )
}

function Key({ children }: { children: string }) {
  return <kbd className="rounded border border-rule bg-sheet px-[0.35em] py-[0.05em] font-sans text-xs">{children}</kbd>
}

/** The preview of what the form holds now, as far as the browser can tell. */
function previewNow(form: FormData, { results, before }: ResultFormProps, known: Competition[]): Preview {
  const { draft, competition: meant } = readSubmission(form)
  const { slug, text } = meant
  const named = known.filter((competition) => (slug === null ? isNamed(competition, text) : competition.slug === slug))
  const [only = null] = named
  const competition = named.length === 1 ? only : null
  return previewOf(results, before, { ...draft, competition: competition?.slug ?? text }, competition)
}

function merged(first: Competition[], second: Competition[]): Competition[] {
  return [...new Map([...first, ...second].map((competition) => [competition.slug, competition])).values()]
}
