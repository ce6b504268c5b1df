'use client'

import { type ChangeEvent, useActionState, useRef } from 'react'
import { Button } from '@/components/form/button'
import { Choice } from '@/components/form/choice'
import { ErrorSummary } from '@/components/form/error-summary'
import { EvidenceFields } from '@/components/form/evidence-fields'
import { SelectField, TextField } from '@/components/form/field'
import { FieldsGrid } from '@/components/form/fields-grid'
import { FormBody, FormButtons } from '@/components/form/form-body'
import { useFormGuard } from '@/components/form/form-guard'
import { type Filled, type FormState, filled, UNSENT } from '@/components/form/form-state'
import { inputProps } from '@/components/form/input-props'
import { rejectionChoices } from '@/components/form/labels'
import { ErrorMessage } from '@/components/form/messages'
import { useResilientAction } from '@/components/form/resilient-action'
import { fieldName } from '@/components/record/labels'
import { Lead } from '@/components/ui/lead'
import type { SourceChoice } from '@/lib/record/source-choice'

export interface CitableField {
  key: string
  label: string
  /** What the record says; '' for nothing. */
  recorded: string
}

const idOf = (input: string) => `f-${input}`

/** Cites a source for one field of a thing, in one step. */
export function CiteForm({
  action,
  fields,
  chosen,
  version,
  sources,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>
  fields: readonly CitableField[]
  /** The key of the field that was asked for; '' for none. */
  chosen: string
  /** Of the thing; null where nobody is signed in, and the form holds only what was sent. */
  version: number | null
  sources: readonly SourceChoice[]
}) {
  const [state, send, isPending] = useActionState(useResilientAction(action), UNSENT)
  const guard = useFormGuard(state.typed !== null)
  const recordedOf = (key: string) => fields.find((field) => field.key === key)?.recorded ?? ''
  const form = filled(state.typed ?? { field: [chosen], asserts: [recordedOf(chosen)] }, state.errors)
  const offerRecorded = useOffer(recordedOf, form.value('field'))
  if (version === null && state.typed === null) return <Lead>Sign in to cite a source.</Lead>
  return (
    <form action={send} noValidate className="max-w-3xl" {...guard}>
      <FormBody key={state.attempt} isPending={isPending}>
        <ErrorSummary state={state} idOf={idOf} />
        <input type="hidden" name="version" value={state.version ?? version ?? ''} />
        <FieldAndValue form={form} fields={fields} onChoose={offerRecorded} />
        <Stance chosen={form.value('stance')} error={form.error('stance')} />
        <FieldsGrid className="mb-5">
          <SelectField
            {...inputProps(form, idOf)('rejection')}
            size="half"
            hint="Only where the record stays as it is."
            choices={rejectionChoices('Choose …')}
          />
        </FieldsGrid>
        <EvidenceFields form={form} idOf={idOf} sources={sources} candidates={state.sourceCandidates} />
        <FormButtons>
          <Button look="primary" name="intent" value="save">
            {isPending ? 'Saving …' : 'Cite this source'}
          </Button>
        </FormButtons>
      </FormBody>
    </form>
  )
}

type FieldChosen = (event: ChangeEvent<HTMLSelectElement>) => void

/** The form holds the record's value of the chosen field until something else is typed over it. */
function useOffer(recordedOf: (key: string) => string, chosen: string): FieldChosen {
  const offered = useRef(recordedOf(chosen))
  return (event) => {
    const input = document.getElementById(idOf('asserts'))
    if (!(input instanceof HTMLInputElement)) return
    const next = recordedOf(event.currentTarget.value)
    if (input.value === offered.current) input.value = next
    offered.current = next
  }
}

/** Which field the source speaks of, and what it says. */
function FieldAndValue({
  form,
  fields,
  onChoose,
}: {
  form: Filled
  fields: readonly CitableField[]
  onChoose: FieldChosen
}) {
  const parts = inputProps(form, idOf)
  const asked = form.value('field')
  const isKnown = asked === '' || fields.some(({ key }) => key === asked)
  const known = isKnown ? fields : [{ key: asked, label: fieldName(asked) }]
  return (
    <FieldsGrid className="mb-5">
      <SelectField
        {...parts('field')}
        size="half"
        onChange={onChoose}
        choices={[['', 'Choose …'], ...known.map(({ key, label }) => [key, label] as const)]}
      />
      <TextField
        {...parts('asserts')}
        size="half"
        hint="As the record would write it. Empty where the source supports it as a whole."
        autoComplete="off"
      />
    </FieldsGrid>
  )
}

function Stance({ chosen, error }: { chosen: string; error: string | undefined }) {
  const id = idOf('stance')
  return (
    <fieldset id={id} className="mb-4" aria-describedby={error ? `${id}-error` : undefined} tabIndex={-1}>
      <legend className="font-semibold">If this is not what the record says</legend>
      <Choice type="radio" name="stance" value="keep" defaultChecked={chosen === 'keep'}>
        Keep our value, list this as disputed
      </Choice>
      <Choice type="radio" name="stance" value="accept" defaultChecked={chosen === 'accept'}>
        Change the record to this value
      </Choice>
      <Choice type="radio" name="stance" value="open" defaultChecked={chosen === 'open'}>
        Leave it open: the value stays until somebody resolves the dispute
      </Choice>
      {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
    </fieldset>
  )
}
