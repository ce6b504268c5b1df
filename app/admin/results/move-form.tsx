'use client'

import { useActionState } from 'react'
import { AthleteField } from '@/components/form/athlete-field'
import { Button } from '@/components/form/button'
import { ErrorSummary } from '@/components/form/error-summary'
import { EvidenceFields } from '@/components/form/evidence-fields'
import { FormBody, FormButtons } from '@/components/form/form-body'
import { type Candidate, type FormState, filled, UNSENT } from '@/components/form/form-state'
import { InsetDetails } from '@/components/form/inset'
import { moveLabel } from '@/components/form/labels'
import { Notice } from '@/components/form/notice'
import { useResilientAction } from '@/components/form/resilient-action'
import type { SourceChoice } from '@/lib/record/source-choice'

const idOf = (input: string) => `m-${input}`

export interface MoveState extends FormState {
  /** What moving the result would do, a sentence each; null until it was asked for, or where it cannot be done. */
  preview: string[] | null
  candidates: Candidate[]
  /** The result that the other athlete has in the race already. */
  twin: string | null
}

const UNSENT_MOVE: MoveState = { ...UNSENT, preview: null, candidates: [], twin: null }

/** Makes a result another athlete's, for a reason and on a source, once it has been seen what that does to both. */
export function MoveForm({
  action,
  sources,
}: {
  action: (state: MoveState, form: FormData) => Promise<MoveState>
  sources: readonly SourceChoice[]
}) {
  const [state, send, isPending] = useActionState<MoveState, FormData>(useResilientAction(action), UNSENT_MOVE)
  const form = filled(state.typed ?? {}, state.errors)
  return (
    <InsetDetails summary="This result is somebody else’s" open={state.typed !== null}>
      <p className="mb-4 text-quiet">
        For a result that was filed under the wrong athlete. It goes to the right one with its places, records and
        sources.
      </p>
      <form action={send} noValidate>
        <FormBody key={state.attempt} isPending={isPending}>
          <ErrorSummary state={state} idOf={idOf} labelOf={moveLabel}>
            {state.twin && <a href={`/admin/results/${state.twin}`}>Correct the result that is there</a>}
          </ErrorSummary>
          <div className="mb-4 grid gap-3">
            <AthleteField
              form={form}
              idOf={idOf}
              name="newAthlete"
              reference="athleteReference"
              label={moveLabel('newAthlete')}
              hint="Type the name, and choose the athlete."
              candidates={state.candidates}
            />
          </div>
          <EvidenceFields
            form={form}
            sources={sources}
            candidates={state.sourceCandidates}
            idOf={idOf}
            labelOf={moveLabel}
          />
          <WhatWouldHappen preview={state.preview} />
        </FormBody>
      </form>
    </InsetDetails>
  )
}

function WhatWouldHappen({ preview }: Pick<MoveState, 'preview'>) {
  return (
    <>
      {preview && (
        <Notice id={idOf('preview')} title="What would happen" titleId={idOf('preview-title')} className="mt-6">
          <ul className="mt-1">
            {preview.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
      <FormButtons>
        <Button look={preview ? 'plain' : 'primary'} name="intent" value="preview">
          See what would happen
        </Button>
        {preview && (
          <Button look="danger" name="intent" value="save">
            Move the result
          </Button>
        )}
      </FormButtons>
    </>
  )
}
