'use client'

import { useActionState } from 'react'
import { Button } from '@/components/form/button'
import { ErrorSummary } from '@/components/form/error-summary'
import { TextArea } from '@/components/form/field'
import { FormBody, FormButtons } from '@/components/form/form-body'
import { type FormState, UNSENT } from '@/components/form/form-state'
import { fieldLabel } from '@/components/form/labels'
import { useResilientAction } from '@/components/form/resilient-action'
import type { PutBackView } from '@/lib/record/put-back-view'
import { DRAFTED, PutBackChoices } from '../changes/put-back-choices'
import { KeptChoices } from '../changes/put-back-form'

export interface DraftFormState extends FormState {
  /** How it stands by now, where nothing was saved; null before anything was sent. */
  view: PutBackView | null
  /** Whether something has moved, so that what was ticked before is no answer to it. */
  isMoved: boolean
}

const UNSENT_DRAFT: DraftFormState = { ...UNSENT, view: null, isMoved: false }
const idOf = (input: string) => `f-${input}`

/**
 * Which figures of a draft are published, or sent, and why.
 *
 * @param view null where the session has ended: nothing of the record is shown, and nothing typed is lost.
 */
export function DraftForm({
  action,
  view,
  reason,
  publishes,
}: {
  action: (state: DraftFormState, form: FormData) => Promise<DraftFormState>
  view: PutBackView | null
  /** What the edits gave as theirs. */
  reason: string
  publishes: boolean
}) {
  const [state, send, isPending] = useActionState(useResilientAction(action), UNSENT_DRAFT)
  const now = state.view ?? view
  return (
    <form action={send} noValidate className="max-w-3xl">
      <FormBody key={state.attempt} isPending={isPending}>
        <ErrorSummary state={state} idOf={idOf} />
        {now ? (
          <PutBackChoices view={now} ticked={state.isMoved ? null : state.typed} words={DRAFTED} />
        ) : (
          <KeptChoices typed={state.typed} />
        )}
        <TextArea
          id={idOf('reason')}
          name="reason"
          label={fieldLabel('reason')}
          hint="It stands in the public history, for all of it."
          error={state.errors.reason}
          defaultValue={state.typed?.reason?.[0] ?? reason}
          rows={2}
        />
        <FormButtons>
          <Button look="primary" name="intent" value="publish">
            {publishes ? 'Publish what is ticked' : 'Send what is ticked for review'}
          </Button>
          <Button name="intent" value="keep">
            Take out what is not ticked
          </Button>
        </FormButtons>
      </FormBody>
    </form>
  )
}
