'use client'

import { useActionState } from 'react'
import { Button } from '@/components/form/button'
import { Choice } from '@/components/form/choice'
import { ErrorSummary } from '@/components/form/error-summary'
import { EvidenceFields } from '@/components/form/evidence-fields'
import { FormBody, FormButtons } from '@/components/form/form-body'
import { type Filled, type FormState, filled, UNSENT } from '@/components/form/form-state'
import { fieldLabel, fieldValue } from '@/components/form/labels'
import { Hint } from '@/components/form/messages'
import { Notice } from '@/components/form/notice'
import { useResilientAction } from '@/components/form/resilient-action'
import { ChoiceGroup, KeptChoices, SideChoice } from '@/components/form/side-choices'
import { count, fieldName } from '@/components/record/labels'
import type { Typed } from '@/lib/form/typed'
import type { MergePreview } from '@/lib/record/athlete-merge'
import type { SourceChoice } from '@/lib/record/source-choice'

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
      <FormBody key={state.attempt} isPending={isPending}>
        <ErrorSummary state={state} idOf={idOf} labelOf={labelOf} />
        {preview ? <Choices preview={preview} form={form} /> : <KeptChoices typed={state.typed ?? NOTHING} />}
        <EvidenceFields form={form} sources={sources} candidates={state.sourceCandidates} idOf={idOf} />
        <FormButtons hint={isBlocked && 'Not before the results of one race, above, are put right.'}>
          <Button look="danger" disabled={isBlocked}>
            {preview ? `Merge into ${preview.into.name}` : 'Merge'}
          </Button>
        </FormButtons>
      </FormBody>
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

function Choices({ preview, form }: { preview: MergePreview; form: Filled }) {
  const { from, into, choices, gains, moves, dropped, twins } = preview
  return (
    <>
      <Notice title="What would happen" titleId={idOf('moves')} className="mb-6">
        <ul className="mt-1">
          <li>
            {moved(preview)} of {from.name} would be {into.name}’s.
          </li>
          {gains.map(({ fact, value }) => (
            <li key={fact}>
              {capital(fieldName(fact))} is taken over: <strong>{fieldValue(fact, value)}</strong>.
            </li>
          ))}
          {dropped.map((identifier) => (
            <li key={identifier}>
              <strong>{identifier}</strong> goes: {into.name} has another there. Two identifiers may be two people.
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
      </Notice>
      {choices.length > 0 && <p className="mb-2">They differ in the following. Choose what holds.</p>}
      {choices.map((choice) => (
        <FactChoice key={choice.fact} choice={choice} preview={preview} form={form} />
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

function moved({ moves: { results, teams, names, affiliations, externalIds, photos, claims } }: MergePreview): string {
  const parts = [
    count(results, 'result'),
    teams > 0 && count(teams, 'part in a team', 'parts in teams'),
    count(names, 'name'),
    affiliations > 0 && count(affiliations, 'affiliation'),
    externalIds > 0 && count(externalIds, 'external id'),
    photos > 0 && count(photos, 'picture'),
    claims > 0 && count(claims, 'claim'),
  ].filter((part) => part !== false)
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

function FactChoice({
  choice: { fact, from, into },
  preview,
  form,
}: {
  choice: MergePreview['choices'][number]
  preview: MergePreview
  form: Filled
}) {
  const side = (value: string, whose: string) => (
    <>
      <strong>{fieldValue(fact, value)}</strong> {value !== whose && <span className="text-quiet">({whose})</span>}
    </>
  )
  return (
    <SideChoice
      name={`fact:${fact}`}
      legend={capital(fieldName(fact))}
      sides={{ from: side(from, preview.from.name), into: side(into, preview.into.name) }}
      form={form}
      idOf={idOf}
    />
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
  return (
    <ChoiceGroup name={name} legend={twin.title} form={form} idOf={idOf}>
      <Hint>
        <a href={`/admin/results/${twin.id}`}>{twin.mark ?? 'no mark'}</a> ({preview.from.name}),{' '}
        <a href={`/admin/results/${twin.otherId}`}>{twin.otherMark ?? 'no mark'}</a> ({preview.into.name})
      </Hint>
      {twin.isSame ? (
        <Choice type="checkbox" name={name} value="drop" defaultChecked={form.isTicked(name)}>
          It is the same result: withdraw {preview.from.name}’s, and keep what is cited for it.
        </Choice>
      ) : (
        <p>The two say different things. Correct or withdraw one of them, then come back.</p>
      )}
    </ChoiceGroup>
  )
}
