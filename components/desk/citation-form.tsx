'use client'

import { useActionState } from 'react'
import type { Citation } from '@/lib/record'
import { Button } from '../ui/button'
import { SelectField, TextArea, TextField } from '../ui/field'
import type { CiteFormState } from './cite-form'
import { ErrorSummary } from './error-summary'
import { filled, UNSENT } from './form-state'
import { fieldLabel, rejectionChoices } from './labels'

const UNSENT_CHANGE: CiteFormState = { ...UNSENT, version: null }

/** Puts one citation right, or takes it away, in one step either way. */
export function CitationForm({
  action,
  citation: { id, locator, asserts, rejection, source },
  version,
}: {
  action: (state: CiteFormState, form: FormData) => Promise<CiteFormState>
  citation: Pick<Citation, 'id' | 'locator' | 'asserts' | 'rejection' | 'source'>
  version: number
}) {
  const [state, send, isPending] = useActionState(action, UNSENT_CHANGE)
  const idOf = (input: string) => `c-${id}-${input}`
  const form = filled(
    state.typed ?? { locator: [locator], asserts: [asserts ?? ''], rejection: [rejection ?? ''] },
    state.errors,
  )
  const parts = (name: string) => ({
    id: idOf(name),
    name,
    label: fieldLabel(name),
    error: form.error(name),
    defaultValue: form.value(name),
  })
  return (
    <details className="mt-2" open={state.typed !== null}>
      <summary>
        Change or withdraw
        <span className="sr-only">
          {' '}
          the citation of {source.publication}, {locator}
        </span>
      </summary>
      <form action={send} noValidate className="inset mt-2 max-w-2xl">
        <fieldset key={state.attempt} disabled={isPending} className="contents-only">
          <ErrorSummary errors={state.errors} isSignedOut={state.isSignedOut} idOf={idOf} />
          <input type="hidden" name="version" value={state.version ?? version} />
          <div className="fields">
            <TextField {...parts('locator')} size="half" autoComplete="off" />
            <TextField {...parts('asserts')} size="half" hint="Empty where it supports the whole." autoComplete="off" />
            <SelectField
              {...parts('rejection')}
              size="half"
              hint="Only where it differs from the record."
              choices={rejectionChoices('–')}
            />
            <TextArea {...parts('reason')} size="whole" rows={2} hint="It stands in the public history." />
          </div>
          <div className="desk-buttons">
            <Button name="intent" value="change">
              {isPending ? 'Saving …' : 'Change the citation'}
            </Button>
            <Button look="grave" name="intent" value="withdraw">
              Withdraw the citation
            </Button>
          </div>
        </fieldset>
      </form>
    </details>
  )
}
