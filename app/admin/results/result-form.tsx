'use client'

import { type FormEvent, type ReactNode, useActionState, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/form/button'
import { ClashFields } from '@/components/form/clash-fields'
import { ErrorSummary } from '@/components/form/error-summary'
import { EvidenceFields } from '@/components/form/evidence-fields'
import { FoldedGroup } from '@/components/form/folded-group'
import { FormBody, FormButtons, FormColumns } from '@/components/form/form-body'
import { useFormGuard } from '@/components/form/form-guard'
import { type Filled, filled, type ResultFormState, UNSENT } from '@/components/form/form-state'
import { Group } from '@/components/form/group'
import { Notice } from '@/components/form/notice'
import { useResilientAction } from '@/components/form/resilient-action'
import { type Preview, previewOf } from '@/lib/career/save-preview'
import type { Typed } from '@/lib/form/typed'
import type { Competition } from '@/lib/record/competition'
import { isNamed } from '@/lib/record/competition-form'
import { encodeBase } from '@/lib/record/form-base'
import { readSubmission } from '@/lib/record/result-submission'
import { CompetitionField } from './competition-field'
import { type Answered, type FoldName, foldProps, hasToBeSeen, partsOf } from './folds'
import { CountryOptions, DetailFields, PerformanceFields } from './performance-fields'
import { OtherPlacesFields, RecordsFields } from './places-fields'
import { MarkReading, PreviewPanel } from './preview-panel'
import { RaceFields } from './race-fields'
import type { ResultFormProps } from './result-form-props'
import { TeamFields } from './team-fields'

const idOf = (input: string) => `f-${input}`

/** The form of a result, for correcting one and for adding one. Complete without JavaScript, quicker with it. */
export function ResultForm(props: ResultFormProps) {
  const [state, send, isPending] = useActionState(useResilientAction(props.action), UNSENT)
  const form = useRef<HTMLFormElement>(null)
  const guard = useFormGuard(state.typed !== null)
  const [found, setFound] = useState<Competition[]>([])
  const [live, setLive] = useState<Live | null>(null)
  const { isNew } = props
  const known = merged(props.competitions, found)
  const preview = live ? live.preview : state.preview
  // Once the mark is typed again, how it reads now is shown in place of what was wrong with it before.
  const { mark: _mark, ...otherErrors } = state.errors
  const fields = filled(state.typed ?? props.initial, live ? otherErrors : state.errors)
  const base = state.base ?? props.base

  const look = (event: FormEvent<HTMLFormElement>) => {
    guard.onInput()
    setLive(lookAt(new FormData(event.currentTarget), props, known))
  }
  // An answer of the server is newer than what was previewed while typing.
  const [answered, setAnswered] = useState(state.attempt)
  if (answered !== state.attempt) {
    setAnswered(state.attempt)
    setLive(null)
  }
  useFirstField(props, state.attempt > 0)
  const names = [...new Set([...Object.keys(props.initial), ...Object.keys(state.typed ?? {})])]
  const parts = { ...props, fields, names, known, state, live }
  const onFound = (competitions: Competition[]) => setFound((before) => merged(before, competitions))

  return (
    // What a browser fills in again on the way back may be older than the record.
    <form ref={form} action={send} noValidate autoComplete="off" onInput={look}>
      <FormBody key={state.attempt} isPending={isPending}>
        <ErrorSummary state={state} idOf={idOf}>
          {state.twin && <a href={`/admin/results/${state.twin}`}>Correct the result that is there</a>}
        </ErrorSummary>
        {state.clash && <ClashFields clash={state.clash} form={fields} idOf={idOf} />}
        <input type="hidden" name="base" value={base ? encodeBase(base) : ''} />
        <FormColumns
          aside={
            <>
              <Group legend="Reason and source">
                <EvidenceFields form={fields} idOf={idOf} sources={props.sources} candidates={state.sourceCandidates} />
              </Group>
              <PreviewSection preview={preview} isNew={isNew} isAnswer={live === null && state.preview !== null} />
              <Buttons isNew={isNew} isClash={state.clash !== null} isPending={isPending} />
            </>
          }
          rest={<FoldedFields {...parts} onFound={onFound} />}
        >
          {isNew && (
            <Group legend="The race">
              <Race {...parts} onFound={onFound} />
            </Group>
          )}
          <Group legend="The performance">
            <PerformanceFields
              form={fields}
              idOf={idOf}
              classifications={classificationsIn(names)}
              reading={<MarkReading mark={preview?.mark ?? null} />}
            />
          </Group>
          <CountryOptions idOf={idOf} />
        </FormColumns>
      </FormBody>
    </form>
  )
}

/** What the form holds now, and what saving it would do, as far as the browser can tell. */
interface Live {
  preview: Preview
  typed: Typed
}

type Parts = ResultFormProps & {
  fields: Filled
  /** The inputs that hold something. */
  names: readonly string[]
  known: Competition[]
  state: ResultFormState
  live: Live | null
  onFound: (competitions: Competition[]) => void
}

/** A correction is nearly always of the mark; the next of several results begins with its race. */
function useFirstField({ isNew, isNext = false }: ResultFormProps, isSent: boolean): void {
  useEffect(() => {
    const first = document.getElementById(idOf(isNew ? 'competition' : 'mark'))
    // A form that was sent has its focus elsewhere.
    // So has one in which somebody has begun to type before the page was live.
    const isFree = document.activeElement === null || document.activeElement === document.body
    if ((isNext || !isNew) && !isSent && isFree && first instanceof HTMLInputElement) first.select()
  }, [isNext, isNew, isSent])
}

function Race({ fields, known, state, series, onFound }: Parts) {
  return (
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
    </div>
  )
}

/** What is seldom needed, folded away. The race is what a new result begins with, and seldom what is corrected. */
function FoldedFields(props: Parts) {
  const { fields, names, state, live, initial, isNew, runner = null } = props
  const { clash, candidates, runnerCandidates } = state
  const answered: Answered = {
    typed: state.typed,
    errors: state.errors,
    asked: clash ? [...clash.clashes, ...clash.taken].map(({ field }) => field) : [],
    isAsked: { race: candidates.length > 0, team: Object.keys(runnerCandidates).length > 0 },
  }
  const content: Record<FoldName, ReactNode> = {
    details: <DetailFields form={fields} idOf={idOf} />,
    places: <OtherPlacesFields form={fields} idOf={idOf} classifications={classificationsIn(names)} />,
    records: <RecordsFields form={fields} idOf={idOf} codes={partsOf('scope', names)} />,
    race: <Race {...props} />,
    team: <TeamFields form={fields} idOf={idOf} names={names} candidates={runnerCandidates} given={runner} />,
  }
  const folds: FoldName[] = ['details', 'places', 'records', ...(isNew ? [] : (['race'] as const)), 'team']
  const now = live?.typed ?? state.typed ?? initial
  return folds.map((fold) => (
    <FoldedGroup
      key={fold}
      {...foldProps(fold, filled(now, {}), Object.keys(now))}
      open={hasToBeSeen(fold, initial, answered)}
    >
      {content[fold]}
    </FoldedGroup>
  ))
}

/** The classifications in which a place is known, or may be filled in: every race has an order. */
function classificationsIn(names: readonly string[]): string[] {
  return [...new Set(['overall', ...partsOf('place', names)])]
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
    <FormButtons sticky hint={<Keys isNew={isNew} />}>
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

function lookAt(form: FormData, { results, before }: ResultFormProps, known: Competition[]): Live {
  const { draft, competition: meant, typed } = readSubmission(form)
  const { slug, text } = meant
  const named = known.filter((competition) => (slug === null ? isNamed(competition, text) : competition.slug === slug))
  const [only = null] = named
  const competition = named.length === 1 ? only : null
  const preview = previewOf(results, before, { ...draft, competition: competition?.slug ?? text }, competition)
  return { preview, typed }
}

function merged(first: Competition[], second: Competition[]): Competition[] {
  return [...new Map([...first, ...second].map((competition) => [competition.slug, competition])).values()]
}
