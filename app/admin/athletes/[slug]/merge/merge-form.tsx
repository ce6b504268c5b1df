'use client'

import { useActionState } from 'react'
import { Button } from '@/components/form/button'
import { ErrorSummary } from '@/components/form/error-summary'
import { EvidenceFields, type SourceChoice } from '@/components/form/evidence-fields'
import { type Filled, type FormState, filled, UNSENT } from '@/components/form/form-state'
import { fieldLabel, fieldValue } from '@/components/form/labels'
import { useResilientAction } from '@/components/form/resilient-action'
import { count, fieldName } from '@/components/record/labels'
import type { Typed } from '@/lib/form/typed'
import type { MergePreview } from '@/lib/record/athlete-merge'

const NOTHING: Typed = {}
const idOf = (input: string) => `m-${input}`

/**
 * What merging two athletes would do, what has to be chosen, why, and the button.
 *
 * @param preview null where the session has ended: nothing of the record is shown, and nothing typed is lost.
 */
export function MergeForm({
  action,
  preview,
  sources,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>
  preview: MergePreview | null
  sources: readonly SourceChoice[]
}) {
  const [state, send, isPending] = useActionState<FormState, FormData>(useResilientAction(action), UNSENT)
  const form = filled(state.typed ?? NOTHING, state.errors)
  const isBlocked = preview?.twins.some(({ isSame }) => !isSame)
  const labelOf = (input: string) => labelled(input, preview)
  return (
    <form action={send} noValidate className="max-w-3xl">
      <fieldset key={state.attempt} disabled={isPending} className="contents-only">
        <ErrorSummary
          errors={state.errors}
          isSignedOut={state.isSignedOut}
          isUnanswered={state.isUnanswered}
          idOf={idOf}
          labelOf={labelOf}
        />
        {preview ? <Choices preview={preview} form={form} /> : <Kept typed={state.typed ?? NOTHING} />}
        <EvidenceFields form={form} sources={sources} idOf={idOf} />
        <div className="mt-5">
          <Button look="danger" disabled={isBlocked}>
            {preview ? `Merge into ${preview.into.name}` : 'Merge'}
          </Button>
          {isBlocked && <p className="hint mt-2">Not before the results of one race, above, are put right.</p>}
        </div>
      </fieldset>
    </form>
  )
}

function labelled(input: string, preview: MergePreview | null): string {
  const [kind, name = ''] = input.split(':')
  if (kind === 'fact') return capital(fieldName(name))
  if (kind === 'twin') return preview?.twins.find(({ id }) => id === name)?.title ?? 'A result'
  return fieldLabel(input)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Choices that were sent before the session ended, so that they are sent again. */
function Kept({ typed }: { typed: Typed }) {
  return Object.entries(typed)
    .filter(([name]) => /^(fact|twin):/.test(name))
    .map(([name, [value = '']]) => <input key={name} type="hidden" name={name} value={value} />)
}

function Choices({ preview, form }: { preview: MergePreview; form: Filled }) {
  const { from, into, choices, gains, moves, twins } = preview
  return (
    <>
      <section className="notice mb-6" aria-labelledby={idOf('moves')}>
        <h2 id={idOf('moves')}>What would happen</h2>
        <ul className="mt-1">
          <li>
            {moved(preview)} of {from.name} would be {into.name}’s.
          </li>
          {gains.map(({ fact, value }) => (
            <li key={fact}>
              {capital(fieldName(fact))} is taken over: <strong>{fieldValue(fact, value)}</strong>.
            </li>
          ))}
          {moves.chapters > 0 && (
            <li>{count(moves.chapters, 'chapter')} of the biography would stand after the others.</li>
          )}
          <li>
            <code>/athletes/{from.slug}</code> would lead to <code>/athletes/{into.slug}</code>.
          </li>
          <li>It is one change: undoing it brings both back as they are now.</li>
        </ul>
      </section>
      {choices.length > 0 && <p className="mb-2">They differ in the following. Choose what holds.</p>}
      {choices.map((choice) => (
        <Choice key={choice.fact} choice={choice} preview={preview} form={form} />
      ))}
      {twins.length > 0 && (
        <p className="mt-5 mb-2">
          Both have a result in {twins.length === 1 ? 'one race' : `${twins.length} races`}, and nobody runs a race
          twice.
        </p>
      )}
      {twins.map((twin) => (
        <TwinChoice key={twin.id} twin={twin} preview={preview} form={form} />
      ))}
      <div className="mt-6" />
    </>
  )
}

function moved({ moves: { results, teams, names, affiliations, claims } }: MergePreview): string {
  const parts = [
    count(results, 'result'),
    teams > 0 && count(teams, 'part in a team', 'parts in teams'),
    count(names, 'name'),
    affiliations > 0 && count(affiliations, 'affiliation'),
    claims > 0 && count(claims, 'claim'),
  ].filter((part) => part !== false)
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

function Choice({
  choice: { fact, from, into },
  preview,
  form,
}: {
  choice: MergePreview['choices'][number]
  preview: MergePreview
  form: Filled
}) {
  const name = `fact:${fact}`
  const error = form.error(name)
  const chosen = form.value(name)
  const sides = [
    ['into', into, preview.into.name],
    ['from', from, preview.from.name],
  ] as const
  return (
    <fieldset
      id={idOf(name)}
      className="mb-4"
      tabIndex={-1}
      aria-describedby={error ? idOf(`${name}-error`) : undefined}
    >
      <legend className="font-semibold">{capital(fieldName(fact))}</legend>
      {sides.map(([side, value, owner]) => (
        <label key={side} className="choice">
          <input type="radio" name={name} value={side} defaultChecked={chosen === side} />
          <span>
            <strong>{fieldValue(fact, value)}</strong>{' '}
            {value !== owner && <span className="text-quiet">({owner})</span>}
          </span>
        </label>
      ))}
      {error && (
        <p id={idOf(`${name}-error`)} className="error">
          {error}
        </p>
      )}
    </fieldset>
  )
}

function TwinChoice({
  twin,
  preview,
  form,
}: {
  twin: MergePreview['twins'][number]
  preview: MergePreview
  form: Filled
}) {
  const name = `twin:${twin.id}`
  const error = form.error(name)
  const marks = (
    <>
      <a href={`/admin/results/${twin.id}`}>{twin.mark ?? 'no mark'}</a> ({preview.from.name}),{' '}
      <a href={`/admin/results/${twin.otherId}`}>{twin.otherMark ?? 'no mark'}</a> ({preview.into.name})
    </>
  )
  return (
    <fieldset
      id={idOf(name)}
      className="mb-4"
      tabIndex={-1}
      aria-describedby={error ? idOf(`${name}-error`) : undefined}
    >
      <legend className="font-semibold">{twin.title}</legend>
      <p className="hint">{marks}</p>
      {twin.isSame ? (
        <label className="choice">
          <input type="checkbox" name={name} value="drop" defaultChecked={form.isTicked(name)} />
          <span>It is the same result: withdraw {preview.from.name}’s, and keep what is cited for it.</span>
        </label>
      ) : (
        <p>The two say different things. Correct or withdraw one of them, then come back.</p>
      )}
      {error && (
        <p id={idOf(`${name}-error`)} className="error">
          {error}
        </p>
      )}
    </fieldset>
  )
}
