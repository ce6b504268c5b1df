'use client'

import { useActionState } from 'react'
import { Button } from '@/components/form/button'
import { ErrorSummary } from '@/components/form/error-summary'
import { TextArea } from '@/components/form/field'
import { FormBody, FormButtons } from '@/components/form/form-body'
import { type FormState, UNSENT } from '@/components/form/form-state'
import { InsetDetails } from '@/components/form/inset'
import { useResilientAction } from '@/components/form/resilient-action'

const idOf = (input: string) => `m-${input}`

/** Says something about a proposal to its author, or to those who review it. */
export function MessageForm({
  action,
  summary,
  isOpen = false,
  button,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>
  summary: string
  isOpen?: boolean
  button: string
}) {
  const [state, send, isPending] = useActionState(useResilientAction<FormState>(action), UNSENT)
  return (
    <InsetDetails summary={summary} open={isOpen || state.typed !== null}>
      <form action={send} noValidate>
        <FormBody key={state.attempt} isPending={isPending}>
          <ErrorSummary state={state} idOf={idOf} labelOf={() => 'Message'} />
          <TextArea
            id={idOf('message')}
            name="message"
            label="Message"
            hint="Seen by the author of the proposal and by editors."
            error={state.errors.message}
            defaultValue={state.typed?.message?.[0]}
            rows={3}
          />
          <FormButtons>
            <Button>{button}</Button>
          </FormButtons>
        </FormBody>
      </form>
    </InsetDetails>
  )
}
