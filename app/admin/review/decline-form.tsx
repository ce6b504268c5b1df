'use client'

import { useActionState } from 'react'
import { Button } from '@/components/form/button'
import { ErrorSummary } from '@/components/form/error-summary'
import { TextArea } from '@/components/form/field'
import { FormBody, FormButtons } from '@/components/form/form-body'
import { type FormState, UNSENT } from '@/components/form/form-state'
import { InsetDetails } from '@/components/form/inset'
import { useResilientAction } from '@/components/form/resilient-action'

const LABEL = 'Why it is declined'
const idOf = (input: string) => `d-${input}`

/** Declines a proposal, and says why. */
export function DeclineForm({ action }: { action: (state: FormState, form: FormData) => Promise<FormState> }) {
  const [state, send, isPending] = useActionState(useResilientAction<FormState>(action), UNSENT)
  return (
    <InsetDetails summary="Decline" open={state.typed !== null}>
      <form action={send} noValidate>
        <FormBody key={state.attempt} isPending={isPending}>
          <ErrorSummary state={state} idOf={idOf} labelOf={() => LABEL} />
          <TextArea
            id={idOf('reason')}
            name="reason"
            label={LABEL}
            hint="Its author reads it."
            error={state.errors.reason}
            defaultValue={state.typed?.reason?.[0]}
            rows={2}
          />
          <FormButtons>
            <Button look="danger">Decline the proposal</Button>
          </FormButtons>
        </FormBody>
      </form>
    </InsetDetails>
  )
}
