'use client'

import { useActionState } from 'react'
import { Button } from '@/components/form/button'
import { ErrorSummary } from '@/components/form/error-summary'
import { EvidenceFields } from '@/components/form/evidence-fields'
import { FormBody, FormButtons } from '@/components/form/form-body'
import { type Filled, type FormState, filled, UNSENT } from '@/components/form/form-state'
import { fieldLabel } from '@/components/form/labels'
import { Notice } from '@/components/form/notice'
import { useResilientAction } from '@/components/form/resilient-action'
import { KeptChoices, SideChoice } from '@/components/form/side-choices'
import { count } from '@/components/record/labels'
import type { Typed } from '@/lib/form/typed'
import type { SourceChoice } from '@/lib/record/source-choice'
import type { Moved, ThingMergePreview, ThingTwin } from '@/lib/record/thing-merge'
import { fieldWords } from '@/lib/record/things/thing'
import { thingOf } from '@/lib/record/things/things'
import { PUBLIC_PATH } from './kinds'

const NOTHING: Typed = {}
const idOf = (input: string) => `m-${input}`
/** Of results that become one, so many are named. */
const MOST_NAMED = 20

/**
 * What merging two things would do, what has to be chosen, why, and the button.
 *
 * @param preview null where the session has ended: nothing of the record is shown, and nothing typed is lost.
 */
export function MergeThingsForm({
  action,
  preview,
  sources,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>
  preview: ThingMergePreview | null
  sources: readonly SourceChoice[]
}) {
  const [state, send, isPending] = useActionState<FormState, FormData>(useResilientAction(action), UNSENT)
  const form = filled(state.typed ?? NOTHING, state.errors)
  return (
    <form action={send} noValidate className="max-w-3xl">
      <FormBody key={state.attempt} isPending={isPending}>
        <ErrorSummary state={state} idOf={idOf} labelOf={(input) => labelled(input, preview)} />
        {preview ? <Choices preview={preview} form={form} /> : <KeptChoices typed={state.typed ?? NOTHING} />}
        <EvidenceFields form={form} sources={sources} candidates={state.sourceCandidates} idOf={idOf} />
        <FormButtons>
          <Button look="danger">
            {isPending ? 'Merging …' : preview ? `Merge into ${preview.into.title}` : 'Merge'}
          </Button>
        </FormButtons>
      </FormBody>
    </form>
  )
}

function labelled(input: string, preview: ThingMergePreview | null): string {
  const [kind, name = ''] = input.split(/:(.*)/)
  if (kind === 'fact') return preview?.choices.find(({ fact }) => fact === name)?.label ?? name
  if (kind === 'twin') return preview?.twins.find(({ id }) => id === name)?.title ?? 'A result'
  return fieldLabel(input)
}

function Choices({ preview, form }: { preview: ThingMergePreview; form: Filled }) {
  const { choices, twins } = preview
  const open = twins.filter(({ isSame }) => !isSame)
  return (
    <>
      <WhatHappens preview={preview} />
      {choices.length > 0 && <p className="mb-2">They differ in the following. Choose what holds.</p>}
      {choices.map(({ fact, label, from, into }) => (
        <SideChoice
          key={fact}
          name={`fact:${fact}`}
          legend={label}
          sides={{
            from: <Value preview={preview} fact={fact} value={from} />,
            into: <Value preview={preview} fact={fact} value={into} />,
          }}
          form={form}
          idOf={idOf}
        />
      ))}
      {open.length > 0 && (
        <p className="mt-5 mb-2">
          {count(open.length, 'athlete has a result', 'athletes have a result')} in both that say different things.
          Choose which one stays; the sources of the other are kept, and marked where they are not followed.
        </p>
      )}
      {open.map((twin) => (
        <TwinChoice key={twin.id} twin={twin} form={form} />
      ))}
      <div className="mt-6" />
    </>
  )
}

function WhatHappens({ preview: { kind, from, into, gains, moves, twins } }: { preview: ThingMergePreview }) {
  const same = twins.filter(({ isSame }) => isSame)
  const path = PUBLIC_PATH[kind]
  const thing = thingOf(kind)
  return (
    <Notice title="What would happen" titleId={idOf('moves')} className="mb-6 wrap-anywhere">
      <ul className="mt-1">
        {moves
          .filter(({ moved, joined }) => moved + joined > 0)
          .map((move) => (
            <li key={move.one}>{moveWords(move, into.title)}</li>
          ))}
        {gains.map(({ fact, label, value }) => {
          const field = thing.fields[fact]
          return (
            <li key={fact}>
              {label} is taken over: <strong>{field ? fieldWords(field, value) : value}</strong>.
            </li>
          )
        })}
        {same.length > 0 && (
          <li>
            These results say the same and become one:{' '}
            {same
              .slice(0, MOST_NAMED)
              .map(({ title }) => title)
              .join('; ')}
            {same.length > MOST_NAMED && ` and ${count(same.length - MOST_NAMED, 'other')}`}.
          </li>
        )}
        <li>
          <code>
            {path}/{from.slug}
          </code>{' '}
          would lead to{' '}
          <code>
            {path}/{into.slug}
          </code>
          .
        </li>
        <li>It is one change: undoing it brings both back as they are now.</li>
      </ul>
    </Notice>
  )
}

/** "3 events go over to Hohhot Marathon 2003; 2 become one with events of it." */
function moveWords({ one, many, moved, joined }: Moved, into: string): string {
  const over = moved > 0 && `${count(moved, one, many)} ${moved === 1 ? 'goes' : 'go'} over to ${into}`
  const same = joined > 0 && `${count(joined, one, many)} ${joined === 1 ? 'becomes' : 'become'} one with what it has`
  return `${[over, same].filter(Boolean).join('; ')}.`
}

function Value({ preview: { kind }, fact, value }: { preview: ThingMergePreview; fact: string; value: string }) {
  const field = thingOf(kind).fields[fact]
  return <strong>{field ? fieldWords(field, value) : value}</strong>
}

function TwinChoice({ twin: { id, otherId, title, mark, otherMark }, form }: { twin: ThingTwin; form: Filled }) {
  const side = (result: string, shown: string | null) => (
    <>
      <strong>{shown ?? 'no mark'}</strong> (<a href={`/results/${result}`}>see the result</a>)
    </>
  )
  return (
    <SideChoice
      name={`twin:${id}`}
      legend={title}
      sides={{ from: side(id, mark), into: side(otherId, otherMark) }}
      form={form}
      idOf={idOf}
    />
  )
}
