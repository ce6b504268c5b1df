'use client'

import { useActionState } from 'react'
import { Button } from '@/components/form/button'
import { ErrorSummary } from '@/components/form/error-summary'
import { EvidenceFields } from '@/components/form/evidence-fields'
import { FormBody, FormButtons } from '@/components/form/form-body'
import { type FormState, filled, UNSENT } from '@/components/form/form-state'
import { useResilientAction } from '@/components/form/resilient-action'
import { Doubts } from '@/components/imports/doubts'
import type { Doubt } from '@/lib/import/doubts'
import type { SourceChoice } from '@/lib/record/source-choice'

const idOf = (input: string) => `f-${input}`

/** Says whence the list is and why it goes into the record, and lets it be written. */
export function ImportAcceptForm({
  action,
  sources,
  fileName,
  rows,
  doubts,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>
  sources: readonly SourceChoice[]
  fileName: string
  /** How many rows would be written. */
  rows: number
  doubts: readonly Doubt[]
}) {
  const [state, send, isPending] = useActionState(useResilientAction(action), UNSENT)
  const form = filled(state.typed ?? {}, state.errors)
  const initial = { reason: [`Imported from ${fileName}`], locator: [fileName] }
  return (
    <form action={send} noValidate className="max-w-2xl">
      <FormBody key={state.attempt} isPending={isPending}>
        <ErrorSummary state={state} idOf={idOf} />
        <EvidenceFields
          form={filled(state.typed ?? initial, state.errors)}
          sources={sources}
          candidates={state.sourceCandidates}
          idOf={idOf}
        />
        <Doubts doubts={doubts} idOf={idOf} form={form} />
        <FormButtons hint="It is one change, which can be taken back whole or row by row.">
          <Button look="primary">
            {isPending ? 'Beginning …' : `Accept ${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}`}
          </Button>
        </FormButtons>
      </FormBody>
    </form>
  )
}
