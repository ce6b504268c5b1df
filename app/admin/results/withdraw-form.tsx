'use client'

import { useActionState } from 'react'
import { Button } from '@/components/form/button'
import { ErrorSummary } from '@/components/form/error-summary'
import { EvidenceFields } from '@/components/form/evidence-fields'
import { FormBody, FormButtons } from '@/components/form/form-body'
import { type FormState, filled, UNSENT } from '@/components/form/form-state'
import { InsetDetails } from '@/components/form/inset'
import { withdrawalLabel } from '@/components/form/labels'
import { useResilientAction } from '@/components/form/resilient-action'
import type { Typed } from '@/lib/form/typed'
import type { SourceChoice } from '@/lib/record/source-choice'

const NOTHING: Typed = {}
const idOf = (input: string) => `w-${input}`

/** Takes a result, or another thing, out of the record, for a reason and on a source. */
export function WithdrawForm({
  action,
  sources,
  what = 'result',
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>
  sources: SourceChoice[]
  /** What it is in words: "result", "name". */
  what?: string
}) {
  const [state, send, isPending] = useActionState(useResilientAction(action), UNSENT)
  return (
    <InsetDetails summary={`Withdraw this ${what}`} open={state.typed !== null}>
      <p className="mb-4 text-quiet">
        For a {what} that never was. It leaves the public pages and everything that is computed; the history keeps it,
        and can restore it.
      </p>
      <form action={send} noValidate>
        <FormBody key={state.attempt} isPending={isPending}>
          <ErrorSummary state={state} idOf={idOf} labelOf={withdrawalLabel} />
          <EvidenceFields
            form={filled(state.typed ?? NOTHING, state.errors)}
            sources={sources}
            candidates={state.sourceCandidates}
            idOf={idOf}
            labelOf={withdrawalLabel}
          />
          <FormButtons>
            <Button look="danger">Withdraw the {what}</Button>
          </FormButtons>
        </FormBody>
      </form>
    </InsetDetails>
  )
}
