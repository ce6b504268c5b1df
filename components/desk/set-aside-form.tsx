'use client'

import { useActionState } from 'react'
import { Button } from '../ui/button'
import { TextArea } from '../ui/field'
import { ErrorSummary } from './error-summary'
import { type FormState, filled, UNSENT } from './form-state'

/** Leaves what a rule noticed as it is, for a reason. */
export function SetAsideForm({
  action,
  fingerprint,
  label,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>
  fingerprint: string
  /** The thing, for those who hear one such form after the other. */
  label: string
}) {
  const [state, send, isPending] = useActionState(action, UNSENT)
  const form = filled(state.typed ?? {}, state.errors)
  const idOf = (input: string) => `s-${fingerprint}-${input}`
  return (
    <details open={state.typed !== null}>
      <summary>
        Set aside<span className="sr-only"> the finding on {label}</span>
      </summary>
      <form action={send} noValidate className="inset mt-2 max-w-xl">
        <fieldset key={state.attempt} disabled={isPending} className="contents-only">
          <ErrorSummary errors={state.errors} isSignedOut={state.isSignedOut} idOf={idOf} />
          <TextArea
            id={idOf('reason')}
            name="reason"
            label="Why it stays as it is"
            hint="It comes back when what it rests on changes."
            error={form.error('reason')}
            defaultValue={form.value('reason')}
            rows={2}
          />
          <div className="desk-buttons">
            <Button>{isPending ? 'Saving …' : 'Set it aside'}</Button>
          </div>
        </fieldset>
      </form>
    </details>
  )
}
