'use client'

import { useActionState } from 'react'
import { Button } from '@/components/form/button'
import { ErrorSummary } from '@/components/form/error-summary'
import { EvidenceFields, type SourceChoice } from '@/components/form/evidence-fields'
import { type FormState, filled, UNSENT } from '@/components/form/form-state'
import { withdrawalLabel } from '@/components/form/labels'
import { useResilientAction } from '@/components/form/resilient-action'
import type { Typed } from '@/lib/form/typed'

const NOTHING: Typed = {}
const idOf = (input: string) => `w-${input}`

/** Takes a result out of the record, for a reason and on a source. */
export function WithdrawForm({
  action,
  sources,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>
  sources: SourceChoice[]
}) {
  const [state, send, isPending] = useActionState(useResilientAction(action), UNSENT)
  return (
    <details className="inset" open={state.typed !== null}>
      <summary>Withdraw this result</summary>
      <p className="mb-4 text-quiet">
        For a result that never was. It leaves the public pages and everything that is computed; the history keeps it,
        and can restore it.
      </p>
      <form action={send} noValidate>
        <fieldset key={state.attempt} disabled={isPending} className="contents-only">
          <ErrorSummary
            errors={state.errors}
            isSignedOut={state.isSignedOut}
            isUnanswered={state.isUnanswered}
            idOf={idOf}
            labelOf={withdrawalLabel}
          />
          <EvidenceFields
            form={filled(state.typed ?? NOTHING, state.errors)}
            sources={sources}
            idOf={idOf}
            labelOf={withdrawalLabel}
          />
          <div className="mt-5">
            <Button look="danger">Withdraw the result</Button>
          </div>
        </fieldset>
      </form>
    </details>
  )
}
