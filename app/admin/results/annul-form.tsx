'use client'

import { useActionState } from 'react'
import { Button } from '@/components/form/button'
import { ErrorSummary } from '@/components/form/error-summary'
import { EvidenceFields } from '@/components/form/evidence-fields'
import { SelectField, TextField } from '@/components/form/field'
import { FieldsGrid } from '@/components/form/fields-grid'
import { FormBody, FormButtons } from '@/components/form/form-body'
import { type FormState, filled, UNSENT } from '@/components/form/form-state'
import { inputProps } from '@/components/form/input-props'
import { InsetDetails } from '@/components/form/inset'
import { annulmentLabel } from '@/components/form/labels'
import { useResilientAction } from '@/components/form/resilient-action'
import { classificationName, count } from '@/components/record/labels'
import type { Typed } from '@/lib/form/typed'
import type { SourceChoice } from '@/lib/record/source-choice'

const NOTHING: Typed = {}
const idOf = (input: string) => `annul-${input}`

export interface Behind {
  placeId: string
  name: string
  classification: string
  from: number
  to: number
}

/** Disqualifies after the race, and asks whether those behind move up. */
export function AnnulForm({
  action,
  sources,
  behind,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>
  sources: SourceChoice[]
  behind: readonly Behind[]
}) {
  const [state, send, isPending] = useActionState(useResilientAction(action), UNSENT)
  const form = filled(state.typed ?? NOTHING, state.errors)
  const inputs = inputProps(form, idOf)
  return (
    <InsetDetails summary="Annul this result" open={state.typed !== null}>
      <p className="mb-4 text-quiet">
        For a disqualification after the race. The mark stays, struck; its places become places as published, and its
        records are rescinded.
      </p>
      {behind.length > 0 ? (
        <details className="mb-4">
          <summary>{count(behind.length, 'place')} on record behind it</summary>
          <ul>
            {behind.map(({ placeId, name, classification, from, to }) => (
              <li key={placeId}>
                {name}: {from} → {to}
                {classification !== 'overall' && `, ${classificationName(classification)}`}
              </li>
            ))}
          </ul>
        </details>
      ) : (
        <p className="mb-4">Nobody behind it is on record.</p>
      )}
      <form action={send} noValidate>
        <FormBody key={state.attempt} isPending={isPending}>
          <ErrorSummary state={state} idOf={idOf} labelOf={annulmentLabel} />
          <FieldsGrid>
            <TextField
              {...inputs('ruleBroken')}
              label={annulmentLabel('ruleBroken')}
              hint="TR6.3, or what the ruling names."
            />
            <SelectField
              {...inputs('places')}
              label={annulmentLabel('places')}
              hint="What was published is kept either way."
              choices={[
                ['', 'Choose one'],
                ['MOVE', 'Move up by one'],
                ['LEAVE', 'Keep their places'],
              ]}
            />
          </FieldsGrid>
          <EvidenceFields
            form={form}
            sources={sources}
            candidates={state.sourceCandidates}
            idOf={idOf}
            labelOf={annulmentLabel}
          />
          <FormButtons>
            <Button look="danger">Annul the result</Button>
          </FormButtons>
        </FormBody>
      </form>
    </InsetDetails>
  )
}
