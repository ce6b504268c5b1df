'use client'

import { useActionState } from 'react'
import { Button } from '@/components/form/button'
import { ErrorSummary } from '@/components/form/error-summary'
import { FormBody, FormButtons } from '@/components/form/form-body'
import { type FormState, UNSENT } from '@/components/form/form-state'
import { InsetDetails } from '@/components/form/inset'
import { useResilientAction } from '@/components/form/resilient-action'

/** Takes one's own proposal back. */
export function WithdrawProposalForm({ action }: { action: (state: FormState, form: FormData) => Promise<FormState> }) {
  const [state, send, isPending] = useActionState(useResilientAction<FormState>(action), UNSENT)
  return (
    <InsetDetails summary="Withdraw the proposal" open={state.typed !== null}>
      <p className="text-quiet">Nobody reviews it then. You can open the form again and propose it anew.</p>
      <form action={send} noValidate>
        <FormBody key={state.attempt} isPending={isPending}>
          <ErrorSummary state={state} idOf={(input) => input} />
          <FormButtons>
            <Button look="danger">Withdraw the proposal</Button>
          </FormButtons>
        </FormBody>
      </form>
    </InsetDetails>
  )
}
