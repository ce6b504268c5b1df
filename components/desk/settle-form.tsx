'use client'

import { useActionState } from 'react'
import type { Assertion } from '@/lib/disputes'
import { REJECTION } from '../record/words'
import { Button } from '../ui/button'
import { SelectField, TextArea } from '../ui/field'
import type { CiteFormState } from './cite-form'
import { ErrorSummary } from './error-summary'
import { type Filled, filled, UNSENT } from './form-state'
import { fieldLabel, rejectionChoices } from './labels'

const UNSENT_SETTLEMENT: CiteFormState = { ...UNSENT, version: null }
const idOf = (input: string) => `f-${input}`

/** Every value that is asserted of one field, side by side: one is chosen, of the others it is said why not. */
export function SettleForm({
  action,
  assertions,
  version,
  isSettled,
}: {
  action: (state: CiteFormState, form: FormData) => Promise<CiteFormState>
  /** The accepted one first. */
  assertions: readonly Assertion[]
  version: number
  isSettled: boolean
}) {
  const [state, send, isPending] = useActionState(action, UNSENT_SETTLEMENT)
  const form = filled(state.typed ?? initialOf(assertions), state.errors)
  const error = form.error('accepted')
  return (
    <form action={send} noValidate className="max-w-4xl">
      <fieldset key={state.attempt} disabled={isPending} className="contents-only">
        <ErrorSummary errors={state.errors} isSignedOut={state.isSignedOut} idOf={idOf} />
        <input type="hidden" name="version" value={state.version ?? version} />
        <fieldset
          id={idOf('accepted')}
          className="mb-6"
          tabIndex={-1}
          aria-describedby={error ? `${idOf('accepted')}-error` : undefined}
        >
          <legend className="font-semibold">{fieldLabel('accepted')}</legend>
          <div className="sides">
            {assertions.map((assertion, row) => (
              <Choice key={assertion.value} assertion={assertion} row={row} form={form} />
            ))}
          </div>
          {error && (
            <p id={`${idOf('accepted')}-error`} className="error">
              {error}
            </p>
          )}
        </fieldset>
        <div className="max-w-2xl">
          <TextArea
            id={idOf('reason')}
            name="reason"
            label={fieldLabel('reason')}
            hint="It stands beside the figure and in the public history."
            error={form.error('reason')}
            defaultValue={form.value('reason')}
            rows={3}
          />
        </div>
        <div className="desk-buttons">
          <Button look="chief">{isPending ? 'Saving …' : isSettled ? 'Settle it again' : 'Settle'}</Button>
        </div>
      </fieldset>
    </form>
  )
}

function Choice({ assertion, row, form }: { assertion: Assertion; row: number; form: Filled }) {
  const { value, accepted, citations } = assertion
  return (
    <div className={accepted ? 'side side-accepted' : 'side'}>
      <p className="eyebrow">{accepted ? 'Recorded now' : 'Not followed now'}</p>
      <input type="hidden" name={`value.${row}`} value={value} />
      <label className="choice">
        <input type="radio" name="accepted" value={value} defaultChecked={form.value('accepted') === value} />
        <strong className="value">{value}</strong>
      </label>
      {citations.length === 0 && <p className="reason">No source says so; it is what the record holds.</p>}
      <ul>
        {citations.map(({ id, source, locator, asserts, rejection, reason }) => (
          <li key={id}>
            <a href={`/sources/${source.slug}`}>{source.publication}</a>, {locator}
            {asserts !== value && <>: “{asserts}”</>}
            {rejection && <p className="reason">{REJECTION[rejection]}</p>}
            {reason && <p className="reason">{reason}</p>}
          </li>
        ))}
      </ul>
      {citations.length > 0 && (
        <div className="mt-3">
          <SelectField
            id={idOf(`why.${row}`)}
            name={`why.${row}`}
            label="If it is not followed, why"
            error={form.error(`why.${row}`)}
            defaultValue={form.value(`why.${row}`)}
            choices={rejectionChoices('Choose …')}
          />
        </div>
      )}
    </div>
  )
}

function initialOf(assertions: readonly Assertion[]): Record<string, string[]> {
  const accepted = assertions.filter(({ accepted }) => accepted).map(({ value }) => value)
  const why = assertions.map(({ citations }, row) => [
    `why.${row}`,
    [citations.find(({ rejection }) => rejection !== null)?.rejection ?? ''],
  ])
  return { ...Object.fromEntries(why), ...(accepted.length === 1 ? { accepted } : {}) }
}
