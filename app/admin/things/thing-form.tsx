'use client'

import { type FormEvent, useActionState, useState } from 'react'
import { Button } from '@/components/form/button'
import { Choice } from '@/components/form/choice'
import { ClashFields } from '@/components/form/clash-fields'
import { ErrorSummary } from '@/components/form/error-summary'
import { EvidenceFields } from '@/components/form/evidence-fields'
import { TextArea } from '@/components/form/field'
import { FormBody, FormButtons } from '@/components/form/form-body'
import { useFormGuard } from '@/components/form/form-guard'
import { type Filled, filled, type ThingFormState, UNSENT_THING } from '@/components/form/form-state'
import { Group } from '@/components/form/group'
import { inputProps } from '@/components/form/input-props'
import { Notice } from '@/components/form/notice'
import { useResilientAction } from '@/components/form/resilient-action'
import type { Typed } from '@/lib/form/typed'
import { type Base, encodeBase } from '@/lib/record/form-base'
import type { Draft } from '@/lib/record/merge'
import type { SourceChoice } from '@/lib/record/source-choice'
import { readThingForm } from '@/lib/record/things/submission'
import type { Thing } from '@/lib/record/things/thing'
import { type ThingKind, thingOf } from '@/lib/record/things/things'
import { ClaimCheck } from './claim-check'
import { inputLabel, valueWords } from './labels'
import { type Choices, type Subject, ThingFields } from './thing-fields'
import { previewOf, type ThingPreview, ThingPreviewPanel } from './thing-preview'

export interface ThingFormProps {
  kind: ThingKind
  action: (state: ThingFormState, form: FormData) => Promise<ThingFormState>
  /** What the form holds before anything is typed. */
  initial: Typed
  /** What it was opened with; null for a new thing. */
  base: Base | null
  choices: Choices
  subject: Subject
  sources: SourceChoice[]
}

const idOf = (input: string) => `f-${input.replace(':', '-')}`

/** The form of a thing, as its description has it, for changing one and for making one. Complete without JavaScript. */
export function ThingForm({ kind, action, initial, base: opened, choices, subject, sources }: ThingFormProps) {
  const thing = thingOf(kind)
  const [state, send, isPending] = useActionState(useResilientAction(action), UNSENT_THING)
  const guard = useFormGuard(state.typed !== null)
  const base = state.base ?? opened
  const form = filled(state.typed ?? initial, state.errors)
  const [live, setLive] = useState<{ draft: Draft; preview: ThingPreview } | null>(null)
  const look = (event: FormEvent<HTMLFormElement>) => {
    guard.onInput()
    const { draft } = readThingForm(thing, new FormData(event.currentTarget))
    setLive({ draft, preview: previewOf(thing, base?.draft ?? {}, draft) })
  }
  // An answer of the server is newer than what was previewed while typing.
  const [answered, setAnswered] = useState(state.attempt)
  if (answered !== state.attempt) {
    setAnswered(state.attempt)
    setLive(null)
  }
  const preview = live?.preview ?? (state.typed ? previewOfTyped(thing, base, state.typed) : null)
  return (
    <form action={send} noValidate autoComplete="off" onInput={look}>
      <FormBody key={state.attempt} isPending={isPending} columns>
        <ErrorSummary state={state} idOf={idOf} labelOf={inputLabel(thing)} />
        <Questions thing={thing} state={state} form={form} choices={choices} />
        <input type="hidden" name="base" value={base ? encodeBase(base) : ''} />
        <div className="xl:col-start-1">
          <ThingFields thing={thing} form={form} choices={choices} subject={subject} idOf={idOf} />
        </div>
        <div
          data-aside=""
          className="mt-7 xl:sticky xl:top-0 xl:col-start-2 xl:mt-0 xl:max-h-screen xl:overflow-y-auto xl:p-1 xl:pb-4"
        >
          <Group legend={kind === 'source' ? 'Reason' : 'Reason and source'}>
            {kind === 'source' ? (
              <TextArea {...inputProps(form, idOf)('reason')} hint="It stands in the public history." rows={2} />
            ) : (
              <EvidenceFields form={form} idOf={idOf} sources={sources} candidates={state.sourceCandidates} />
            )}
          </Group>
          <Notice title="Preview" titleId={idOf('preview')}>
            <div aria-live="polite">
              <ThingPreviewPanel thing={thing} preview={preview} choices={choices} />
              {kind === 'claim' && (
                <ClaimCheck draft={live?.draft ?? null} answered={state.checked ?? null} subject={subject} />
              )}
            </div>
          </Notice>
          <Buttons isNew={base === null} isClash={state.clash !== null} isPending={isPending} />
        </div>
      </FormBody>
    </form>
  )
}

function previewOfTyped(thing: Thing, base: Base | null, typed: Typed): ThingPreview {
  const form = new FormData()
  for (const [name, values] of Object.entries(typed)) for (const value of values) form.append(name, value)
  return previewOf(thing, base?.draft ?? {}, readThingForm(thing, form).draft)
}

/** What the editor is asked before anything is saved: about a colleague's save, an unlikely value, a namesake. */
function Questions({
  thing,
  state,
  form,
  choices,
}: {
  thing: Thing
  state: ThingFormState
  form: Filled
  choices: Choices
}) {
  const doubts = Object.entries(state.doubts)
  const labelOf = inputLabel(thing)
  return (
    <>
      {state.clash && (
        <ClashFields
          clash={state.clash}
          form={form}
          idOf={idOf}
          labelOf={(field) => thing.fields[field]?.label ?? field}
          wordsOf={valueWords(thing, choices)}
        />
      )}
      {(doubts.length > 0 || state.namesakes.length > 0) && (
        <Notice look="danger" title="Is this right? Nothing has been saved yet" className="mb-6" role="alert">
          {doubts.map(([field, reason]) => (
            <p key={field}>
              <a href={`#${idOf(`value:${field}`)}`}>{labelOf(field)}</a>: {reason}
            </p>
          ))}
          {state.namesakes.length > 0 && (
            <>
              <p>Somebody of this name is in the record already:</p>
              <ul>
                {state.namesakes.map(({ slug, name, detail }) => (
                  <li key={slug}>
                    <a href={`/athletes/${slug}`} target="_blank" rel="noopener">
                      {name}
                    </a>{' '}
                    <span className="text-quiet">{detail}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
          <Choice type="checkbox" name="sure" value="yes" defaultChecked={form.isTicked('sure')}>
            {state.namesakes.length > 0 ? 'This is another person' : 'Yes, it is right'}
          </Choice>
        </Notice>
      )}
    </>
  )
}

function Buttons({ isNew, isClash, isPending }: { isNew: boolean; isClash: boolean; isPending: boolean }) {
  return (
    <FormButtons>
      <Button look="primary" name="intent" value="save">
        {isPending ? 'Saving …' : isClash ? 'Save with these choices' : isNew ? 'Add to the record' : 'Save'}
      </Button>
      <Button name="intent" value="preview">
        Preview
      </Button>
    </FormButtons>
  )
}
