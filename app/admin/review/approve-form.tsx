'use client'

import { useActionState } from 'react'
import { PROPOSED, PutBackChoices } from '@/app/admin/changes/put-back-choices'
import { Button } from '@/components/form/button'
import { ErrorSummary } from '@/components/form/error-summary'
import { TextField } from '@/components/form/field'
import { FieldsGrid } from '@/components/form/fields-grid'
import { FormBody, FormButtons } from '@/components/form/form-body'
import { type FormState, UNSENT } from '@/components/form/form-state'
import { useResilientAction } from '@/components/form/resilient-action'
import { fieldName } from '@/components/record/labels'
import { Lead } from '@/components/ui/lead'
import type { Typed } from '@/lib/form/typed'
import { amendmentInput, type ProposalReview } from '@/lib/record/proposal'

type Reviewed = Pick<ProposalReview, 'view' | 'amendable'>

export interface ApproveState extends FormState {
  /** How it stands by now, where nothing was published; null before anything was sent. */
  view: Reviewed | null
  /** Whether something has moved, so that what was ticked before is no answer to it. */
  isMoved: boolean
  /** Whether there is nothing left to decide. */
  isDecided: boolean
}

const UNSENT_APPROVAL: ApproveState = { ...UNSENT, view: null, isMoved: false, isDecided: false }

/**
 * Which figures are published, and with which values.
 *
 * @param view null where the session has ended: nothing of the record is shown, and nothing typed is lost.
 */
export function ApproveForm({
  action,
  view,
}: {
  action: (state: ApproveState, form: FormData) => Promise<ApproveState>
  view: Reviewed | null
}) {
  const [state, send, isPending] = useActionState(useResilientAction(action), UNSENT_APPROVAL)
  const now = state.view ?? view
  const isNothingLeft = now?.view.choices.every((choice) => choice.state === 'stands') ?? false
  return (
    <form action={send} noValidate className="max-w-3xl">
      <FormBody key={state.attempt} isPending={isPending}>
        <ErrorSummary state={state} idOf={(input) => input} />
        {now ? (
          <PutBackChoices view={now.view} ticked={state.isMoved ? null : state.typed} words={PROPOSED}>
            {({ key }) => <Amendments fields={now.amendable[key] ?? []} typed={state.typed} />}
          </PutBackChoices>
        ) : (
          <Kept typed={state.typed} />
        )}
        {isNothingLeft && (
          <Lead>The record says all of it already: decline the proposal, and say that it has been done.</Lead>
        )}
        {!isNothingLeft && !state.isDecided && (
          <FormButtons>
            <Button look="primary">Approve and publish</Button>
          </FormButtons>
        )}
      </FormBody>
    </form>
  )
}

/** Other values than the proposed ones, for a slip that is not worth asking about. */
function Amendments({ fields, typed }: { fields: Reviewed['amendable'][string]; typed: Typed | null }) {
  if (fields.length === 0) return null
  const isTyped = fields.some((field) => typed?.[amendmentInput(field)]?.[0])
  return (
    <details className="mt-1" open={isTyped}>
      <summary className="text-sm">Publish another value</summary>
      <FieldsGrid>
        {fields.map((field) => {
          const name = amendmentInput(field)
          return (
            <TextField
              key={name}
              id={name}
              name={name}
              label={`Publish instead, ${fieldName(field.field)}`}
              hint="Left empty, it is published as proposed."
              defaultValue={typed?.[name]?.[0]}
              autoComplete="off"
            />
          )
        })}
      </FieldsGrid>
    </details>
  )
}

/** What was chosen, kept where nothing of the record may be shown. */
function Kept({ typed }: { typed: Typed | null }) {
  return Object.entries(typed ?? {})
    .filter(([name]) => /^(token|figure|more|amend:.*)$/.test(name))
    .flatMap(([name, values]) =>
      values.map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
    )
}
